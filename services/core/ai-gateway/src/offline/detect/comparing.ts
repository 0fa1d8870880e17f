import type { RuleSource } from './rule.ts'

const more =
  '(?:better|smarter|prettier|thinner|happier|faster|richer|cleverer|funnier|stronger|nicer|fitter|slimmer|braver|quicker|kinder|cooler|more [a-z]+|further(?: along)?|ahead|sharper|tougher|hotter|wiser|healthier|calmer|less [a-z]+)'
const all =
  '(?:everyone|everyone else|everyone (?:around|i know)[a-z ]{0,10}|everyone my age|all (?:of )?my [a-z]+|all (?:of )?the (?:others|other [a-z]+)|they all|all of them|the others|others|people|other (?:people|mothers|fathers|moms|mums|dads|women|men|couples|kids|parents|students|families|girls|guys)|(?:my|our) (?:friends|classmates|colleagues|siblings|cousins|peers|coworkers|old classmates)|the rest|most people|normal people|people my age|women my age|men my age)'
const lack =
  '(?:i (?:am |can |have |do |did |still |could )*(?:not|barely|still|stuck|just|nothing|no|never|only|alone|single|even|renting|here|struggl|fail|left|behind|a mess)|and me|and i\\b|but me|except me|only i|only me|than me)'

