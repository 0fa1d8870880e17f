import { packs } from '../language/index.ts'
import type { LanguagePack } from '../language/pack.ts'
import type { Normalised } from '../normalise/index.ts'
import type { Match } from '../rules/matcher.ts'
import { compileOpening, compileFinder } from '../rules/finder.ts'
import { lastBefore } from '../sorted.ts'
import type { Finder, Opening, Sites } from '../rules/finder.ts'
import type { Language } from '../types.ts'
import { languages } from '../types.ts'

interface Context {
  negators: Opening | null
  falseNegation: Opening | null
  pastTense: Finder | null
  pastMarkers: Finder | null
  returning: Finder | null
  fiction: Finder | null
  attribution: Opening | null
  selfQuote: Finder | null
  firstPerson: Finder | null
  otherPerson: Finder | null
  override: Finder | null
}

function compile(pack: LanguagePack): Context {
  const { lists } = pack
  const han = pack.language === 'zh'
  const how = { lists, han }
  const between = `~5(${pack.negationFill})`
  const near = (lines: string): Finder | null => compileFinder(lines, lists, han)
  return {
    negators: compileOpening(pack.negators, between, how),
    falseNegation: compileOpening(pack.falseNegation, between, how),
    pastTense: near(pack.pastTense),
    pastMarkers: near(pack.pastMarkers),
    returning: near(pack.returning),
    fiction: near(pack.fiction),
    attribution: compileOpening(pack.attribution, '~1', how),
    selfQuote: near(pack.selfQuote),
    firstPerson: near(pack.firstPerson),
    otherPerson: near(pack.otherPerson),
    override: near(pack.override),
  }
}

const contexts = Object.fromEntries(
  languages.map((language) => [language, compile(packs[language])]),
) as Record<Language, Context>

const reach = 90

/** A text as it is read: its words, and the places at which guards may stand. */
export interface Read {
  normalised: Normalised
  sites: Sites
}

function clauseStart(normalised: Normalised, match: Match): number {
  const clause = lastBefore(normalised.clauses, match.start)
  return clause < 0 ? match.sentence.start : Math.max(match.sentence.start, normalised.clauses[clause] ?? 0)
}

function clauseEnd(normalised: Normalised, match: Match): number {
  const next = normalised.clauses[lastBefore(normalised.clauses, match.end - 1) + 1]
  return next === undefined ? match.sentence.end : Math.min(match.sentence.end, next)
}

function isNegated({ normalised, sites }: Read, match: Match, context: Context): boolean {
  const governed = packs[match.rule.language].deniesAcrossClauses
    ? match.sentence.start
    : clauseStart(normalised, match)
  const from = Math.max(governed, match.start - reach)
  return (
    sites.opens(context.negators, from, match.start) && !sites.opens(context.falseNegation, from, match.start)
  )
}

function isPast({ normalised, sites }: Read, match: Match, context: Context): boolean {
  const { start, end, sentence } = match
  const from = clauseStart(normalised, match)
  const governed = packs[match.rule.language].deniesAcrossClauses ? sentence.start : from
  if (!sites.has(context.pastTense, Math.max(governed, start - 24), end)) return false
  const to = Math.min(clauseEnd(normalised, match), end + 200)
  if (sites.has(context.returning, Math.max(from, start - 200), to)) return false
  const around = { from: Math.max(sentence.start, start - 200), to: Math.min(sentence.end, end + 200) }
  if (sites.has(context.pastMarkers, around.from, around.to)) return true
  return sites.has(context.pastMarkers, Math.max(0, sentence.start - 80), sentence.start)
}

/** The quotation mark that opens a quotation around the match, or -1. */
function openingQuote(normalised: Normalised, match: Match): number {
  const { quotes } = normalised
  const last = lastBefore(quotes, match.start)
  if (last < 0) return -1
  const open = quotes[last] ?? 0
  const close = quotes[last + 1]
  const inside = last % 2 === 0 && close !== undefined && close >= match.end - 1
  return inside && close - open < 400 ? open : -1
}

function isReported({ normalised, sites }: Read, match: Match, context: Context): boolean {
  const { start, end, sentence } = match
  if (sites.opens(context.attribution, Math.max(sentence.start, start - reach), start)) return true
  const open = openingQuote(normalised, match)
  if (open < 0) return false
  const around = { from: Math.max(0, open - 160), to: Math.min(normalised.length, end + 160) }
  return (
    sites.has(context.fiction, around.from, around.to) &&
    !sites.has(context.selfQuote, Math.max(0, open - 45), open)
  )
}

function isAnotherPerson({ sites }: Read, { start, sentence }: Match, context: Context): boolean {
  const from = Math.max(sentence.start, start - 60)
  const other = sites.last(context.otherPerson, from, start)
  return other >= 0 && other > sites.last(context.firstPerson, from, start)
}

/** Whether the text tells the system to look away; fiction and quotation then excuse nothing. */
export function overrides({ normalised, sites }: Read, language: Language): boolean {
  return sites.has(contexts[language].override, 0, normalised.length)
}

const nearby = 80

function isIdiom({ sites }: Read, match: Match): boolean {
  const { rule, start, end, sentence } = match
  const around = {
    start: Math.max(sentence.start, start - nearby),
    end: Math.min(sentence.end, end + nearby),
  }
  return sites.touches(rule.idiom, around, match)
}

function isExcused({ sites }: Read, { rule, start, end, sentence }: Match): boolean {
  return sites.has(
    rule.unless,
    Math.max(sentence.start, start - nearby),
    Math.min(sentence.end, end + nearby),
  )
}

function lacksCompany({ normalised, sites }: Read, { rule, start, end }: Match): boolean {
  if (rule.needs === null) return false
  return !sites.has(rule.needs, Math.max(0, start - 240), Math.min(normalised.length, end + 240))
}

/** A word of Chinese is about two characters. */
const mostBesides = { words: 6, characters: 12 } as const

/** Whether more than a few words stand in the sentence beside the match. */
function hasMoreToSay({ normalised }: Read, { rule, start, end, sentence }: Match): boolean {
  const { words } = normalised
  const most = rule.language === 'zh' ? mostBesides.characters : mostBesides.words
  let besides = 0
  for (let at = lastBefore(words, sentence.start - 1) + 1; at < words.length; at += 1) {
    const word = words[at] ?? 0
    if (word >= sentence.end || besides > most) break
    if (word < start || word >= end) besides += 1
  }
  return besides > most
}

/** Whether a match still counts after idiom, negation, time, quotation and person are looked at. */
export function counts(read: Read, match: Match, overridden: () => boolean): boolean {
  const { ignore, language } = match.rule
  const context = contexts[language]
  if (match.rule.alone && hasMoreToSay(read, match)) return false
  if (isIdiom(read, match) || isExcused(read, match) || lacksCompany(read, match)) return false
  if (!ignore.has('person') && isAnotherPerson(read, match, context)) return false
  if (!ignore.has('negation') && isNegated(read, match, context)) return false
  if (!ignore.has('past') && isPast(read, match, context)) return false
  return ignore.has('reported') || !isReported(read, match, context) || overridden()
}
