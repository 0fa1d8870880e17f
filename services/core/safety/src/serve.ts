import { loadDataKey } from '@triptych/identity/contract'
import { serve } from '@triptych/runtime'
import { safetyModule } from './module.ts'

await serve(safetyModule, loadDataKey)
