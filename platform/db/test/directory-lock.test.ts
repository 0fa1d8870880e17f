import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { lockDirectory } from '../src/directory-lock.ts'

interface Candidate {
  readonly process: ChildProcess
  /** `locked`, or why not. */
  readonly said: string
}

const program = join(import.meta.dirname, 'fixtures', 'hold-directory.ts')
let directory: string
let started: ChildProcess[] = []
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'triptych-lock-'))
})
afterEach(async () => {
  await Promise.all(started.map(kill))
  started = []
  await rm(directory, { recursive: true, force: true })
})

/** Processes that come for the lock at the same moment. */
async function compete(count: number): Promise<Candidate[]> {
  const children = Array.from({ length: count }, () =>
    spawn(process.execPath, [program, directory], { stdio: ['pipe', 'pipe', 'inherit'] }),
  )
  started.push(...children)
  await Promise.all(children.map((child) => once(child.stdout, 'data')))
  const moment = String(Date.now() + 50)
  return Promise.all(
    children.map(async (child) => {
      child.stdin.write(moment)
      const [said] = (await once(child.stdout, 'data')) as [Buffer]
      return { process: child, said: said.toString().trim() }
    }),
  )
}

async function startCandidate(): Promise<Candidate> {
  const [candidate] = await compete(1)
  if (candidate === undefined) throw new Error('one was started')
  return candidate
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

it('refuses a second process, and says who holds the directory and what helps', async () => {
  const first = await startCandidate()
  expect(first.said).toBe('locked')
  const refused = `in use by process ${first.process.pid}. Stop that process, choose another DATA_DIR, or set DATABASE_URL`
  expect((await startCandidate()).said).toContain(refused)
  await expect(lockDirectory(directory)).rejects.toThrow(refused)
})

it('refuses a second opening in the same process until the first is released', async () => {
  const first = await lockDirectory(directory)
  await expect(lockDirectory(directory)).rejects.toThrow(`in use by process ${process.pid}`)
  first.release()
  ;(await lockDirectory(directory)).release()
})

it('gives the lock of a killed process to one of those that come for it at once', async () => {
  for (let round = 0; round < 3; round += 1) {
    const before = await startCandidate()
    expect(before.said).toBe('locked')
    await kill(before.process)
    const candidates = await compete(4)
    expect(candidates.filter(({ said }) => said === 'locked')).toHaveLength(1)
    for (const candidate of candidates) await kill(candidate.process)
  }
})

it('asks the lock and not the process id, which another process may have got since', async () => {
  await writeFile(join(directory, 'lock.pid'), String(process.ppid))
  const lock = await lockDirectory(directory)
  lock.release()
})

it('lets nobody else in, also where an older release made the directory for everybody', async () => {
  await chmod(directory, 0o755)
  const lock = await lockDirectory(directory)
  expect((await stat(directory)).mode & 0o777).toBe(0o700)
  lock.release()
})