/** Someone else's outside, held against one's own inside. */
export const comparing: readonly RuleSource[] = [
  {
    weight: 0.88,
    on: 'than',
    match: `(?:so much|way|far|a (?:thousand|hundred|million) times|a lot|miles|always|clearly|infinitely|everyone|everyone else|they all|all|everyone is|much) (?:[a-z]+ ){0,5}?${more} .{0,25}?than (?:me\\b|i\\b|mine|i am|i ever|myself)`,
    unless: 'patient than i was',
  },
  {
    weight: 0.86,
    on: 'than',
    match:
      'i am (?:so |always |just )?(?:much|way|far|so much|a lot|even) (?:more |less )?[a-z]+ than (?:anyone|everyone|him|her|them|the|my|all|other|[a-z]+)',
    unless:
      '(?:more|less) (?:[a-z]+ )?than (?:i|last|a year|before|yesterday)|than (?:i|last|a year|before|yesterday)',
  },
  {
    weight: 0.78,
    on: 'than',
    match: `(?:are|is|has|have|gets?|does|do|looks?|seems?|did|earns?|sings?|can) (?:all )?(?:it |things |grades |a )?(?:${more}|better [a-z]+|twice as much|[a-z]+ [a-z]+ better) than (?:me\\b|i am|i do|i have|i ever|mine|i will)`,
    unless: '(?:at (?:tennis|chess|cooking|maths|cards)|taller|older|younger|by a head|so (?:she|he) )',
  },
  {
    weight: 0.9,
    on: 'than',
    match: '(?:more|further|better|happier) .{0,25}?than i (?:have|am|do|ever|will|did)\\b.{0,20}',
    unless: 'than i (?:thought|expected|was|had planned|need)|happier than i have ever',
  },
  {
    weight: 0.92,
    on: 'as',
    match:
      '(?:never|not) (?:ever |going to |half |nearly |be |even )*be (?:nearly |half )?as [a-z]+ as|i (?:am|was) (?:not|nowhere near|never) (?:nearly |half |anywhere near )?as [a-z]+ as|half as [a-z]+ as',
    unless: 'and i do not need|as bad as|as soon as|as far as|as late as|as fast as (?:the|last)',
  },
  {
    weight: 0.84,
    on: 'else',
    match:
      'everyone else (?:just |always |already |in [a-z ]{2,14} |here |at [a-z ]{2,14} )?(?:seems?|is|has|can|could|finds?|gets?|manages?|does|copes?|knows?|looks?|was|got|had|understands?|makes?|appears?|handles?|lives?|goes)(?! the problem)',
    unless:
      'else (?:is|was) (?:the problem|asleep|gone|out|at (?:work|home)|ill|on holiday|had (?:soup|left))|thinks',
  },
  {
    weight: 0.86,
    on: 'while and but whereas when',
    match: `${all} .{0,70}?(?:,| while| and| but| whereas| when)+ ${lack}`,
    unless: 'and i (?:talked|went|laughed|had|we|danced|left|took|sang|helped)',
  },
  {
    weight: 0.84,
    on: 'ahead behind',
    match:
      '(?:is|are|gets?|moving|far|so far|way|all) (?:so |far |way |all )?ahead of me\\b|(?:so |far |way |always |am |falling |lagging |fallen |left |feel )+behind (?:everyone|the others|all|my|them|in life|where i|other|compared)?',
    unless: 'left behind the|behind the (?:house|school|schedule)',
  },
  {
    weight: 0.84,
    on: 'age',
    match:
      '(?:at my age|when (?:he|she|they|my [a-z]+) (?:was|were) my age).{0,60}?(?:my|he|she|they|other|everyone|people|already)|(?:everyone|people|women|men|girls|guys|most people) (?:of )?my (?:own )?age',
    unless: 'should|ought',
  },
  {
    weight: 0.84,
    on: 'only',
    match:
      'i (?:am|was|must be|feel like) (?:probably |always |literally )?the only (?:one|person|woman|man|girl|guy|mother|adult|student|single|human) (?:in|who|here|of|left|without|that|person|at|on).{0,60}?',
    unless:
      'the only (?:one|person) (?:who|that) (?:knows the|likes|speaks|has the key|can drive|brought|showed)',
  },
  {
    weight: 0.9,
    on: 'why',
    match:
      'why (?:can not i|can i not|could i not|am i not|can i never|am i never|did i not) (?:just )?(?:be|have|do|look|get|manage|like|as|more)(?: more| as| like| a)? ?(?:like|as|what|[a-z]+ (?:like|as))',
  },
  {
    weight: 0.82,
    on: 'measure hold live compete match compare',
    match:
      '(?:do|can|could|will|did) (?:not|never) (?:even |ever |possibly )?(?:measure up|hold a candle|live up|compete|match up|compare|keep up with)',
    unless: 'not compare (?:prices|the)',
  },
  {
    weight: 0.84,
    on: 'compared comparison next beside',
    match:
      '(?:compared (?:to|with)|in comparison (?:to|with)|next to|beside) (?:him|her|them|hers|his|theirs|everyone|others|my [a-z]+|the others|the other [a-z]+|[a-z]+)(?:,)? (?:i |my |everything i )|(?:i |my |pathetic |nothing |ugly |small |boring |stupid |like ).{0,40}?(?:compared (?:to|with)|next to|beside|in comparison (?:to|with)?) (?:him|her|hers|them|his|theirs|everyone|my|other|the|[a-z]+)',
    unless:
      '(?:sit|sat|lives?|stood|parked|sits|compared (?:to|with) (?:last|may|the (?:previous|old))|next to the)',
  },
  {
    weight: 0.76,
    on: 'half twice',
    match:
      '(?:with |has |have |studies |works |worked )*(?:half|twice|double|a third of) (?:my|as much|as many|the|as hard).{0,60}?(?:than|twice|more|and|better)',
    unless: 'half the (?:price|cake)',
  },
  {
    weight: 0.74,
    on: 'wish',
    match:
      'i wish i (?:was|were|had|could be|could look|looked) (?:just |a bit |more |half )*(?:like|her|his|their|as) ?[a-z]*',
    unless: 'her (?:number|recipe|address)',
  },
  {
    weight: 0.78,
    on: 'and while',
    match:
      '(?:he|she|my [a-z]+) .{0,50}?(?: and| while| but) i (?:get nothing|can not even|have nothing|am still|do not even|get everything wrong|never|am nothing|am just|barely|only)',
    unless: 'i am still (?:learning|here|glad)',
  },
  {
    weight: 0.8,
    on: 'normal other others',
    match:
      '(?:normal|other|most|all the other) (?:people|mothers|fathers|moms|mums|dads|women|men|couples|kids|parents|students|families|adults) (?:can|could|manage|have|do|cope|would|get|seem|are|find|know|just|don)(?! (?:in the|at the|on the))',
    unless: '(?:other people (?:have|are|do) (?:the same|too|also)|too\\b|were there)',
  },
  {
    weight: 0.8,
    on: 'slowest worst ugliest dumbest weakest oldest fattest poorest least',
    match:
      '(?:i am )?(?:always |probably |by far )*the (?:slowest|ugliest|dumbest|weakest|fattest|poorest|least [a-z]+|worst|oldest)(?: (?:one|person|player|runner|student|singer|dancer|mother))? (?:in|of|on|at|here|out of) (?:the|my|our|them|all|this|every)',
    unless: 'the worst (?:part|of the climb|in the world)|worst in his',
  },
  {
    weight: 0.86,
    on: 'worse',
    match:
      'worse (?:[a-z]+ )?than (?:anyone|everyone|all|any|the others|every|other people|my [a-z]+|them|him|her)',
  },
  { weight: 0.78, on: 'show', match: '(?:have|got) nothing to show' },
  {
    weight: 0.8,
    on: 'seems looks',
    match:
      "(?:everyone|her|his|their|other people's|everyone's|everyone else's) (?:life|lives|marriage|family|career|house|relationship)? ?(?:seems?|looks?|is|are) (?:so |all |perfect|better|happier|together|easy|amazing)(?: [a-z]+)?",
    unless: 'looks? (?:tired|like rain|fine)',
  },
  {
    weight: 0.84,
    on: 'everyone all others',
    match:
      '(?:everyone|all the people|all the others|half the people) i (?:studied|grew up|went to (?:school|college|uni)|trained|started|graduated|worked) with',
  },
  { weight: 0.82, on: 'here', match: '(?:and|while|but) here i am', unless: 'glad|happy' },
  {
    weight: 0.82,
    on: 'more better',
    match:
      '(?:even |everyone |they |he |she |my [a-z]+ |my little [a-z]+ |the [a-z]+ )+(?:earns?|makes?|has|have|got|knows?|does|gets?|can do|sells?|runs?|reads?|weighs?) (?:so much |way |far |a lot )?(?:more|better|twice|less)(?: [a-z]+)? than (?:i do|i am|me\\b|i have|i can|i ever)',
  },
  {
    weight: 0.78,
    on: 'like',
    match:
      '(?:next to|compared with|compared to|beside) .{0,30}? i (?:look|seem|feel|am|sound) (?:like )?(?:a |an |so )?[a-z]+',
  },
  {
    weight: 0.88,
    on: 'everyone',
    match:
      'everyone (?:from|in|at|of|on) [^.,]{2,30} (?:has|had|is|owns|got|made)[^.]{2,40}(?:and|while|but) i (?:have|am|got|can)',
  },
  {
    weight: 0.9,
    on: 'everyone all they',
    match:
      '(?:everyone|they all|all of them|all my [a-z]+)[^.]{3,70}(?:apart from|except(?: for)?|but not|other than) me',
  },
  {
    weight: 0.84,
    on: 'look',
    match: '(?:and|while|but) (?:then )?look at me',
  },
  {
    weight: 0.88,
    on: 'hardly barely even',
    match:
      '(?:he|she|they|my [a-z]+|when my [a-z]+)[^.]{3,60}(?:while|and|but|whereas) i can (?:hardly|barely|not even)',
  },
  {
    weight: 0.84,
    on: 'half',
    match: 'half my age',
  },
  {
    weight: 0.84,
    on: 'still',
    match: '(?:my [a-z]+|he|she) is (?:[0-9]+|[a-z]+teen|twenty)[^.]{2,50}and i am still',
  },
]
