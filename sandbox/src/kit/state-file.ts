import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stderr } from 'node:process'
import { deserialize, serialize } from 'node:v8'

const soonMs = 100

/** What is kept, as values that can be cloned: maps, sets and objects that are shared stay what they are. */
export interface Keepable<State> {
  /** Another number than the file's means another shape: such a file is not read. */
  readonly version: number
  capture(): State
  restore(state: State): void
  /** Back to a fresh start, after a restore that failed half-way. */
  reset(): void
}

/** A provider's state on disk, so that what the product knows by its id is still there after a restart. */
export interface StateFile {
  /** Takes over what was kept; false when there is nothing. A file that cannot be read is moved aside. */
  load(): boolean
  /** Writes now what has changed; to be called before an answer tells of it. */
  save(): void
  /** Writes in a moment, once for many calls. */
  saveSoon(): void
  /** Writes for the last time. */
  close(): void
}

/** Without a directory nothing is kept. */
export function createStateFile<State>(
  { dataDir, name }: { readonly dataDir: string | undefined; readonly name: string },
  keepable: Keepable<State>,
): StateFile {
  if (dataDir === undefined)
    return { load: () => false, save: () => undefined, saveSoon: () => undefined, close: () => undefined }
  const path = join(dataDir, `${name}.state`)
  let written: Buffer | undefined
  let timer: NodeJS.Timeout | undefined
  let isClosed = false

  const save = (): void => {
    clearTimeout(timer)
    timer = undefined
    if (isClosed) return
    const bytes = serialize({ version: keepable.version, state: keepable.capture() })
    if (written?.equals(bytes) !== true && write(path, bytes)) written = bytes
  }
  return {
    load() {
      const bytes = readIfThere(path)
      if (bytes === undefined) return false
      try {
        keepable.restore(stateIn(bytes, keepable.version) as State)
        return true
      } catch (error) {
        moveAside(path, error)
        keepable.reset()
        return false
      }
    },
    save,
    saveSoon() {
      timer ??= setTimeout(save, soonMs).unref()
    },
    close() {
      save()
      isClosed = true
    },
  }
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

function stateIn(bytes: Buffer, version: number): unknown {
  const kept: unknown = deserialize(bytes)
  if (typeof kept !== 'object' || kept === null || !('version' in kept) || !('state' in kept)) {
    throw new TypeError('it holds no state')
  }
  if (kept.version !== version) throw new TypeError(`its version is ${String(kept.version)}, not ${version}`)
  return kept.state
}

function moveAside(path: string, error: unknown): void {
  const aside = `${path}.unreadable-${Date.now()}`
  renameSync(path, aside)
  warn(`could not read ${path} and starts afresh; the file is now ${aside}`, error)
}

/** A rename, so that a process killed at any moment leaves the old state or the new one. */
function write(path: string, bytes: Buffer): boolean {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(`${path}.new`, bytes, { mode: 0o600 })
    renameSync(`${path}.new`, path)
    return true
  } catch (error) {
    warn(`could not write ${path}, so what is new does not survive a restart`, error)
    return false
  }
}

function warn(what: string, error: unknown): void {
  stderr.write(`The sandbox ${what}: ${error instanceof Error ? error.message : String(error)}\n`)
}
