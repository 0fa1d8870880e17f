import type { RuleSource } from './rule.ts'

const bad =
  'mistake|mistakes|wrong|bad|worst|typo|error|fell|fail|failed|failure|failures|crack|awkward|stupid|silence|critic|negative|rude|missed|forgot|yawn|awful|dumb|sour|c in|flaw|flaws|ugly|double chin|reading|pass\\b|shout|argument|fight|one (?:person|guy|woman|man|thing|comment|line|sentence|note|mistake|bad|negative|look|part|student|email|message|question|slide|word)|stutter|pile|mess|complaint|rejection|b minus|blank|guy at|woman who|person who|guy who|man who|the one|that one|what i did|who (?:looked|left|walked|did)|only|everything i'

/** One grain of sand, seen through a lens that hides the beach. */
export const mentalFilter: readonly RuleSource[] = [
  {
    weight: 0.8,
    on: 'all',
    match: `all (?:that )?i (?:can |could |ever |will |keep )?{q}(?:think about|think of|thinking about|see|saw|hear|heard|remember|remembered|notice|noticed|focus on|feel|picture|dwell on).{0,60}?(?:${bad})`,
  },
  {
    weight: 0.72,
    on: 'but still yet though',
    match:
      '(?:but|still|yet|though),? (?:somehow |now )?all (?:that )?i (?:can |could )?(?:think about|think of|see|saw|hear|heard|remember|notice|noticed|focus on)',
  },
  {
    weight: 0.68,
    on: 'all',
    match: '.{1,60}? is all (?:that )?i (?:can |could )?(?:think about|think of|see|hear|remember|focus on)',
    unless: '(?:love|baby|sea|holiday|him|her) is all',
  },
  {
    weight: 0.72,
    on: 'only',
    match: `the only (?:thing|part|bit|one|comment|moment)s? (?:that |i |i can |i could |that i |on |in )?.{0,40}?(?:remember|heard|hear|see|saw|mind|sticks?|stuck|stays?|stayed|matters|noticed|took|thought|think|counts|head).{0,60}?(?:${bad})`,
  },
  {
    weight: 0.66,
    on: 'only',
    match:
      '(?:but|still|yet|and|,) the only (?:thing|part|bit) (?:that |i |on ).{0,30}?(?:remember|heard|hear|see|saw|mind|sticks?|stuck|stays?|noticed)',
    unless: '(?:green|blue|nice|lovely|beautiful)',
  },
  {
    weight: 0.55,
    on: 'only',
    match:
      'the only (?:thing|part|bit) (?:that )?(?:i (?:remember|heard|see|noticed|took away)|sticks|on my mind|that sticks) ',
    unless: '(?:carpet|colour|color|hotel|number|name|address|date)',
  },
  {
    weight: 0.75,
    on: 'one',
    match:
      'the one (?:thing|person|part|mistake|bad|negative|comment|moment|sentence)(?: [a-z]+){0,3}? (?:sticks?|stuck|stays?|haunts?|ruins?|keeps?|bothers)',
  },
  {
    weight: 0.82,
    on: 'stop get let think',
    match: `(?:can not|could not|do not seem to|can never) (?:stop (?:thinking about|replaying|seeing|hearing|dwelling)|get past|get over|let go of|think of anything but|think about anything (?:but|other|else)|get (?:the|that|it) .{0,30}?out of my).{0,60}?(?:${bad}|high|low|one)`,
  },
  {
    weight: 0.82,
    on: 'keep kept',
    match: `(?:keep|kept|keeps) (?:on )?(?:replaying|coming back|going back|thinking about|thinking of|going over|seeing|hearing|dwelling|rewinding|ruminating|obsessing|focusing|returning).{0,60}?(?:${bad}|on read)`,
  },
  {
    weight: 0.78,
    on: 'only just',
    match: `i (?:can |could |just )?(?:only|just) (?:ever )?(?:notice|noticed|focus|see|saw|remember|think about|hear|heard|fixate|look at|register)(?: on| at)?.{0,50}?(?:${bad})`,
  },
  {
    weight: 0.62,
    on: 'only',
    match: 'i (?:can )?only (?:ever )?(?:notice|focus on|see|remember|hear|heard) (?:the|what|my|that)',
    unless: '(?:first|name|see the doctor|half)',
  },
  {
    weight: 0.72,
    on: 'fixate fixated dwell obsess obsessed zoom',
    match:
      'i (?:always |just |then |keep |am |can not help but )?(?:fixate|fixated|dwell|obsess|obsessed|zoom in|hung up) (?:on|over|about|in)',
  },
  {
    weight: 0.85,
    on: 'nothing',
    match: '(?:notice|noticed|see|saw|remember|hear|heard|feel) nothing (?:but|except|other than)',
  },
  {
    weight: 0.72,
    on: 'only',
    match:
      '(?:see|saw|remember|notice|noticed|heard|hear) (?:only|just) (?:the |my |what |failures?|mistakes?|flaws?|bad|faults?|problems?|negative)',
  },
  {
    weight: 0.8,
    on: 'nothing',
    match:
      '(?:there (?:is|was) )?nothing (?:at all )?(?:good|positive|nice|worthwhile) (?:ever |has |about|in|happened|happens|came|comes|today|at|left)',
  },
  {
    weight: 0.8,
    on: 'nothing',
    match: 'nothing (?:went|has gone|worked|is going|goes) (?:well|right|good)(?: today| this| at all)?',
  },
  { weight: 0.7, on: 'thing', match: '(?:not|no) (?:one|a single) good thing' },
  {
    weight: 0.72,
    on: 'overshadowed overshadows tainted',
    match:
      '(?:is|was|were|are|has been|feels) (?:completely |totally |just )?(?:overshadowed|tainted) by|overshadows',
  },
  {
    weight: 0.76,
    on: 'repeat loop over',
    match:
      '(?:my (?:brain|mind|head)|i|it|that|replay|replaying|plays?).{0,60}?(?:on repeat|on a loop|on loop|over and over)',
    unless: '(?:song|album|track|tune)',
  },
  {
    weight: 0.8,
    on: 'fixate fixated look see',
    match: `(?:look|looked|looking) (?:at|back).{0,40}?(?:all i see|i (?:only )?see only|i only see|see nothing).{0,40}`,
  },
  {
    weight: 0.6,
    on: 'matters',
    match:
      'all that matters (?:to me )?is (?:that )?(?:i|the) ?(?:missed|failed|lost|forgot|mistake|did not|bad)',
  },
  {
    weight: 0.68,
    on: 'part only',
    match:
      'the only part i (?:heard|remember|took|noticed)|all i (?:heard|took away|took from it) (?:was|is)',
  },
  {
    weight: 0.8,
    on: 'only',
    match: '(?:i )?only (?:took away|took home|took in|kept|heard|registered|noticed) (?:that|the|how|what)',
  },
  {
    weight: 0.78,
    on: 'ones thing one',
    match:
      '(?:is|are|was|were|that is|those|these)(?: [a-z]+)? (?:the )?only (?:ones?|things?) (?:that )?i (?:can )?(?:see|saw|remember|notice|hear|think)|(?:that is|is) (?:the )?(?:thing|one|part|bit|what) i (?:took home|took away|remember|keep|am left with)',
  },
  {
    weight: 0.86,
    on: 'one',
    match:
      '(?:read|reread|re-read|replayed|heard|gone over|went over|thought about|looked at|played) (?:the|that|this) one [a-z ]{2,50}(?:times|again and again|over and over|all (?:night|day|week))',
  },
  {
    weight: 0.86,
    on: 'one',
    match:
      '(?:can not|could not|not) (?:seem to )?(?:stop|help) (?:going over|thinking about|replaying|hearing|seeing|picturing|coming back to) (?:the|that|this) (?:one|single)',
  },
  {
    weight: 0.92,
    on: 'ruined spoilt spoiled wrecked destroyed',
    match:
      '(?:the |my |our )?(?:whole|entire) (?:holiday|evening|day|party|weekend|trip|week|wedding|night|dinner|visit|year|birthday|concert) (?:was |is |has been |got )?(?:completely |totally )?(?:ruined|spoilt|spoiled|wrecked|destroyed)(?: for me)? by (?:that|the|this|one|a single|my)',
  },
  {
    weight: 0.84,
    on: 'but and yet',
    match:
      '(?:lovely|great|beautiful|wonderful|good|nice|kind|praise|praised|applause|compliments?|cards?|flowers)[^.]{0,60}(?:but|and yet|and still|and) (?:all i|the only thing (?:i|that)|what stays|what sticks|my (?:eyes|mind|head|brain) (?:go|goes|went|keeps?)|i (?:only|just|can only) (?:see|hear|remember|think|notice))',
  },
]
