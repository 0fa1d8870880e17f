import { loadDataKey } from '@triptych/identity/contract'
import { serve } from '@triptych/runtime'
import { privacyModule } from './module.ts'

await serve(privacyModule, loadDataKey)
