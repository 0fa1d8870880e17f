import { loadDataKey } from '@triptych/identity/contract'
import { serve } from '@triptych/runtime'
import { billingModule } from './module.ts'

await serve(billingModule, loadDataKey)
