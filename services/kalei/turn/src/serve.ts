import { loadDataKey } from '@triptych/identity/contract'
import { serve } from '@triptych/runtime'
import { turnModule } from './module.ts'

await serve(turnModule, loadDataKey)
