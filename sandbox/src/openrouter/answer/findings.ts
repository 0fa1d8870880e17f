export const distortionTypes = [
  'all_or_nothing',
  'overgeneralization',
  'mental_filter',
  'disqualifying_positive',
  'mind_reading',
  'fortune_telling',
  'catastrophizing',
  'emotional_reasoning',
  'should_statements',
  'labeling',
  'personalization',
  'blaming',
  'comparing',
] as const
export type DistortionType = (typeof distortionTypes)[number]

export interface Finding {
  readonly type: DistortionType
  /** UTF-16 offsets into the person's text; `quote` is what stands between them. */
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly confidence: number
  readonly reason: string
}

interface Rule {
  readonly type: DistortionType
  readonly pattern: RegExp
  readonly confidence: number
  readonly reason: string
}

/** In the order of preference: the first rule that fits a clause names it. */
const rules: readonly Rule[] = [
  {
    type: 'emotional_reasoning',
    pattern: /\bI feel\b[^.!?]*\b(?:so|therefore|which means|that means)\b[^.!?]*\b(?:must|am|is|are)\b/i,
    confidence: 0.82,
    reason: 'A feeling is taken as proof.',
  },
  {
    type: 'disqualifying_positive',
    pattern:
      /\b(?:(?:doesn't|didn't|don't|does not|did not) (?:really |even )?count|(?:just|only) (?:luck|lucky|being (?:nice|polite|kind))|anyone could have)\b/i,
    confidence: 0.8,
    reason: 'Something good is waved away.',
  },
  {
    type: 'mind_reading',
    pattern:
      /\b(?:they|he|she|everyone|everybody|people|(?:my|the) \w+)(?: all| must| probably| obviously| already| clearly)* (?:thinks?|hates?|knows?|despises?|resents?|(?:is|are) (?:judging|laughing|disappointed|annoyed|sick of))\b[^.!?]*\b(?:I|me|my|I'm)\b/i,
    confidence: 0.84,
    reason: "Another person's thoughts are taken as known.",
  },
  {
    type: 'personalization',
    pattern:
      /\b(?:(?:all |entirely )?my fault|because of me|I (?:ruined|spoiled|wrecked) (?:it|everything|the|their|our)|I let (?:everyone|everybody|them all) down)\b|\bmeine Schuld\b/i,
    confidence: 0.83,
    reason: 'The whole weight is taken on one pair of shoulders.',
  },
  {
    type: 'blaming',
    pattern:
      /\b(?:(?:all |entirely )?(?:his|her|their|your) fault|(?:he|she|they) (?:always )?makes? me (?:feel|so)|(?:he|she|they) ruined my)\b/i,
    confidence: 0.78,
    reason: 'The whole cause is placed with someone else.',
  },
  {
    type: 'comparing',
    pattern:
      /\b(?:everyone|everybody) else\b|\b(?:than (?:me|I am|I do|I will)|(?:others|other people|my friends|they) (?:are|have) (?:all )?(?:ahead|further|so much more|already))\b/i,
    confidence: 0.77,
    reason: "Someone's outside is measured against one's own inside.",
  },
  {
    type: 'labeling',
    pattern:
      /\b(?:I'm|I am|he's|he is|she's|she is|they're|they are) (?:just |such |really |nothing but )*(?:a|an) (?:complete |total |utter |terrible |bad |horrible )?(?:failure|loser|idiot|fraud|burden|mess|joke|coward|disappointment|imposter|impostor|monster|(?:mother|father|parent|friend|person|partner))\b|\bIch bin (?:ein|eine) (?:Versager|Versagerin|Last|Idiot)\b|\bI'm (?:so |just )?(?:worthless|pathetic|stupid|useless|unlovable)\b/i,
    confidence: 0.86,
    reason: 'One word stands for a whole person.',
  },
  {
    type: 'fortune_telling',
    pattern:
      /\b(?:I|it|this|that|they|we|he|she|things|nobody|no one)(?:'ll| will|'m going to| am going to|'s going to| is going to|'re going to| are going to) (?:definitely |surely |probably |just |all )?(?:never|fail|be fired|get fired|lose|mess|go wrong|leave me|end badly|hate|be alone|be a|reject|regret|not work|ever)\b|\bwon't (?:ever|work out|get better|be able to)\b/i,
    confidence: 0.81,
    reason: 'The future is told as if it had happened.',
  },
  {
    type: 'catastrophizing',
    pattern:
      /\b(?:disaster|catastrophe|end of the world|(?:my|whole) life is (?:over|ruined)|everything (?:is|will be) (?:ruined|lost|over)|fall(?:s|ing)? apart|unbearable|can't (?:stand|take|survive) (?:it|this)|the worst thing)\b/i,
    confidence: 0.8,
    reason: 'The worst outcome fills the whole picture.',
  },
  {
    type: 'all_or_nothing',
    pattern:
      /\b(?:(?:completely|totally|absolutely|entirely|utterly) (?:useless|ruined|pointless|failed|worthless|hopeless|wasted|wrong)|total failure|all or nothing|(?:if|unless) [^.!?]*(?:perfect|best)[^.!?]*(?:nothing|pointless|failure|worthless)|complete waste)\b/i,
    confidence: 0.82,
    reason: 'Only two boxes, nothing between them.',
  },
  {
    type: 'overgeneralization',
    pattern:
      /\b(?:always|never|every (?:single )?time|nothing ever|no one ever|nobody ever)\b[^.!?]*\b(?:wrong|fail\w*|mess\w*|ruin\w*|forget\w*|leave\w*|right|work\w*|late|lose\w*|listen\w*|care\w*|disappoint\w*|enough|happen\w*|good|alone|me)\b|\b(?:immer|nie|niemals)\b[^.!?]*\b(?:falsch|schief|vergesse|allein|scheiter\w*|richtig|gut|genug)\b/i,
    confidence: 0.79,
    reason: 'One time stands for every time.',
  },
  {
    type: 'should_statements',
    pattern:
      /\b(?:I|we|they|he|she|people) (?:really |just )?(?:should(?:n't| not)? (?:have|be|know|do|just|already|feel|not)|must (?:not|never|always|be)|ought to)\b|\bIch (?:sollte|müsste)\b/i,
    confidence: 0.76,
    reason: 'A rule is used as a stick.',
  },
  {
    type: 'mental_filter',
    pattern:
      /\b(?:all I (?:can|could) (?:think|see|remember)|the only thing (?:I|that)|I can't stop thinking about (?:the one|how I|that one))\b/i,
    confidence: 0.72,
    reason: 'One detail hides the rest.',
  },
]

/** The distorted clauses of a text, in its order; none for a text that is only sad. */
export function findDistortions(text: string): Finding[] {
  return clausesOf(text).flatMap(({ start, end }) => {
    const quote = text.slice(start, end)
    const rule = rules.find(({ pattern }) => pattern.test(quote))
    if (rule === undefined) return []
    const { type, confidence, reason } = rule
    return [{ type, start, end, quote, confidence, reason }]
  })
}

interface Span {
  readonly start: number
  readonly end: number
}

/** Sentences, and the halves of a long one around ", but" or a semicolon. */
function clausesOf(text: string): Span[] {
  return [...text.matchAll(/[^.!?\n;]+/g)].flatMap(({ 0: sentence, index }) =>
    split(sentence)
      .map(([from, to]) => trim(text, index + from, index + to))
      .filter(({ start, end }) => end - start >= 8),
  )
}

function split(sentence: string): [number, number][] {
  if (sentence.length < 60) return [[0, sentence.length]]
  const cut = /,? (?:but|and yet|although|aber) /i.exec(sentence)
  if (cut === null) return [[0, sentence.length]]
  return [
    [0, cut.index],
    [cut.index + cut[0].length, sentence.length],
  ]
}

function trim(text: string, start: number, end: number): Span {
  const piece = text.slice(start, end)
  const lead = piece.length - piece.trimStart().length
  return { start: start + lead, end: start + piece.trimEnd().replace(/,$/, '').length }
}

const risk =
  /\b(?:kill myself|killing myself|end (?:my life|it all)|suicid\w*|want to die|wish I (?:was|were) dead|don'?t want to (?:live|be alive|be here any ?more|wake up)|better off without me|hurt(?:ing)? myself|cut(?:ting)? myself|kms|unalive|no reason to (?:live|go on)|took (?:all|too many) (?:of )?(?:my |the )?pills|umbringen|nicht mehr leben|quiero morir|me suicider)\b/i
const harmless =
  /\b(?:lyrics?|song|novel|character|movie|film|book|poem|years? ago|(?:years?|months?) since|prevention|awareness|survivor|a friend told)\b|\b(?:not|never) (?:been )?suicidal\b(?![^.!?]*\bbut\b)/i

/** Whether a text may speak of wanting to die or of self-harm; what is plainly not meant so is left out. */
export function speaksOfRisk(text: string): boolean {
  return risk.test(text) && !harmless.test(text)
}
