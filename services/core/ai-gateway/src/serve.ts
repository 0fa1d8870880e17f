import { loadDataKey } from '@triptych/identity/contract'
import { serve } from '@triptych/runtime'
import { aiGatewayModule } from './module.ts'

await serve(aiGatewayModule, loadDataKey)
