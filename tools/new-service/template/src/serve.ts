import { loadDataKey } from '@triptych/identity/contract'
import { serve } from '@triptych/runtime'
import { __camel__Module } from './module.ts'

await serve(__camel__Module, loadDataKey)
