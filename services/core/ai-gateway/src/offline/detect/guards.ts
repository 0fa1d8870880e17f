import type { Range } from '../segment.ts'

/** What a language says when words are not the writer's own present view. All over folded text. */
export interface Guards {
  /** The writer looks at a thought from outside, or has left it behind: the sentence stays quiet. */
  readonly resolved: RegExp
  /** Someone else speaks or thinks; what follows in the clause is theirs. */
  readonly reported: RegExp
  /** The writer's own thinking introduces a quotation: it stays theirs. */
  readonly ownVoice: RegExp
  /** Ends just before a match: the match is denied. */
  readonly denied: RegExp
  /** The clause leaves room for doubt. */
  readonly hedged: RegExp
  /** The sentence answers its own thought. */
  readonly answered: RegExp
}

const QUOTED = /"[^"\n]{1,300}"|(?<=^|[\s(:])'[^'\n]{2,200}'(?=$|[\s.,;!?)])/gu

/** Quoted stretches of a folded text. */
export function quotations(folded: string): Range[] {
  return [...folded.matchAll(QUOTED)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

export const englishGuards: Guards = {
  resolved:
    /\b(?:used to (?:think|believe|feel|tell myself)|caught myself (?:thinking|believing|saying)|no longer (?:believe|think|feel)|not true that|it is a lie that|was telling myself|told myself .{0,60} but|(?:do|does) not (?:really )?(?:believe|think) (?:that )?|the voice in my head|a part of me says|my (?:therapist|counsell?or|coach|friend) (?:asked|says|said|suggested|reminded)|say to a friend|noticed (?:myself|the thought)|the thought that|years ago i (?:thought|believed)|without (?:thinking|believing) that)\b/u,
  reported:
    /\b(?!(?:i|we|me|myself|to) )[a-z']+ (?:always |also |once |just |then |now |used to |has |have |had |never |even )?(?:said|says?|saying|told|tells|shouted|yelled|screamed|called|calls|claimed|claims|wrote|writes|asked|asks|cries|cried|sang|sings|sighed|goes|keeps saying|insists|believes|according to|feels (?:that|like)|thinks (?:that )?(?:he|she|they|her|his))\b|\b(?:according to|on the mug it says|the (?:headline|sign|article|poster|caption|title|song|book|lyrics?|character|chorus) (?:says?|said|goes|claims|is called|reads))\b/u,
  ownVoice:
    /\b(?:i (?:keep |kept |just |always |only |can not help )?(?:think|thinking|thought|tell myself|telling myself|told myself|believe|feel|am like)|i was like|my (?:brain|mind|head|inner)|in my head|voice)\b/u,
  denied:
    /\b(?:not|never|no longer|hardly|is not|was not|without)(?: (?:the|a|an|all|that|really|just|actually|necessarily|always|such|being|even|about)){0,2} $/u,
  hedged:
    /\b(?:maybe|perhaps|might|possibly|part of me (?:thinks|says|feels)|i wonder|i am not sure|could be|sometimes|a bit|partly|in part|some of|at times|kind of funny)\b/u,
  answered:
    /\b(?:(?:and|but) (?:that is|it is) (?:fine|ok|okay|all right|alright|normal)|i will be (?:fine|ok|okay|all right)|i can fix|(?:i|we) (?:do not|does not) (?:need|have) to|but (?:i know )?(?:that|it) is not true|that is (?:just )?(?:the|my) (?:anxiety|depression|old story) (?:talking|speaking)|which is(?: of course)? not true|even if i|but i did\b|but i (?:have )?(?:passed|managed|did|got)\b|and then i remembered|(?:does|do) not (?:have to |necessarily )?mean (?:that )?(?:i|he|she|it|they|we|you)|then i(?: would|'d) book|many people do)/u,
}

/** A weight a match keeps: 1 as it stands, 0 when the words are not the writer's own view. */
export function keep(
  guards: Guards,
  folded: string,
  where: { sentence: Range; clause: Range; match: Range },
): number {
  const sentence = folded.slice(where.sentence.start, where.sentence.end)
  if (guards.resolved.test(sentence)) return 0
  const lead = folded.slice(where.clause.start, where.match.start)
  if (guards.denied.test(lead.slice(-40))) return 0
  const earlier = folded.slice(where.sentence.start, where.match.start)
  const colon = earlier.lastIndexOf(':')
  if (colon !== -1 && guards.reported.test(earlier.slice(0, colon))) return 0
  if (guards.reported.test(lead)) return 0
  let kept = 1
  if (guards.answered.test(sentence)) kept *= 0.3
  if (guards.hedged.test(folded.slice(where.clause.start, where.clause.end))) kept *= 0.7
  return kept
}
