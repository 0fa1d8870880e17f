import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Storage } from './types.ts'

/** What outlives the process. Times are epoch milliseconds of the server. */
export interface State {
  readonly lease: string
  /** Time that has been, or is paid for: no later run may begin before it. */
  readonly highWater: number
  readonly offlineSince: number | null
  /** By how much the system's clock was ahead of the server's. */
  readonly skew: number
}

export interface StateStore {
  /** `altered` when there is something that this key and machine did not write. */
  load(): Promise<State | 'none' | 'altered'>
  /** Whether it has reached the storage; undefined clears it. */
  save(state: State | undefined): Promise<boolean>
}

/**
 * Seals the state under the licence key and the machine: a copy on another machine, or a figure changed by hand, is
 * noticed. (Who reads this source can forge the seal; the lease inside is signed by the server.)
 */
export function createStateStore(storage: Storage, licenseKey: string, hardwareId: string): StateStore {
  const seal = (text: string): Buffer =>
    createHmac('sha256', `${licenseKey}:${hardwareId}`).update(text).digest()
  const unseal = (text: string): State | 'altered' => {
    const { state, seal: given } = JSON.parse(text) as { state: string; seal: string }
    const isOwn = timingSafeEqual(seal(state), Buffer.from(given, 'base64url'))
    return isOwn ? (JSON.parse(state) as State) : 'altered'
  }
  // One write after another, so that the last word stays.
  let last: Promise<unknown> = Promise.resolve()
  return {
    load: async () => {
      const text = await storage.read().catch(() => null)
      if (text === null) return 'none'
      try {
        return unseal(text)
      } catch {
        return 'altered'
      }
    },
    save: (state) => {
      const body = state && JSON.stringify(state)
      const text =
        body === undefined ? null : JSON.stringify({ state: body, seal: seal(body).toString('base64url') })
      const written = last
        .then(() => storage.write(text))
        .then(
          () => true,
          () => false,
        )
      last = written
      return written
    },
  }
}

/** A file for each key and machine in the folder that the system means for such things. */
export function createFileStorage(licenseKey: string, hardwareId: string): Storage {
  const name = createHash('sha256').update(`${licenseKey}:${hardwareId}`).digest('hex').slice(0, 24)
  const file = join(stateFolder(), 'coditect-license', `${name}.json`)
  return {
    read: () => readFile(file, 'utf8'),
    write: async (text) => {
      if (text === null) return rm(file, { force: true })
      await mkdir(dirname(file), { recursive: true, mode: 0o700 })
      const next = `${file}.${process.pid}`
      await writeThrough(next, text)
      await rename(next, file)
    },
  }
}

async function writeThrough(file: string, text: string): Promise<void> {
  const handle = await open(file, 'w', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function stateFolder(): string {
  const { LOCALAPPDATA, XDG_STATE_HOME } = process.env
  if (process.platform === 'win32') return LOCALAPPDATA || join(homedir(), 'AppData', 'Local')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return XDG_STATE_HOME || join(homedir(), '.local', 'state')
}
