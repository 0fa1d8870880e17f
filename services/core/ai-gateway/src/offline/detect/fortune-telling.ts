import type { RuleSource } from './rule.ts'

const grim =
  'badly|wrong|awful|terrible|horrible|disaster|humiliating|fail|fails?|leave me|reject|rejects?|hate|hates?|say no|regret|laugh|dump me|break up with me|be bad|bad news|in a fight|in tears|hurt|fire me|find out|resent|worse|embarrassing|nightmare|miserable|fall apart|collapse|not work|a mess|lonely|despise|abandon|forget (?:me|about me)|be boring|replace me|cheat|judge me|get rid of me|turn on me|go nowhere|disappointed|flop|sucks?|blow up|unbearable|a waste|painful'

/** The future, already known and bad. */
export const fortuneTelling: readonly RuleSource[] = [
  {
    weight: 0.82,
    on: 'will going bound would',
    match:
      'i (?:will|am going to|am bound to|am about to|am doomed to|am sure to|would) {q}(?:fail|mess|screw|be alone|end up|embarrass|make a (?:fool|mess)|forget (?:my|everything|what|all)|ruin|die alone|be stuck|be rejected|get rejected|choke|freeze|blow|disappoint|regret|bomb|hate (?:it|every)|panic|fall apart|look (?:stupid|like)|be lonely|be miserable|lose (?:her|him|them|everyone|my (?:friends|way|nerve))|be the worst|get (?:hurt|dumped|fired|it wrong|everything wrong)|be fired|be laughed|let .{0,20}down|sound stupid|say something (?:stupid|dumb)|burn out|be single|turn into|be humiliated|relapse|flunk|trip|stutter|fail)',
  },
  {
    weight: 0.84,
    on: 'never',
    match:
      'i (?:will|am|would) (?:just |probably |simply )?never (?:ever )?(?:going to |gonna )?(?:ever )?(?:be|find|get|have|make|fit|lose|learn|finish|recover|heal|feel|amount|succeed|pass|manage|change|meet|love|forgive|understand|sleep|belong|become|reach|afford|catch|achieve|do|see|stop|trust|move|know|own|write|work|marry|escape|enjoy|earn|run|live|speak|graduate|come|win)',
    unless:
      'never (?:do|get|have|see|be|go|come|work|live|eat|buy|make) (?:that|there|back|it|this) again|never (?:do|make) that mistake',
  },
  {
    weight: 0.72,
    on: 'not',
    match:
      'i (?:will|am) (?:definitely |certainly |just |probably |surely )?not (?:going to )?(?:be able to (?:cope|handle|do|stand|speak|say|sleep|breathe|make|manage|finish|keep|get|face)|fit in|make it|pass|cope|get (?:it|the|that|better|any|through)|find|last|succeed|know what to say|have anyone|belong|manage|finish|survive the)',
  },
  {
    weight: 0.88,
    on: 'one',
    match:
      'no one (?:will|is going to|would|is ever going to|is gonna|will ever|would ever)(?: ever| even| really| actually)* (?:love|want|show|come|like|hire|believe|marry|help|listen|care|miss|remember|date|talk|understand|be there|read|buy|notice|forgive|take|stay|be interested|choose|pick|respect|know)',
    unless: 'would (?:ever )?believe how|be there before',
  },
  {
    weight: 0.8,
    on: 'will going would',
    match: `(?:he|she|they|it|this|things|everything|tomorrow|everyone|people|we|(?:the|my|our|this) [a-z]+(?: [a-z]+)?) (?:will|is going to|are going to|would) {q}(?:[a-z]+ ){0,3}?(?:${grim})`,
    unless: '(?:will not|never|not going to) (?:hurt|fail|laugh|hate|regret)|hurt a (?:little|bit)',
  },
  {
    weight: 0.84,
    on: 'get',
    match:
      '(?:is |are |am |will |things |it |going )*(?:never|only|not|just)(?: ever)? (?:going to |be )?(?:get|getting) (?:any )?(?:better|worse|easier|happier|over this|harder)',
    unless: 'has never got',
  },
  {
    weight: 0.76,
    on: 'not never',
    match:
      '(?:it|this|that|things|we|he|she|nothing|(?:my|the|our) [a-z]+) (?:will|is|are) (?:just |definitely |probably )?(?:not|never) (?:ever )?(?:going to )?(?:work|work out|change|be (?:ok|okay|fine|good|enough|the same|normal|better)|end well|go well|last|stop|help|fit|end|forgive|love|understand|call|heal|happen|improve|like|want|take me|pick|hire|choose|believe|accept)',
    unless: '(?:car|printer|laptop|phone|machine|key) (?:will|is)|work on (?:monday|sunday)',
  },
  {
    weight: 0.82,
    on: 'way chance',
    match:
      '(?:there is )?(?:no|not a|zero) (?:way|chance|hope)(?: in hell)? (?:that |of |for )?(?:they|i|he|she|it|this|we|me|us|anyone|my|getting|passing|ever)',
  },
  {
    weight: 0.84,
    on: 'doomed bound destined',
    match:
      '(?:doomed|bound to (?:fail|go wrong|screw|lose|mess|end|be|get|happen|say|ruin|disappoint)|destined to (?:fail|be alone|lose|be))',
    unless: 'bound to be (?:fun|good|lovely)',
  },
  {
    weight: 0.84,
    on: 'know knew sure certain',
    match: `i (?:just |already |am |do )*(?:know|sure|certain|convinced) (?:that )?(?:it|i|he|she|they|the [a-z]+|this|my [a-z]+|everyone|we|no one|something) (?:[a-z]+ )?(?:will|is going|are going|would|am going) (?:[a-z]+ ){0,5}?(?:${grim}|not|never|mess|screw|no\\b|ruin|lose|bad)`,
  },
  {
    weight: 0.86,
    on: 'alone',
    match:
      '(?:going to |will |end up |ending up |die |dying |be |i am )+(?:end up |die |be |dying )*(?:all )?alone(?: forever| for the rest| with| in the end| and)?',
    unless:
      '(?:home alone|be alone (?:tonight|today|for a|this|with my thoughts|now)|want to be alone|left alone|alone (?:tonight|this evening|at home))',
  },
  {
    weight: 0.84,
    on: 'forever life lives',
    match:
      '(?:stuck|trapped|single|alone|broke|miserable|like this|unhappy|lonely|depressed|in pain|poor|a failure|anxious|fat|unemployed|tired) .{0,25}?(?:forever|for ever|(?:for )?the rest of my life|for life|until i die|all my life)',
  },
  {
    weight: 0.76,
    on: 'going will',
    match:
      '(?:he|she|they) (?:will|is|are) (?:not|never) (?:ever )?(?:going to )?(?:call|hire|pick|like|want|choose|take|believe|listen|forgive|reply|answer|write|text|come back|let me|love|accept|give me|care)',
    unless: 'he is not going to (?:the)',
  },
  {
    weight: 0.68,
    on: 'already',
    match: 'i can already (?:tell|see|hear|feel|picture)|i already know (?:how|that|it|he|she|they)',
  },
  {
    weight: 0.7,
    on: 'ask bother try',
    match:
      '(?:so |then )?why (?:even )?(?:ask|bother|try|should i try)|what is the point (?:of|in) (?:trying|asking|applying)',
  },
  {
    weight: 0.85,
    on: 'going',
    match:
      '(?:it|this|that|tomorrow|the [a-z]+(?: [a-z]+)?) is going to (?:be )?(?:a |an |so |such a |absolutely |really |totally )*(?:awful|terrible|horrible|disaster|humiliating|nightmare|embarrassing|catastrophe|miserable|bad|hell|unbearable|failure|mess|fail|suck|hurt like|end)',
  },
  {
    weight: 0.7,
    on: 'would',
    match:
      'i would (?:never|not|just|only) (?:ever |even |be able to )?(?:make it|get|manage|be good|fail|embarrass|survive|be able|finish|fit|pass|last|mess)',
  },
  {
    weight: 0.75,
    on: 'later time',
    match:
      '(?:sooner or later|it is (?:just |only )?a matter of time|one day|any day now) .{0,60}?(?:leave|find out|realize|realise|notice|fire|hate|get tired|see through|fail|break|give up|replace)',
  },
  {
    weight: 0.84,
    on: 'goodbye',
    match: '(?:kiss|wave) .{0,30}?goodbye|(?:kiss|wave) goodbye to',
    unless: '(?:kids|mum|kiss (?:me|him|her))',
  },
  {
    weight: 0.84,
    on: 'nothing',
    match:
      'nothing (?:i|we|they|he|she) (?:do|say|does|try) (?:will|is going to|would|can|could)|nothing (?:will|is going to) (?:ever )?(?:help|change|work|get better|come of)',
  },
  {
    weight: 0.82,
    on: 'replaced found forgotten left',
    match:
      '(?:will|going to) (?:have |be |soon |all |just )*(?:replaced?(?: me)?|found out|forgotten(?: me| about me)?|left me|moved on|left behind|exposed|caught out|dropped)(?: me| by| in| within| for|$|[,.])',
  },
  {
    weight: 0.8,
    on: 'either help',
    match:
      '(?:will|is|are) not (?:going to )?(?:help|work|change anything|make a difference)(?: either| anyway| me)',
  },
  {
    weight: 0.84,
    on: 'will going',
    match:
      '(?:will|is going to|are going to) (?:come back|turn out|end|go) (?:bad|badly|wrong|positive|in (?:tears|failure)|horribly|terribly|to nothing|south)',
  },
  {
    weight: 0.8,
    on: 'see words wait',
    match:
      '(?:will not|never|going to|will) [^.]{2,60}(?:you will see|mark my words|just you wait|wait and see|just watch)|(?:you will see|mark my words),? ',
  },
  {
    weight: 0.84,
    on: 'come nothing',
    match:
      '(?:it|this|that) (?:will|is going to) (?:all )?(?:come to nothing|amount to nothing|lead nowhere|fall through|be for nothing)',
  },
  {
    weight: 0.84,
    on: 'bored tired sick',
    match: '(?:he|she|they) will (?:be |get |soon be |grow )?(?:bored|tired|sick) of me',
  },
]
