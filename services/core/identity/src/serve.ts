import { serve } from '@triptych/runtime'
import { loadDataKey } from './contract/index.ts'
import { identityModule } from './module.ts'

await serve(identityModule, loadDataKey)
