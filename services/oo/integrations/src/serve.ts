import { loadDataKey } from '@triptych/identity/contract'
import { serve } from '@triptych/runtime'
import { integrationsModule } from './module.ts'

await serve(integrationsModule, loadDataKey)
