import { createReadStream } from 'node:fs'
import { parseArgs } from 'node:util'
import {
  type CsvColumns,
  csvLog,
  decisionLog,
  evaluate,
  type Log,
  openBanditColumns,
  renderTable,
  toDsjson,
  UnusableLog,
} from '../index.ts'

const usage = `npm run oo:evaluate -- <log> [options]

<log> is JSON lines of decisions with their rewards, or CSV with a header (by its name's ending).

  --policy NAME          a registered policy; may be repeated; all by default
  --json                 the report as JSON, with what a plot needs
  --dsjson               no report: the log in Vowpal Wabbit's JSON
  --clip N               largest weight of clipped IPS (10)
  --bootstrap N          replicates (1000)
  --seed TEXT            of the bootstrap (oo)
  --skip-bad-rows        go on without rows that cannot be read
  --columns ROLE=NAME    CSV: column of action, position, reward or propensity; may be repeated
  --context NAME         CSV: a context column, or a beginning with *; may be repeated
  --feature NAME=COLUMN  CSV: a feature of each candidate, {action} standing for its own: affinity=user-item_affinity_{action}
`

const { values, positionals } = readArguments()

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        policy: { type: 'string', multiple: true },
        json: { type: 'boolean', default: false },
        dsjson: { type: 'boolean', default: false },
        clip: { type: 'string', default: '10' },
        bootstrap: { type: 'string', default: '1000' },
        seed: { type: 'string', default: 'oo' },
        'skip-bad-rows': { type: 'boolean', default: false },
        columns: { type: 'string', multiple: true, default: [] },
        context: { type: 'string', multiple: true },
        feature: { type: 'string', multiple: true, default: [] },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    return fail(`${(error as Error).message}\n\n${usage}`)
  }
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

/** A number of at least `least`. */
function numberOf(option: 'clip' | 'bootstrap', least: number): number {
  const number = Number(values[option])
  if (!(number >= least)) fail(`--${option} is ${values[option]}; it must be a number of ${least} or more.`)
  return number
}

/** `name=value` pairs. */
function pairsOf(option: 'columns' | 'feature'): Record<string, string> {
  return Object.fromEntries(
    values[option].map((pair) => {
      const [name = '', ...rest] = pair.split('=')
      if (name === '' || rest.length === 0) fail(`--${option} ${pair}: write it as name=column.`)
      return [name, rest.join('=')]
    }),
  )
}

function columnsOf(): CsvColumns {
  const roles = pairsOf('columns')
  const unknown = Object.keys(roles).find(
    (role) => !['action', 'position', 'reward', 'propensity'].includes(role),
  )
  if (unknown !== undefined)
    fail(`--columns ${unknown}=…: the roles are action, position, reward and propensity.`)
  return {
    ...openBanditColumns,
    ...roles,
    ...(values.context && { context: values.context }),
    features: pairsOf('feature'),
  }
}

const openLog = async (path: string): Promise<Log> => {
  const open = () => createReadStream(path, 'utf8') as AsyncIterable<string>
  return path.endsWith('.csv') ? csvLog(open, columnsOf()) : decisionLog(open)
}

async function main(path: string): Promise<void> {
  const log = await openLog(path)
  if (values.dsjson) {
    for await (const line of toDsjson(log)) process.stdout.write(`${line}\n`)
    return
  }
  const report = await evaluate(log, {
    ...(values.policy && { policies: values.policy }),
    clip: numberOf('clip', 1),
    replicates: Math.round(numberOf('bootstrap', 100)),
    seed: values.seed,
    skipBadRows: values['skip-bad-rows'],
  })
  process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : `${renderTable(report)}\n`)
  if (report.policies.every(({ refused }) => refused !== undefined)) process.exitCode = 1
}

const [path] = positionals
if (values.help) process.stdout.write(usage)
else if (path === undefined) fail(usage)
else
  try {
    await main(path)
  } catch (error) {
    const isExpected = error instanceof UnusableLog || (error as NodeJS.ErrnoException).code === 'ENOENT'
    fail(isExpected ? (error as Error).message : String((error as Error).stack))
  }
