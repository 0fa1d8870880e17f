import { join } from 'node:path'
import { handOver, prepare, root } from './bootstrap.mjs'

await prepare()
handOver(join(root, 'tools', 'test', 'main.ts'))
