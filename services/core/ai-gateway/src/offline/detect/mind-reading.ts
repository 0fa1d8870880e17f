import type { RuleSource } from './rule.ts'

const other =
  '(?!(?:i|me|we|you|to|not|do|did|does|or|and|just|always|who|that|can|could|should|may|never|myself|still|then|also|even|ever|really) )'
const they =
  "(?:everyone|they|they all|people|he|she|others|the others|all of them|(?:my|his|her|our|the) (?:whole |entire )?[a-z'-]+(?: [a-z]+)?)"
const said = '(?:told me|said so|she said|he said|they said|wrote that|read my letter|to my face)'
const hostile =
  'hates?|despises?|dislikes?|resents?|pit(?:y|ies)|judges?|judged|judging|laughs? at|laughing at|making fun of|talking about|gossiping about|whispering about|staring at|stares? at|sick of|tired of|fed up with|annoyed (?:with|by|at)|mad at|angry (?:with|at)|upset with|furious with|disappointed (?:in|with|by)|ashamed of|disgusted (?:by|with)|bored (?:of|by|with)|embarrassed (?:by|of)|ignoring|avoiding|blames?|blaming|looks? down on|done with|puts? up with|tolerates?|finds?|sees? through|can not stand|regrets? (?:inviting|hiring|marrying|meeting|dating|having)|rolling their eyes at|better off without|had enough of|given up on|over it with|out to get|against'

