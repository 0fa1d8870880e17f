import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'

const run = promisify(execFile)
const main = join(import.meta.dirname, '../src/cli/main.ts')
let directory = ''
let log = ''

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'oo-evaluation-'))
  log = join(directory, 'log.csv')
  const rows = Array.from({ length: 200 }, (_, index) => `${index % 4},${index % 3 === 0 ? 1 : 0},0.25`)
  await writeFile(log, ['arm,gain,p', ...rows].join('\n'))
})

afterAll(() => rm(directory, { recursive: true }))

const columns = ['--columns', 'action=arm', '--columns', 'reward=gain', '--columns', 'propensity=p']
const evaluated = (...options: string[]) => run(process.execPath, [main, log, ...columns, ...options])

it('prints a table', async () => {
  const { stdout } = await evaluated('--policy', 'random')
  expect(stdout).toContain('200 rows')
  expect(stdout).toMatch(/SNIPS +0\.3350 {3}\[0\.\d{4}, 0\.\d{4}\]/)
})

it('prints the same JSON in every process', async () => {
  const [first, second] = await Promise.all([evaluated('--json'), evaluated('--json')])
  expect(first.stdout).toBe(second.stdout)
  expect(JSON.parse(first.stdout)).toMatchObject({ rows: 200, policies: [{ policy: 'random' }, {}, {}, {}] })
})

it.each([
  [['--policy', 'best'], 'There is no policy best.'],
  [['--clip', '0'], '--clip is 0; it must be a number of 1 or more.'],
  [['--columns', 'price=x'], 'the roles are action, position, reward and propensity'],
  [['--dsjson'], 'dsjson needs the whole distribution'],
  [['--colums', 'x'], "Unknown option '--colums'"],
])('refuses %j and says why', async (options, reason) => {
  await expect(evaluated(...options)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining(reason) as string,
  })
})

it('says that there is no such file', async () => {
  await expect(run(process.execPath, [main, join(directory, 'none.jsonl')])).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('no such file') as string,
  })
})
