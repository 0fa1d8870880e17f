import { text } from 'node:stream/consumers'
import { replay, sha256 } from '../src/index.ts'

const rows = JSON.parse(await text(process.stdin)) as { input: unknown }[]
process.stdout.write(JSON.stringify(rows.map((row) => sha256(replay(row)))))