/** Guesses about other people's thoughts, held as facts. */
export const mindReading: readonly RuleSource[] = [
  {
    weight: 0.86,
    on: 'think thinks thought thinking believe believes assumes decided wonder',
    match: `${other}[a-z']+ {q}(?:thinks?|thought|thinking|believes?|assumes?|has decided|have decided|wonders? (?:why|how)) (?:that )?(?:of me as |i|my [a-z]+|me|how [a-z]+) ?(?:am|was|is|look|looks|looked|sound|can not|do not|did not|does not|will|should|have|has|got|never|could not|are|annoying|only)`,
    unless: said,
  },
  {
    weight: 0.84,
    on: 'think thinks thought thinking',
    match: `${they} {q}(?:thinks?|thought|thinking) (?:that )?(?:i|less of me|badly of me|of me as|the worst of me|it is my fault|what a (?:bad|terrible|horrible|stupid))`,
    unless: `${said}|ready`,
  },
  {
    weight: 0.88,
    on: 'must probably obviously clearly surely secretly definitely',
    match: `${they} (?:must|probably|obviously|clearly|surely|secretly|definitely|just)(?: [a-z]+){0,3}? (?:${hostile}|angry|mad|annoyed|upset|disappointed|bored|regrets?|regretting|thinks? (?:i|less|badly)|thought i|resents?|wish(?:es)?|wants? me|hates?|hated|lost interest|laughing|judging|sick|does not (?:like|care|love|want)|do not (?:like|care|love|want))`,
    unless: `${said}|must be (?:mad|sick|angry) (?:to|about|because)`,
  },
  {
    weight: 0.72,
    on: 'me us',
    match: `${they} (?:is|are|was|were|has|have|had|will be)? ?{q}(?:${hostile}) me\\b`,
    unless: `${said}|finds? me (?:funny|cute|at|in|here)|because i (?:broke|forgot|lost|was late|did)`,
  },
  {
    weight: 0.82,
    on: 'hates hate despise despises',
    match:
      '(?:everyone|they all|he|she|the whole [a-z]+|my [a-z]+|they) {q}(?:hates?|despises?|can not stand) (?:me|having me|being (?:around|with) me)',
    unless: said,
  },
  {
    weight: 0.83,
    on: 'judging laughing staring looking everyone people',
    match:
      '(?:everyone|people|they all|they|the whole [a-z]+|all of them|the others|all eyes) (?:is|are|was|were|keep|keeps|will be) {q}(?:judging|laughing at|staring at|staring|looking at|watching|whispering|talking about|making fun of|pitying|repulsed|thinking)(?: about| at)?(?: me| how| my| what| that)?',
    unless:
      '(?:fire|sky|screen|stage|game|match|film|movie|movies|at the (?:view|sea|clouds))|watching (?:tv|the)|thinking about (?:the|buying|moving)|talking about (?:the|football|it)',
  },
  {
    weight: 0.84,
    on: 'one',
    match:
      'no one (?:there |here |else |at work |at school |in [a-z]+ |really |even |actually |ever |truly ){0,3}(?:likes?|wants?|cares?|loves?|needs?|liked|wanted|cared|misses|missed|respects|takes?|gives? a damn|would (?:care|notice|miss|even notice)|will (?:care|notice|miss))(?: [a-z]+){0,2}? ?(?:me\\b|to talk|to be|to hear|if i|i\\b|about|what|around|there)',
  },
  {
    weight: 0.72,
    on: 'one',
    match:
      'no one (?:really |actually |truly )?(?:cares|likes me|loves me|gives a damn|gives a shit)(?:$|[ ,.!?])',
    unless: 'no one cares (?:if|whether|which|about the)',
  },
  {
    weight: 0.76,
    on: 'like love care want respect value take',
    match: `(?:he|she|they|${they}|[a-z]+) (?:does|do|did|would|will) not (?:really |even |actually |truly |want to )?(?:like|care about|love|respect|value|believe|trust|want|take|miss|need|respect) me\\b`,
    unless: said,
  },
  {
    weight: 0.76,
    on: 'want friend around',
    match:
      '(?:he|she|they|[a-z]+) (?:does|do|did) not (?:really |even |actually )?want (?:to (?:be my|see me|talk to me|hear from me|spend time|be (?:around|with|friends))|me (?:there|here|around))',
    unless: said,
  },
  {
    weight: 0.88,
    on: 'tell see feel bet know sure sense',
    match:
      'i (?:can|could|just|bet|know|knew|am sure|was sure|am certain|am convinced|sense|sensed|have a feeling|swear) ?(?:just )?(?:tell|see|feel|sense|know|knew)? ?(?:that |it |how )?(?:they|he|she|everyone|people|them all|them|her|him|the|my|all) .{0,60}?(?:thinks?|thinking|thought|hates?|hated|laugh|judg|do not like|does not like|bored|annoyed|disappointed|sick of|wish|regret|wonder|pity|pitied|resent|not care|not love|mad at|angry|behind my back|talking about|looks? down|joke|noticed)',
    unless: `${said}|i (?:think|knew) the`,
  },
  {
    weight: 0.82,
    on: 'everyone people they',
    match:
      '(?:everyone|people|they|they all|the whole [a-z]+|anyone|strangers|the others) (?:can|could|must|will|probably|surely|immediately|must have) {q}(?:see|saw|tell|seen|notice|noticed|sense|smell) (?:right through|through|how|that i|i|what a|me|my|it on)',
  },
  {
    weight: 0.76,
    on: 'tell',
    match: `(?:he|she|they|the [a-z]+|everyone|people) (?:can|could) (?:just |immediately |totally )?tell (?:that )?i (?:am|was|did|do|had|have)`,
  },
  {
    weight: 0.66,
    on: 'behind',
    match: '(?:laugh|laughing|talk|talking|whisper|whispering|gossip|gossiping)[a-z]* .{0,20}?behind my back',
  },
  {
    weight: 0.7,
    on: 'look looks looked stare stares',
    match: `${they} (?:all )?(?:look|looks|looked|stare|stared|stares) at (?:me|my [a-z]+) (?:and (?:see|think|are|saw|thought|wonder)|as if|like i|funny|with pity|with disgust)`,
  },
  {
    weight: 0.78,
    on: 'put puts tolerate pretend pretends pretending keep keeps hang',
    match: `${they} {q}(?:put up with|puts up with|tolerates?|keeps? me around|hangs? out with me|pretends? to (?:like|care|listen|be)|pretending to (?:like|care|be)|are pretending|is pretending|pretend)`,
  },
  {
    weight: 0.82,
    on: 'regret regrets regretting wish wishes',
    match: `${they} (?:must |probably |surely |already |secretly |now ){1,2}(?:regrets?|regretting|wish|wishes)|${they} (?:wish|wishes) (?:i|they had never|he had never|she had never)`,
    unless: said,
  },
  { weight: 0.72, on: 'secretly', match: `${they} secretly` },
  {
    weight: 0.84,
    on: 'purpose',
    match:
      '(?:is|are|has been|have been|was|were) (?:ignoring|avoiding|excluding|leaving me out|freezing me out|hurting|provoking|testing)(?: me)?(?: out)? (?:on purpose|deliberately|intentionally)',
  },
  {
    weight: 0.66,
    on: 'ignoring avoiding',
    match: `${they} (?:is|are|has been|have been) (?:just |clearly |obviously |totally )?(?:ignoring|avoiding) me\\b`,
  },
  {
    weight: 0.8,
    on: 'so',
    match:
      'so (?:he|she|they) (?:is|are|must be|has to be|probably|clearly|obviously) (?:mad|angry|upset|annoyed|disappointed|bored|over|done|tired|sick|furious|not interested|losing interest|hates?|cheating)',
  },
  {
    weight: 0.76,
    on: 'wants want',
    match: `${they} (?:just |only |really |secretly |clearly |obviously |all )?wants? me (?:gone|out|to (?:fail|leave|quit|suffer|be unhappy|go away|disappear|lose))`,
  },
  {
    weight: 0.82,
    on: 'find finds found',
    match: `${they} {q}(?:finds?|found|must find|consider|considers|sees?|see) me (?:as |so |to be |a |an |too )*(?:annoying|boring|weird|ugly|stupid|unattractive|strange|irritating|ridiculous|pathetic|incompetent|a burden|burden|a joke|joke|failure|difficult|needy|repulsive|disgusting|crazy|lazy|useless|threat|loser)`,
    unless: said,
  },
  {
    weight: 0.82,
    on: 'because',
    match:
      '(?:not|never) .{0,30}?because (?:he|she|they) (?:does|do) not (?:care|like|love|want|respect)|because (?:i am nothing|i do not matter) to (?:him|her|them)',
  },
  {
    weight: 0.72,
    on: 'up',
    match: `${they} (?:has|have|had) {q}(?:given up on|had enough of|lost (?:all )?(?:interest|respect|faith|patience)(?: in| for| with)?|moved on from|forgotten(?: about)?|written off|already decided) ?(?:me\\b)?`,
    unless: 'forgotten (?:his|her|their|the)',
  },
  {
    weight: 0.8,
    on: 'disappointed ashamed embarrassed',
    match: `${they} (?:is|are|was|were|must be) {q}(?:disappointed in|ashamed of|embarrassed by|embarrassed of|disappointed with) me`,
    unless: said,
  },
  { weight: 0.85, on: 'rid', match: '(?:trying|wants?|waiting|going|hoping|dying) to get rid of me' },
  { weight: 0.84, on: 'down', match: `${they} (?:already |probably )?(?:has|have) me down as` },
  {
    weight: 0.84,
    on: 'look looked looks',
    match:
      '(?:gave|gives|give|shot) me (?:a|that|this) .{0,12}?look (?:like|as if|that (?:said|says))|(?:looked|looks|look) at me (?:like|as if|as though) i',
  },
  {
    weight: 0.82,
    on: 'what',
    match:
      '(?:know|knew|see|saw|tell|imagine) (?:exactly |just )?what (?:he|she|they|everyone|people|the [a-z]+|my [a-z]+) (?:thinks?|thought|is thinking|are thinking|was thinking)',
    unless: 'not know',
  },
  {
    weight: 0.8,
    on: 'important matter mean',
    match:
      'i (?:guess i |clearly |obviously |probably )?(?:am not|do not) (?:that )?(?:important|matter|mean (?:anything|much)) to (?:him|her|them|anyone|my [a-z]+)',
  },
  {
    weight: 0.84,
    on: 'them',
    match:
      'not (?:one|a single one|any) of (?:them|my [a-z]+) (?:was|were|is|are|wanted|wants|likes?|cared?|thought)',
  },
  {
    weight: 0.84,
    on: 'see tell hear',
    match: 'i can (?:see|tell|hear|feel) (?:it )?(?:in|by|from|on) (?:the way|his|her|their|how)',
  },
  {
    weight: 0.86,
    on: 'know',
    match:
      'i (?:just |already )?know what (?:the [a-z]+|they|he|she|people|everyone)(?: all)? (?:say|says|think|thinks|thought|really|must|is thinking|are thinking|are saying)',
    unless: 'i (?:asked|think i know)|know what (?:they|he|she) (?:said|wants? for)',
  },
  {
    weight: 0.86,
    on: 'could',
    match: '(?:everyone|people|they all|the whole [a-z]+)(?: [a-z]+){0,4} could (?:tell|see|hear|smell)',
  },
  {
    weight: 0.88,
    on: 'tone face eyes look silence smile voice sigh text email message',
    match:
      '(?:his|her|their|the) (?:tone|face|eyes|look|silence|smile|voice|sigh|text|email|message)(?: [a-z]+){0,5} (?:said it all|told me (?:everything|all)|says it all|says (?:she|he|they)|gave (?:him|her) away|told me (?:he|she|they))',
  },
  {
    weight: 0.84,
    on: 'inside secretly behind',
    match:
      '(?:but |and )?(?:inside|secretly|deep down|in (?:his|her|their) head) (?:he|she|they) (?:is|are|was|were) (?:laughing|judging|thinking|bored|disgusted|sick|hoping)',
  },
  {
    weight: 0.82,
    on: 'only',
    match:
      '(?:my [a-z]+|he|she|they) (?:only|just) (?:visits?|calls?|comes?|came|rings?|stays?|helps?|asks?|invited|writes?)(?: me)? (?:because|out of|so that) ',
  },
]
