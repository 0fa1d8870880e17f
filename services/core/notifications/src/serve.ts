import { loadDataKey } from '@triptych/identity/contract'
import { serve } from '@triptych/runtime'
import { notificationsModule } from './module.ts'

await serve(notificationsModule, loadDataKey)
