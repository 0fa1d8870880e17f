import { guessLanguage } from './detect/languages.ts'
import { fold } from './fold.ts'
import type { FragmentType } from './taxonomy.ts'
import { findTopic } from './reframe/topic.ts'
import { choose } from './stable-choice.ts'
import { fill, type Wording, wordingFor } from './wording/index.ts'

export interface ReflectInput {
  /** What the person wrote in this session, oldest first. */
  readonly messages: readonly string[]
  readonly fragments: readonly { readonly type: FragmentType; readonly text: string }[]
  /** Tag of the language to answer in; without one, that of the messages. */
  readonly language?: string | undefined
}

function commonest(fragments: ReflectInput['fragments']): { type: FragmentType; count: number } | undefined {
  const counts = new Map<FragmentType, number>()
  for (const { type } of fragments) counts.set(type, (counts.get(type) ?? 0) + 1)
  const [top] = [...counts].toSorted((a, b) => b[1] - a[1])
  return top === undefined ? undefined : { type: top[0], count: top[1] }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function middle(
  { reflection, patterns }: Wording,
  fragments: ReflectInput['fragments'],
  key: string,
): string {
  const top = commonest(fragments)
  if (top === undefined) return choose(reflection.quiet, key)
  const pattern = patterns[top.type]
  const { one, several, mixed } = reflection
  const options = fragments.length === 1 ? one : top.count > 1 ? several : mixed
  const count = top.count > 1 ? top.count : fragments.length
  return fill(choose(options, key), { pattern, Pattern: capital(pattern), count })
}

function languageOf(written: string): string {
  return /\p{Script=Han}/u.test(written) ? 'zh' : guessLanguage(written, fold(written).folded)
}

/** A few closing sentences for a Mirror session: what it was about, what it leaned on, no verdict. */
export function reflect(input: ReflectInput): { reflection: string } {
  const written = input.messages.join('\n').slice(0, 20_000)
  const key = `${written}|${input.fragments.length}`
  const wording = wordingFor(input.language ?? languageOf(written))
  const { empty, day, openings, closings } = wording.reflection
  if (written.trim() === '') return { reflection: empty }
  const it = findTopic(written).it ?? day
  const opening = fill(choose(openings, `${key}|opening`), { it, It: capital(it) })
  return {
    reflection: [opening, middle(wording, input.fragments, key), choose(closings, `${key}|close`)].join(' '),
  }
}

/** What stands in when a reflection may not be shown. */
export function plainReflection(language: string | undefined): { reflection: string } {
  return { reflection: wordingFor(language).reflection.plain }
}
