import { loadDataKey } from '@triptych/identity/contract'
import { serve } from '@triptych/runtime'
import { operationsModule } from './module.ts'

await serve(operationsModule, loadDataKey)
