import { text } from 'node:stream/consumers'
import { type DecisionRecord, replay } from '@triptych/oo-policies'

/** Reads stored records in base64, one a line; decides each again and says how many give the same bytes and choice. */
const lines = (await text(process.stdin)).trim().split('\n')
let equal = 0
for (const line of lines) {
  const bytes = Buffer.from(line, 'base64')
  const stored = JSON.parse(bytes.toString('utf8')) as DecisionRecord
  const again = Buffer.from(replay(stored))
  const { output } = JSON.parse(again.toString('utf8')) as DecisionRecord
  if (again.equals(bytes) && output.pickIndex === stored.output.pickIndex) equal += 1
}
process.stdout.write(JSON.stringify({ rows: lines.length, equal }))
