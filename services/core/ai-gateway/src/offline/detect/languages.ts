import type { Language, Lexicon } from '../lexicon/language.ts'
import type { Detector } from './engine.ts'
import { german } from '../lexicon/de.ts'
import { spanish } from '../lexicon/es.ts'
import { french } from '../lexicon/fr.ts'
import { italian } from '../lexicon/it.ts'
import { portuguese } from '../lexicon/pt.ts'
import { indexRules } from './rule.ts'

type OtherLanguage = Exclude<Language, 'en'>

const LEXICONS: Readonly<Record<OtherLanguage, Lexicon>> = {
  es: spanish,
  fr: french,
  de: german,
  pt: portuguese,
  it: italian,
}
const ENGLISH =
  'the and is are was were i my me of to in that it you he she not with for but so they have has had be this what at on about when just all im dont if we her him his their from as an or by do did will would can a on no me am always never should must people good there she everyone feel know going'
const FREQUENT = new Map<string, Language[]>()
for (const [language, words] of [
  ['en', ENGLISH],
  ...Object.entries(LEXICONS).map(([code, lexicon]) => [code, lexicon.frequent]),
] as [Language, string][]) {
  for (const word of words.split(' ')) FREQUENT.set(word, [...(FREQUENT.get(word) ?? []), language])
}
/** Letters and signs that one language uses and its neighbours do not. */
const SIGNS: readonly (readonly [RegExp, Language])[] = [
  [/[\u00E3\u00F5]/u, 'pt'],
  [/[\u00F1\u00BF\u00A1]/u, 'es'],
  [/[\u00E4\u00F6\u00FC\u00DF]/u, 'de'],
  [/[\u00EA\u00EE\u00FB\u0153]|(?:^|[^\p{L}])(?:[jld]|qu)['\u2019]/iu, 'fr'],
  [/[\u00EC\u00F2\u00F9]|(?:^|[^\p{L}])(?:all|dell|un|\u00C8)['\u2019 ]/iu, 'it'],
]
const NEVER = /$^/u

function detectorOf(lexicon: Lexicon): Detector {
  return {
    rules: indexRules(lexicon.rules, {}),
    guards: {
      resolved: new RegExp(`\\b(?:${lexicon.resolved})\\b`, 'u'),
      reported: new RegExp(`\\b(?:${lexicon.reported})\\b`, 'u'),
      ownVoice: NEVER,
      denied: new RegExp(`\\b${lexicon.denied} $`, 'u'),
      hedged: new RegExp(`\\b(?:${lexicon.hedged})\\b`, 'u'),
      answered: NEVER,
    },
    joint: new RegExp(`[,;:()] ?| - | (?=(?:${lexicon.joints}) )`, 'gu'),
  }
}

const detectors = new Map<OtherLanguage, Detector>()

/** The detector of a language other than English, built at first use. */
export function detectorFor(language: OtherLanguage): Detector {
  const known = detectors.get(language)
  if (known !== undefined) return known
  const built = detectorOf(LEXICONS[language])
  detectors.set(language, built)
  return built
}

/** The language most frequent words and signs speak for; English when nothing tells. */
export function guessLanguage(text: string, folded: string): Language {
  const counts: Record<Language, number> = { en: 0.9, es: 0, fr: 0, de: 0, pt: 0, it: 0 }
  for (const word of folded.slice(0, 4000).match(/[a-z]+(?:'[a-z]+)?/gu) ?? []) {
    const languages = FREQUENT.get(word) ?? []
    for (const language of languages) counts[language] += 1 / languages.length
  }
  const sample = text.slice(0, 4000)
  for (const [sign, language] of SIGNS) if (sign.test(sample)) counts[language] += 1
  let best: Language = 'en'
  for (const language of Object.keys(counts) as Language[]) {
    if (counts[language] > counts[best]) best = language
  }
  return best
}

/** Joining words a span does not begin with, in the five languages together. */
export const OTHER_LEAD =
  /^(?:(?:y|e|pero|porque|aunque|mais|et|parce que|donc|car|aber|und|weil|also|denn|mas|entao|ma|perche|quindi|asi que)\b[ ,]*)+/u
