import { reportUncaught } from '@triptych/runtime'
import { createLogger, startErrorReports } from '@triptych/telemetry'

/** A process that meets an error nothing catches. */
const reports = await startErrorReports({ dsn: process.argv[2], environment: 'test', release: '1.2.3' })
reportUncaught({ reports }, createLogger({ level: 'error' }))
setTimeout(() => {
  throw Object.assign(new Error('a private sentence'), { code: 'test.nobody_caught_it' })
})
