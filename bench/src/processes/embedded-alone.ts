/** What the embedded database adds to a process that does nothing else, in MB. */
import { openDatabase } from '@triptych/db'
import { given, tell } from './messages.ts'

const megabytes = () => process.memoryUsage().rss / 2 ** 20
const before = megabytes()
const database = await openDatabase({ kind: 'embedded', directory: JSON.parse(given) as string })
await database.pool.query('select count(*) from pg_class')
process.on('disconnect', () => void database.close().then(() => process.exit(0)))
tell(megabytes() - before)
