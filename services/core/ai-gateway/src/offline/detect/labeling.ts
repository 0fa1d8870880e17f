import type { RuleSource } from './rule.ts'

const being =
  '(?:i am|i was|i have become|i have always been|i will always be|i am being|it is that i am|i remain|makes me|i guess i am|god i am|i must be)'
const deg =
  '(?:just |such |so |really |a |an |the |one |nothing but |nothing more than |total |complete |utter |absolute |real |fucking |damn |bloody |totally |completely |absolutely |simply |basically |clearly |obviously |always |still |big |huge |little |pretty |too |very |kind of |such a |stupid |lazy |pathetic |fat |ugly |useless |worthless |horrible |selfish |terrible |weak |miserable |old |dumb |sad |hopeless |incompetent |failed |massive |giant |certified |actual |own |honestly |truly |literally |probably |only |definitely ){0,5}'
/** Someone else's thought, or a feeling: other patterns say it better. */
const elsewhere =
  '(?<!\\bi )(?:thinks?|thinking|believes?|sees?|notices?|noticed) (?:that |how )?i (?:am|was)|feel (?:like|as if) i am'
const glad = '(?:happy|lovely|luckiest|lucky|proud|fun|grateful|flour|sweet|good kind|in a good way|lol|haha)'

/** A whole person, squeezed into one word. */
export const labeling: readonly RuleSource[] = [
  {
    weight: 0.92,
    on: 'am was been become being be makes',
    match: `${being} ${deg}(?:{fool})\\b(?! (?:of|with|else|to (?:do|say|wear|eat|see)|wrong|in the dark|who can))`,
    unless: `${glad}|${elsewhere}|am nothing (?:like|if)|no one|compared|next to`,
  },
  {
    weight: 0.66,
    on: 'nothing nobody',
    match: 'i am (?:just |really )?(?:a )?(?:nothing|nobody|no one|zero)(?:$|[ ,.!])',
  },
  {
    weight: 0.9,
    on: 'am was been become being be makes',
    match: `${being} ${deg}(?:{low})\\b(?! (?:of|for|about|that|to|today|but))`,
    unless: `${glad}|${elsewhere}`,
  },
  {
    weight: 0.72,
    on: 'stupid weak lazy dumb broken useless selfish ugly',
    match:
      'i am (?:so |just |too |such |really )*(?:stupid|dumb|weak|lazy|useless|selfish|ugly|broken|pathetic|worthless|disgusting)',
    unless: `not|${glad}|${elsewhere}`,
  },
  {
    weight: 0.84,
    on: 'hopeless terrible bad awful crap rubbish useless crazy insane',
    match: `${being} ${deg}(?:hopeless|terrible|bad|awful|crap|rubbish|useless|crazy|insane|crazy person|no good|horrible)(?: (?:at|with) (?:people|life|everything|this|love|relationships|being)|$|[,.!?])`,
    unless: 'feel',
  },
  {
    weight: 0.91,
    on: 'mother mom mum father dad parent husband wife partner girlfriend boyfriend friend daughter son sister brother person human man woman teacher boss manager leader employee worker colleague student doctor nurse cook writer artist musician individual granddaughter grandson aunt uncle neighbour neighbor kid child driver listener owner roommate caregiver host being',
    match: `(?:${being}|what|i make|i would make|i will be|i would be) ${deg}(?:{bad}) (?:{bad} )?(?:{role})`,
    unless: `not (?:a|such)|${glad}|${elsewhere}`,
  },
  {
    weight: 0.82,
    on: 'worst dumbest ugliest laziest weakest stupidest',
    match:
      'i am (?:literally |probably |just )?the (?:worst|dumbest|ugliest|laziest|weakest|stupidest|most (?:stupid|pathetic|useless|selfish|boring|horrible)) ?(?:{role}|[a-z]+)?',
    unless: glad,
  },
  {
    weight: 0.86,
    on: 'what',
    match: `what (?:a|an|kind of|sort of) (?:complete |total |utter |stupid |absolute |huge |horrible |terrible |bad |{bad} )*(?:{fool}|(?:{bad}) (?:{role})|{role} (?:am i|does that|forgets|cries))`,
  },
  {
    weight: 0.8,
    on: 'stupid dumb idiot',
    match:
      '(?:stupid|dumb|silly),? (?:stupid|dumb|silly)? ?me\\b|^(?:you )?(?:stupid|idiot|pathetic|loser|useless)[.! ]*$|(?:you|me) (?:stupid )?(?:idiot|loser|moron|fool)',
  },
  {
    weight: 0.85,
    on: 'wrong',
    match:
      '(?:something|everything|a lot) (?:is |must be |has to be )?(?:really |seriously |deeply |fundamentally |just )*wrong with me\\b|what is wrong with me',
  },
  {
    weight: 0.83,
    on: 'is are was were',
    match: `(?:he|she|they|you|people|men|women|my [a-z]+(?:-in-law)?|(?:the|his|her|our) [a-z]+(?: [a-z]+)?|everyone|[a-z]+) (?:is|are|was|were) ${deg}(?:all |both )?(?:{fool}|{low}|{bad} (?:{role}|monster|people|animals?|cow|pigs?))s?\\b`,
    unless: `(?:evening|day|night|party|interview|talk|dinner|trip|holiday|date|show|project|start|week|month|year|morning|exam|weekend|lesson|wedding|concert|printer|weather|film|movie|soup|book|game|coffee|idea|title|question|plan|thing|car|machine|phone|food|tv|computer|bus|${glad}|(?:this|that|it|there|which|what|kitchen|house|room|flat|desk|garden|hair|dog|cat|song|mum|cellar|cheese|price|joke|answer|meeting) (?:is|are|was|were))`,
  },
  {
    weight: 0.84,
    on: 'nothing',
    match: 'i am (?:just |really )?nothing (?:but|more than) (?:a |an )?[a-z]+',
  },
  {
    weight: 0.75,
    on: 'person sort type kind',
    match:
      'i am (?:just )?(?:not|never) (?:a |an |the )(?:[a-z]+ )?(?:good|nice|likeable|likable|lovable|smart|strong|real|sporty|social|capable|creative|interesting|whole|normal|healthy|decent) ?(?:person|type|kind|mother|father|friend|man|woman|human)?',
  },
  {
    weight: 0.84,
    on: 'damaged goods cause',
    match: `${being} (?:just )?(?:damaged goods|a lost cause|beyond repair|a waste)`,
  },
  {
    weight: 0.8,
    on: 'too much',
    match:
      'i am (?:just |simply |always )?too much (?:for|to handle)|i am not (?:good )?enough\\b|i am (?:just )?not lovable|i am not worth',
  },
  { weight: 0.75, on: 'hate', match: 'i (?:really |just |fucking )?hate (?:myself|who i am|the person i)' },
  {
    weight: 0.86,
    on: 'walking complete total utter absolute certified',
    match:
      '(?:a |an )?(?:walking|complete|total|utter|absolute|certified|hopeless) (?:disaster|catastrophe|{fool}|cliche|contradiction)',
    unless: `${glad}|(?:is|was|were|be|evening|film|called the) (?:a |an )?(?:complete|total|utter|absolute)`,
  },
  { weight: 0.78, on: 'typical classic', match: '(?:typical|classic) me\\b' },
  { weight: 0.86, on: 'excuse', match: '(?:sorry|poor|pathetic|sad) excuse for (?:a |an )?[a-z]+' },
  {
    weight: 0.8,
    on: 'needy clingy spineless pathetic disgusting annoying boring stupid',
    match:
      'i (?:am|was) (?:so |just |always |too |such |[a-z]+ and )*(?:needy|clingy|spineless|pathetic|annoying|boring|stupid|insecure and [a-z]+)(?:$| and|[,.!])',
    unless: `feel|${elsewhere}|sometimes`,
  },
]
