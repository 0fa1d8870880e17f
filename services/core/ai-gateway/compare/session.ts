import type { Contender } from './contender.ts'
import { hashOf, keepVerdict } from './verdicts.ts'

export interface SessionDeps {
  answer(contender: Contender, thought: string): Promise<string>
  show(text: string): void
  /** `1`, `2`, `=` or anything else to stop. */
  ask(): Promise<string>
  /** In [0, 1): which side stands first. */
  random(): number
  now(): string
  readonly path: string
}

/** Shows pairs without names, in an order that tells nothing, and keeps what is said about them. */
export async function compareBlind(
  deps: SessionDeps,
  [one, other]: readonly [Contender, Contender],
  thoughts: readonly string[],
): Promise<number> {
  let kept = 0
  for (const thought of thoughts) {
    const [first, second] = deps.random() < 0.5 ? [one, other] : [other, one]
    const [left, right] = await Promise.all([deps.answer(first, thought), deps.answer(second, thought)])
    deps.show(`\n${thought}\n\n1\n${left}\n\n2\n${right}\n\nWhich helps more? 1, 2, = or q: `)
    const said = (await deps.ask()).trim()
    if (!['1', '2', '='].includes(said)) break
    const [better, worse] = said === '2' ? [second, first] : [first, second]
    await keepVerdict(deps.path, {
      thought: hashOf(thought),
      better: better.name,
      worse: worse.name,
      isTie: said === '=',
      at: deps.now(),
    })
    kept += 1
  }
  return kept
}
