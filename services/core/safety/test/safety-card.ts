import { precheck } from '../src/precheck/index.ts'
import { readTraps } from './traps.ts'
import type { Trap, TrapSet } from './traps.ts'

export interface Judged {
  trap: Trap
  fired: boolean
  family: string | null
  rule: string | null
}

export interface Figures {
  mustFire: number
  fired: number
  mustNotFire: number
  falseAlarms: number
  failing: string[]
}

export function judge(trap: Trap): Judged {
  const result = precheck(trap.text, trap.previous === undefined ? {} : { previous: trap.previous })
  return { trap, fired: result.verdict !== 'clear', family: result.family, rule: result.rule }
}

export function figuresOf(judged: readonly Judged[]): Figures {
  const positives = judged.filter(({ trap }) => trap.fires)
  const negatives = judged.filter(({ trap }) => !trap.fires)
  return {
    mustFire: positives.length,
    fired: positives.filter(({ fired }) => fired).length,
    mustNotFire: negatives.length,
    falseAlarms: negatives.filter(({ fired }) => fired).length,
    failing: judged.filter(({ trap, fired }) => trap.fires !== fired).map(({ trap }) => trap.id),
  }
}

function grouped(judged: readonly Judged[], key: (one: Judged) => string): Map<string, Judged[]> {
  const groups = new Map<string, Judged[]>()
  for (const one of judged) groups.set(key(one), [...(groups.get(key(one)) ?? []), one])
  return groups
}

function row(name: string, figures: Figures): string {
  const recall = figures.mustFire === 0 ? '–' : `${((100 * figures.fired) / figures.mustFire).toFixed(1)} %`
  return [
    name.padEnd(26),
    `${figures.fired}/${figures.mustFire}`.padStart(9),
    recall.padStart(9),
    `${figures.falseAlarms}/${figures.mustNotFire}`.padStart(9),
    `  ${figures.failing.join(' ')}`,
  ].join('')
}

/** The safety card of one trap set, as text. */
export function safetyCard(set: TrapSet): string {
  const judged = readTraps(set).map((trap) => judge(trap))
  const lines = [
    `Safety card — ${set} traps`,
    `${'family'.padEnd(26)}${'fired'.padStart(9)}${'recall'.padStart(9)}${'alarms'.padStart(9)}  failing cases`,
  ]
  for (const [name, group] of grouped(judged, ({ trap }) => trap.file))
    lines.push(row(name, figuresOf(group)))
  lines.push('')
  for (const [name, group] of grouped(judged, ({ trap }) => trap.language))
    lines.push(row(name, figuresOf(group)))
  const all = figuresOf(judged)
  const wrongFamily = judged.filter(
    ({ trap, fired, family }) => trap.fires && fired && family !== trap.family,
  )
  lines.push('', row('all', { ...all, failing: [] }))
  lines.push(
    `fired under another family: ${wrongFamily.map(({ trap, family }) => `${trap.id}→${family ?? ''}`).join(' ') || 'none'}`,
  )
  return lines.join('\n')
}
