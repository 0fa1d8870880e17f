import { loadDataKey } from '@triptych/identity/contract'
import { serve } from '@triptych/runtime'
import { metricsModule } from './module.ts'

await serve(metricsModule, loadDataKey)
