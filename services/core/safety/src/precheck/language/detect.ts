import { normaliseWord } from '../normalise/index.ts'
import type { Normalised } from '../normalise/index.ts'
import { textOf } from '../normalise/tape.ts'
import type { Language } from '../types.ts'
import { languages } from '../types.ts'
import { packs } from './index.ts'

const latin = languages.filter((language) => language !== 'zh')

function stopwords(): Map<string, number[]> {
  const map = new Map<string, number[]>()
  latin.forEach((language, index) => {
    for (const word of packs[language].stopwords.split(' ')) {
      const key = normaliseWord(word)
      map.set(key, [...(map.get(key) ?? []), index])
    }
  })
  return map
}

const languagesOf = stopwords()
const longest = Math.max(...Array.from(languagesOf.keys(), (word) => word.length))
const sample = 400
const space = 32

/** How far the first words of a text speak for each language. */
export interface Tally {
  scores: readonly number[]
  han: number
  count: number
}

export function tallyLanguages({ codes, length, words }: Normalised): Tally {
  const scores = latin.map(() => 0)
  let han = 0
  const count = Math.min(words.length, sample)
  for (let index = 0; index < count; index += 1) {
    const at = words[index] ?? 0
    if ((codes[at] ?? 0) >= 0x3400) {
      han += 1
      continue
    }
    let end = at
    while (end < length && codes[end] !== space && end - at <= longest) end += 1
    if (end - at > longest) continue
    const found = languagesOf.get(textOf(codes.subarray(at, end)))
    for (const language of found ?? []) scores[language] = (scores[language] ?? 0) + 1 / (found?.length ?? 1)
  }
  return { scores, han, count }
}

/** The language a text is mostly written in, told by frequent words; `fallback` when nothing tells. */
export function detectLanguage({ scores, han, count }: Tally, fallback: Language): Language {
  if (han * 3 > count) return 'zh'
  const best = Math.max(0, ...scores)
  if (best < 0.5) return fallback
  const leaders: readonly Language[] = latin.filter((_language, index) => scores[index] === best)
  return leaders.includes(fallback) ? fallback : (leaders[0] ?? fallback)
}
