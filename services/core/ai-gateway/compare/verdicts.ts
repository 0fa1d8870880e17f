import { createHash } from 'node:crypto'
import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Which of two answers was better. The thought is kept as a hash: enough to tell repeated pairs, no text. */
export interface Verdict {
  readonly thought: string
  readonly better: string
  readonly worse: string
  readonly isTie: boolean
  readonly at: string
}

export const hashOf = (thought: string): string =>
  createHash('sha256').update(thought).digest('hex').slice(0, 16)

export async function keepVerdict(path: string, verdict: Verdict): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await appendFile(path, `${JSON.stringify(verdict)}\n`)
}

export async function readVerdicts(path: string): Promise<Verdict[]> {
  const text = await readFile(path, 'utf8').catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Verdict)
}

/** Wins and ties of two contenders against each other. */
export function tally(verdicts: readonly Verdict[], one: string, other: string) {
  const between = verdicts.filter(
    ({ better, worse }) => [one, other].includes(better) && [one, other].includes(worse),
  )
  const wins = (name: string) => between.filter(({ better, isTie }) => !isTie && better === name).length
  return { [one]: wins(one), [other]: wins(other), ties: between.filter(({ isTie }) => isTie).length }
}
