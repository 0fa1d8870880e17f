import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

interface Holder {
  readonly pid: number
  readonly url: string
}

/** A data directory belongs to one start at a time. */
export interface Claim {
  release(): void
}

export class DirectoryTaken extends Error {
  constructor(directory: string, holder: Holder) {
    super(
      `Triptych is already running on ${directory}: ${holder.url} (process ${holder.pid}).\n` +
        `Stop it with Ctrl-C there, or choose another directory and other ports with DATA_DIR, PORT and SANDBOX_PORT.`,
    )
  }
}

/** Claims the directory for this process; a claim left by a start that was killed is taken over. */
export function claimDirectory(directory: string, url: string): Claim {
  mkdirSync(directory, { recursive: true })
  const file = join(directory, 'start.json')
  const own = JSON.stringify({ pid: process.pid, url } satisfies Holder)
  for (;;) {
    try {
      writeFileSync(file, own, { flag: 'wx' })
      return { release: () => rmSync(file, { force: true }) }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    const holder = readHolder(file)
    if (holder !== undefined && holds(holder.pid)) throw new DirectoryTaken(directory, holder)
    rmSync(file, { force: true })
  }
}

function readHolder(file: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('url' in value))
      return undefined
    return typeof value.pid === 'number' && typeof value.url === 'string'
      ? { pid: value.pid, url: value.url }
      : undefined
  } catch {
    return undefined
  }
}

/** Process ids are reused: it counts only when it is alive and is a start. */
function holds(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  return /[\\/]start[\\/]/.test(commandLine(pid) ?? '/start/')
}

function commandLine(pid: number): string | undefined {
  try {
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return undefined
  }
}
