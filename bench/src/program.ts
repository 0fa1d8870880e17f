import { execFile } from 'node:child_process'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const workspace = new URL('../../', import.meta.url)

export interface ProgramOptions {
  /** Relative to the workspace. */
  readonly path: string
  readonly args?: readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly timeoutMs: number
}

/** The lines that another package's benchmark prints. */
export async function linesOf(options: ProgramOptions): Promise<string[]> {
  const file = fileURLToPath(new URL(options.path, workspace))
  const { stdout } = await run(process.execPath, [file, ...(options.args ?? [])], {
    cwd: dirname(dirname(file)),
    env: options.environment,
    timeout: options.timeoutMs,
  })
  return stdout.split('\n').filter((line) => line.trim() !== '')
}
