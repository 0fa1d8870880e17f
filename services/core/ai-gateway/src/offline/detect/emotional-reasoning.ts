import type { RuleSource } from './rule.ts'

const therefore =
  '(?:,? ?(?:and )?(?:so|therefore|thus|hence|which means|that means|that proves|this means|which proves|it means|this proves|that tells me|which tells me|i guess|that must mean|clearly|then|that is how i know|meaning|it follows))'

/** A feeling, used as proof. */
export const emotionalReasoning: readonly RuleSource[] = [
  {
    weight: 0.9,
    on: 'feel feels felt feeling',
    match: `(?:i|it|this) (?:just |still |really |do not |only )*(?:feel|feels|felt|am feeling).{0,60}?${therefore} (?:that )?.{0,40}?(?:must|is\\b|am\\b|are\\b|has|did|does|do not|probably|know|no one|true|will|was|have)`,
    unless:
      'so (?:i (?:am|was) going|i went|i called|we|i did not go|i took|i stayed|i slept|tired|i will (?:ask|talk|call|go|say))|so (?:far|much|many)',
  },
  {
    weight: 0.88,
    on: 'must bound means proves',
    match:
      '(?:i am|i feel|being) (?:so |this |that |really )?{feeling}.{0,50}?(?:(?:that|so|which|,) ?(?:it|he|she|they|this|something|the [a-z]+|my [a-z]+|i) (?:must|has to|have to|is bound|means|proves|clearly|really|probably)|must be (?:wrong|dangerous|true|bad|over|right))',
    unless: 'so i (?:must|have to) (?:sleep|rest|go|call)',
  },
  {
    weight: 0.86,
    on: 'feel',
    match:
      'i (?:just |really |always |still |often )*feel (?:so |just |completely |totally |utterly |really |absolutely |like (?:i am )?|such |as if i am |that i am )*(?:a |an |the )?(?:{bad} )?(?:worthless|unlovable|useless|inadequate|unwanted|defective|pathetic|unworthy|stupid|ugly|disgusting|burden|failure|fraud|loser|impostor|imposter|idiot|disappointment|waste of|freak|monster|bad (?:person|friend|mother|father|mom|mum|dad|daughter|son|wife|husband|partner)|terrible|horrible|outsider who|nobody|nothing|joke|fool|invisible to)',
  },
  {
    weight: 0.85,
    on: 'feel',
    match:
      'i (?:just |really )?feel (?:like|as if|as though|that) i (?:do not (?:matter|belong|deserve|count|exist)|am (?:losing|failing|nothing|not (?:good )?enough|worth|ruining|letting|falling behind)|can not do anything|have no (?:one|worth|future)|will never|deserve)',
  },
  {
    weight: 0.85,
    on: 'feel',
    match:
      '(?:if|because|since) (?:i|it) (?:feel|feels|felt).{0,50}?(?:must|has to|i (?:know|am)|it is|he is|she is|they are|then|there is)',
    unless: 'if i feel (?:like it|better|up to|well|sick)',
  },
  {
    weight: 0.88,
    on: 'gut anxiety fear feeling intuition instinct stomach heart',
    match:
      '(?:my|the|this) (?:gut|anxiety|fear|feeling|intuition|instinct|stomach|heart|body|panic).{0,60}?(?:so (?:it|something|there|that|he|she)|must be|has to be|is (?:always |never )?(?:right|wrong)|proves|means|true)',
  },
  {
    weight: 0.66,
    on: 'gut anxiety fear intuition',
    match: '(?:my|the) (?:gut|anxiety|fear|intuition|instinct) (?:is telling|tells|says|keeps telling) me',
  },
  {
    weight: 0.88,
    on: 'so this',
    match:
      '(?:so|this|that) (?:anxious|scared|afraid|nervous|worried|guilty|ashamed|jealous|angry|sad|overwhelmed|terrified|panicked).{0,60}?(?:must|has to be|there is (?:definitely|obviously|clearly)|is bound|means|proves|reason)',
  },
  {
    weight: 0.88,
    on: 'would wouldn',
    match:
      '(?:would not|not) (?:feel|be) (?:this|so|that) (?:bad|afraid|scared|anxious|worried|guilty|ashamed|sad|nervous|strongly)|if it (?:were|was) not .{0,40}?would not (?:be|feel)',
  },
  {
    weight: 0.86,
    on: 'feels',
    match:
      '(?:it|this|that|everything) (?:just )?feels (?:so |like )?.{0,40}?(?:so|therefore|which means) (?:it|she|he|that|i|they|there)',
  },
  {
    weight: 0.9,
    on: 'so',
    match: 'feel (?:so )?(?:ugly|stupid|fat|worthless|disgusting|boring|dumb).{0,12}? (?:that )?no one',
  },
  {
    weight: 0.7,
    on: 'feels',
    match:
      '(?:it|everything|my life|this) (?:just )?feels (?:so |completely |totally |utterly )?(?:hopeless|pointless|impossible|meaningless|like the end|like it will never)',
  },
  {
    weight: 0.75,
    on: 'feel',
    match:
      'i (?:can )?(?:just )?feel (?:it )?(?:that )?(?:it|something|this|that) (?:is|will|bad)(?: going to)? (?:go wrong|happen|wrong|terrible|bad|be bad|coming)',
  },
  {
    weight: 0.86,
    on: 'so',
    match:
      '(?:so much|so badly|so strongly) (?:that )?(?:i know|i am sure|it must|it has to|something|there must|there has to)',
  },
  {
    weight: 0.86,
    on: 'if',
    match:
      'if (?:my (?:body|heart|gut|mind|stomach)|i) (?:am|react|reacts?|feels?|panic|panics|shakes?|shake).{0,40}?(?:must|has to|have to|there is)',
  },
  {
    weight: 0.84,
    on: 'feel',
    match: 'i feel like (?:a |an |the )?(?:[a-z]+ ){1,6}?,? (?:so|and) that is (?:what|how) (?:i am|it is)',
  },
  {
    weight: 0.9,
    on: 'feeling feelings',
    match:
      'feelings? (?:that |this )?(?:strong|big|bad|deep|clear)? ?(?:does|do|can) not (?:lie|be wrong|come from nowhere)',
  },
  {
    weight: 0.88,
    on: 'feels feel',
    match:
      '(?:it|this|everything) feels [a-z]+,? (?:so|which means|therefore) (?:it|this|everything) (?:is|must be)',
  },
  {
    weight: 0.86,
    on: 'because',
    match:
      'because i (?:am|feel) (?:so )?(?:scared|afraid|anxious|nervous|guilty|jealous|ashamed|worried)[^.]{0,30}(?:is|must be|are|was) (?:dangerous|wrong|bad|guilty|unsafe|true|real)',
  },
  {
    weight: 0.84,
    on: 'or',
    match: '(?:or|otherwise) i would not (?:be feeling|feel|be) (?:so |this |like )',
  },
]
