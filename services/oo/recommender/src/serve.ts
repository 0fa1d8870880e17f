import { loadDataKey } from '@triptych/identity/contract'
import { serve } from '@triptych/runtime'
import { recommenderModule } from './module.ts'

await serve(recommenderModule, loadDataKey)
