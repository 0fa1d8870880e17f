import { loadDataKey } from '@triptych/identity/contract'
import { serve } from '@triptych/runtime'
import { licensingModule } from './module.ts'

await serve(licensingModule, loadDataKey)
