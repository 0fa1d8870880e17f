import { loadDataKey } from '@triptych/identity/contract'
import { serve } from '@triptych/runtime'
import { mirrorModule } from './module.ts'

await serve(mirrorModule, loadDataKey)
