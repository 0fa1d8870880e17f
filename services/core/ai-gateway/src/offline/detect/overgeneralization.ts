import type { RuleSource } from './rule.ts'

const fail =
  'ruin|ruining|mess|messing|screw|screwing|fuck|fucking it|break|breaking|fail|failing|forget every|disappoint|disappointing|embarrass|embarrassing|wreck|wrecking|spoil|spoiling|destroy|lose|losing|hurt|push|let [a-z]+ down|letting|end up|get (?:hurt|left|rejected|it wrong|things wrong|dumped|ignored|sick|the short|the worst|blamed)|getting (?:hurt|rejected|left|dumped)|say(?:ing)? the wrong|do the wrong|doing (?:it|everything) wrong|attract|attracting|pick(?:ing)? the wrong|choose the wrong|choosing the wrong|sabotag|blow|come last|drop|choke|give up|scare|fall for the wrong|make (?:a fool|the wrong|a mess|mistakes|the same|everything worse|things worse|bad decisions|a bad)|making (?:the same|mistakes|a fool)'

/** One event becomes a rule: always, never, everyone, nothing. */
export const overgeneralization: readonly RuleSource[] = [
  {
    weight: 0.85,
    on: 'always constantly invariably forever continually',
    match: `i (?:am )?(?:always|constantly|invariably|forever|continually|just always) (?:just |seem to |manage to |have to )?(?:${fail})`,
    unless: 'always (?:forget|lose) my (?:keys|umbrella|glasses|phone|gloves)',
  },
  { weight: 0.62, on: 'keep kept', match: `i (?:just )?(?:keep|kept) (?:on )?(?:${fail})` },
  {
    weight: 0.92,
    on: 'anything single',
    match:
      'i (?:can|could) (?:not|never) (?:even |ever )?(?:do|get|finish|make) (?:anything|a single thing|one thing) ?(?:right|properly|done|well|work)?',
  },
  {
    weight: 0.82,
    on: 'never',
    match:
      'i (?:can |will |have |just |could )?never {q}(?:get|got|do|did|done|finish|achieve|understand|manage|accomplish|succeed|learn|win|have|had|seem to|make|made|stick|remember|know|say)(?: [a-z]+){0,3}? (?:right|anything|any luck|luck|done|a break|what i want|properly|well|a chance|first time|enough|anywhere|one thing|friends|my way|the right)',
  },
  {
    weight: 0.72,
    on: 'never',
    match:
      'i am never (?:able to|good|enough|chosen|picked|invited|the one|included|listened|taken seriously|heard|appreciated|first|lucky|allowed|right|pretty|smart|wanted)',
  },
  {
    weight: 0.66,
    on: 'never',
    match: 'i can never (?:please|trust|relax|keep|get|be|have|win|rely|count on|make|do|say|stick|finish)',
  },
  {
    weight: 0.85,
    on: 'nothing',
    match:
      'nothing (?:ever |i do |i try |i say |i touch |good ever |in my life |that i do |is ever |really )*(?:works?|goes|turns|is|changes|succeeds|lasts|helps|happens|makes|matters|comes)(?: ever)? ?(?:out|right|well|my way|as planned|for me|the way|enough|good enough|a difference|to me|ever)?',
    unless:
      'nothing (?:is|happens|works) (?:in|on|at|to|open|left|as|better|like|easier|new|without|planned)|nothing matters (?:more|so)|nothing works (?:without|until|like|before)',
  },
  {
    weight: 0.87,
    on: 'everything',
    match:
      'everything i (?:do|try|touch|say|start|make|love|build|plan)(?: [a-z]+){0,3}? (?:fails?|wrong|turns|falls|breaks|ends|gets|dies|is (?:wrong|bad|a)|sucks)',
  },
  {
    weight: 0.85,
    on: 'everything things',
    match:
      '(?:everything|things|it all|stuff) (?:always|constantly|just|only|ever|has to|keeps?)(?: [a-z]+){0,2}? (?:wrong|breaks?|badly|breaking|fails?|falls apart|against me|to me|worse)',
  },
  {
    weight: 0.72,
    on: 'everything',
    match: 'everything (?:goes|is going|turns out|went) (?:wrong|badly|against me|to shit|to hell)',
  },
  {
    weight: 0.86,
    on: 'one',
    match:
      'no one (?:ever|once)(?: [a-z]+)? (?:listens?|notices?|helps?|calls?|invites?|wants? to|understands?|cares?|appreciates?|takes?|asks?|supports?|chooses?|picks?|remembers?|texts?|believes?|respects?|sees?|thanks?|stays?|comes?|stands?|gives?|tells?|loves?|shows? up|has time|likes?|does|thinks? of|includes?|hires?)',
  },
  {
    weight: 0.6,
    on: 'one',
    match:
      'no one (?:in this (?:family|house|team|office) )?(?:really )?(?:listens|notices|understands me|helps me|appreciates|supports me|respects me|takes me|asks me|checks on me|calls me|remembers me|invites me)',
  },
  {
    weight: 0.85,
    on: 'people everyone men women guys girls friends they',
    match:
      '(?:people|everyone|men|women|guys|girls|friends|all (?:men|women|people|guys)|they all|they) (?:will )?(?:(?:always|eventually|ever|only ever|all|just|end up|in the end|sooner or later|inevitably) ){1,3}(?:leaves?|leaving|lets? me|lets? you|lies?|cheats?|uses?|using|hurts?|hurting|betrays?|abandons?|disappoints?|wants? (?:one|something)|takes? advantage|walks? (?:out|over|away)|forgets?|turns?|gives? up|disappears?|goes?|rejects?|ignores?|blames?|picks? on)',
  },
  {
    weight: 0.85,
    on: 'eventually end later leaves leave',
    match:
      '(?:people|everyone|men|women|they|friends) (?:i love |i trust |i meet )?(?:leaves?|abandons?|lets? me down|betrays?|forgets? me|hurts? me|disappoints? me|lies?|cheats?)(?: me)? (?:eventually|in the end|sooner or later|at some point|one day|anyway)',
  },
  {
    weight: 0.83,
    on: 'every',
    match:
      'every (?:single )?time (?:i|something|it|we|things|that) .{0,60}?(?:hurt|fail|reject|wrong|burn|left|ruin|disappoint|mess|lose|worse|ignored|badly|fall apart|leave|end up|screw|alone|used|betray|regret)',
  },
  {
    weight: 0.8,
    on: 'every',
    match:
      '(?:ruin|destroy|wreck|mess up|screw up|fail|sabotage|lose|spoil|break) (?:in |at )?every(?: single)?(?: [a-z]+)?',
  },
  {
    weight: 0.8,
    on: 'every each',
    match:
      'every(?: single)? (?:relationship|friendship|job|project|date|plan|attempt|guy|man|woman|friend|one of my)(?: [a-z]+){0,3}? (?:fails?|failed|ends?|ended|falls?|ruin|breaks?|leaves?|left|hurts?|lies|cheats|goes wrong|turns|uses)',
  },
  {
    weight: 0.7,
    on: 'single',
    match:
      '(?:the wrong|rejected|hurt|wrong|fail|failed|late|ignored|lose|worse).{0,20}?every (?:single )?time',
  },
  {
    weight: 0.9,
    on: 'happens happen',
    match:
      '(?:this|it|that|things? like this|stuff like this|bad things|this kind of thing|this sort of thing|these things) (?:always |only |constantly |ever |just |keeps? ){1,3}(?:happens?|happening) to me',
  },
  {
    weight: 0.72,
    on: 'whenever anytime',
    match:
      'whenever (?:something|i|things|anything|we).{0,50}?(?:wreck|ruin|wrong|fails?|spoil|lose|hurt|falls? apart|goes? bad|mess|destroy|let me down|leave)',
  },
  {
    weight: 0.82,
    on: 'trust rely',
    match:
      '(?:you|i) (?:just )?can (?:not|never) (?:ever )?(?:trust|rely on|count on|depend on) (?:anyone|people|men|women|any|others|a soul)|no one can be trusted',
  },
  {
    weight: 0.72,
    on: 'same',
    match:
      '(?:it is |this is )?always the same(?: old)?(?: story| thing| pattern| mistake| with me| with people)?|never any different',
    unless: 'same (?:time|place|bus|seat|order)',
  },
  {
    weight: 0.88,
    on: 'everything all',
    match:
      'i (?:just )?(?:ruin|mess up|screw up|destroy|break|fail at|fail|fuck up|wreck|spoil|sabotage|suck at|am bad at|am terrible at|am useless at|lose) (?:everything|all|anything)(?: i (?:touch|do|try))?',
  },
  {
    weight: 0.75,
    on: 'always never ever constantly keep',
    match:
      'why (?:do|does|is|am|must|can|are) (?:everything|i|it|this|things|people|they|no one|everyone|we|nothing|my life|bad things)(?: not)?(?: [a-z]+)?? (?:always|never|ever|constantly|keep)',
  },
  {
    weight: 0.75,
    on: 'single one',
    match:
      'not (?:a single|one|even one|one single) (?:thing|person|day|friend|time|soul|good).{0,50}?(?:my life|for me|me\\b|right|my way|i want|went|goes|cares|works)',
  },
  {
    weight: 0.82,
    on: 'all',
    match:
      'all (?:of )?(?:my|the) (?:friendships|relationships|jobs|plans|efforts|attempts|dates|projects|boyfriends|girlfriends|partners|friends|ideas|dreams|exes)(?: [a-z]+)?? (?:ends?|fails?|failed|falls?|goes?|turn|breaks?|collapse|leaves?|left|get|are doomed|come to nothing|cheat|abandon)',
  },
  {
    weight: 0.82,
    on: 'never once',
    match:
      'i have never (?:once |ever |really )?(?:done|had|been|got|gotten|achieved|finished|succeeded|won|fit|managed|made|belonged).{0,40}?(?:right|well|my (?:whole |entire )?life|good|enough|luck|anything|anyone|properly|loved|happy|first|chosen)',
    unless:
      'never (?:once |ever )?(?:been|had|felt) (?:this|so|such|better|more|as) (?:happy|good|calm|loved|proud|much fun|a good)?',
  },
  {
    weight: 0.7,
    on: 'always',
    match:
      'i am always (?:the (?:one|last|odd|problem|second|bad|loser|outsider|victim|third)|left|last|ignored|wrong|alone|overlooked|a disappointment|second|forgotten|too|messing|rejected|failing|behind|in the way|excluded|disappoint|screwing|falling|unlucky|blamed|the)',
    unless: 'too early',
  },
  {
    weight: 0.75,
    on: 'men women people bosses',
    match:
      '(?:all )?(?:men|women|people|guys|bosses|doctors|landlords) (?:are all the same|only (?:ever )?want|(?:ever )?only want|are all (?:liars|the same|selfish|like that|alike))',
  },
  {
    weight: 0.72,
    on: 'always never',
    match:
      '(?:it|this|that|things|my [a-z]+|love|life) (?:always|never) (?:goes?|turns?|ends?|works?|falls?|lasts?|comes?|gets?|pans?)(?: out)?(?: [a-z]+)?? ?(?:wrong|badly|bad|right|well|in tears|apart|out|last|worse|for me|to nothing)?',
    unless: 'always (?:works|comes|gets|goes) (?:at|on|back|home|to the|with|fine|well|out (?:fine|well|ok))',
  },
  {
    weight: 0.75,
    on: 'women men people all',
    match: 'all (?:women|men|people|girls|guys) (?:leave|lie|cheat|use|hurt|betray|are)',
  },
  {
    weight: 0.72,
    on: 'luck',
    match:
      '(?:i )?(?:never|do not ever|do not) (?:have|had|get|catch) (?:any |a )?(?:luck|break)|(?:bad luck|misfortune) (?:always )?follows me|just my luck',
  },
  {
    weight: 0.82,
    on: 'matter',
    match:
      '(?:it does not matter|no matter|does not matter) (?:how|what)(?: hard| much| often| many)?.{0,60}?(?:never|not|nothing|still|always|wrong|no one|end up|fail)',
  },
  {
    weight: 0.84,
    on: 'like',
    match:
      '(?:never|not|do not|does not|close|closed|is not|are not|only) .{0,40}?(?:for|to|with) (?:people|someone|somebody|girls|guys|women|men) like (?:me|us)\\b',
  },
  {
    weight: 0.8,
    on: 'luck',
    match: '(?:i |we )?(?:have|had|got) (?:the worst|such bad|only bad|nothing but bad|terrible|rotten) luck',
  },
  {
    weight: 0.85,
    on: 'every all',
    match:
      '(?:every(?: single)?|all(?: of)? the) [a-z]+ i (?:have )?(?:ever )?(?:had|have had|been in|tried|started|made|loved|dated|met|trusted|applied)[a-z ]{0,20} (?:has |have |had )?(?:ended?|failed|left|fell|fallen|gone|went|turned|hurt|broke|lied|cheated|rejected|dumped)',
  },
  { weight: 0.7, on: 'story pattern', match: '(?:that is |it is |this is )?(?:the story|story) of my life' },
  {
    weight: 0.86,
    on: 'same',
    match:
      '(?:men|women|boys|girls|people|guys|doctors|bosses|teachers|friends|families|landlords|they|you) are all the same',
  },
  {
    weight: 0.82,
    on: 'always end ends every',
    match:
      '(?:every (?:single )?[a-z]+ (?:i have had|i have ever had|i try|i start|i meet|i date))[^.]{0,40}(?:end(?:s|ed)?|go(?:es)?|went|left|fail(?:s|ed)?|leaves?|turn(?:s|ed)? out)',
  },
  {
    weight: 0.8,
    on: 'only',
    match: '(?:this (?:kind|sort) of thing|bad things|it|that) only (?:ever )?happens? to me',
  },
]
