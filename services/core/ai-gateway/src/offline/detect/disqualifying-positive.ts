import type { RuleSource } from './rule.ts'

/** Good things are explained away. */
export const disqualifyingPositive: readonly RuleSource[] = [
  {
    weight: 0.82,
    on: 'luck lucky fluke chance coincidence',
    match:
      "(?:it|that|this|which|i|they|success|all) (?:was|is|were|got|am|had been|had|have been) {q}(?:a |pure |sheer |dumb |blind |by |down to |due to |because of )*(?:luck|lucky (?:timing|guess|break|shot)|fluke|chance\\b|coincidence|accident|beginner's luck)",
    unless: '(?:weather|sun)',
  },
  {
    weight: 0.8,
    on: 'lucky luck',
    match:
      'i (?:just|only|simply|merely) (?:got|was|had) (?:really |so )?(?:lucky|luck|good luck)|i (?:got|was) lucky (?:with the (?:questions|topic|draw|jury|examiner)|that they|because they|this time)',
  },
  {
    weight: 0.85,
    on: 'nice polite kind friendly supportive',
    match:
      '(?:just|only|simply|merely|probably) (?:being |trying to be |saying (?:that|it) to be |wanted to be |want to be )(?:too |so |very )?(?:nice|polite|kind|friendly|supportive|sweet|generous|diplomatic)',
  },
  {
    weight: 0.6,
    on: 'polite nice kind',
    match: '(?:to be|being|out of) (?:nice|polite|politeness|kindness|kind) ?(?:to me)?',
    unless: '(?:i (?:was|am|tried)|try to be|have to be|want to be|should be|nice of|be nice to|thank)',
  },
  {
    weight: 0.86,
    on: 'count counts',
    match:
      '(?:does|do|did|would|can) (?:not|hardly|barely|never) (?:really |even |actually )?count|(?:hardly|barely|never|scarcely) counts?',
    unless: '(?:votes?|on me|calories|down)',
  },
  {
    weight: 0.86,
    on: 'anyone everyone idiot child monkey thousands',
    match:
      '(?:anyone|any (?:idiot|fool|child|one|other person)|everyone|a (?:child|monkey|trained monkey|robot|toddler)|thousands of people|lots of people|plenty of people|so many people|half the world|my grandmother) (?:else )?(?:could|can|would|do|does|did|has|have|had) ?(?:easily |also |just )?(?:have )?(?:done|do|did|does|passed|managed|manage|made|written|got|gotten|achieved|win|won|pass|finish|finished|solved|two|it|that|this|better)',
    unless: '(?:can|could) do this together',
  },
  {
    weight: 0.74,
    on: 'people',
    match:
      '(?:thousands|millions|lots|plenty|hundreds|loads|tons) of (?:other )?people (?:do|can|have|manage|did) (?:that|it|this|better|more)?',
  },
  {
    weight: 0.72,
    on: 'deal',
    match: '(?:it is |that is )?(?:no big deal|not a big deal|big deal,)|^big deal',
    unless: 'make a big deal',
  },
  { weight: 0.78, on: 'what', match: '(?:so|but|and) what (?:if|that) (?:i|they|he|she|we) ' },
  {
    weight: 0.8,
    on: 'fooled tricked deceived conned bluffed faked',
    match:
      'i (?:just |only |somehow |have |simply |must have )*(?:fooled|tricked|deceived|conned|bluffed|faked)(?: (?:them|everyone|him|her|my way|it|people))?',
  },
  { weight: 0.7, on: 'least', match: '(?:the|it is the) (?:very )?least i (?:could|can) do' },
  {
    weight: 0.8,
    on: 'nothing',
    match: '(?:that|it|this|which) (?:had|has) (?:absolutely |really )?nothing to do with me',
    unless: 'row|quarrel|fight|crime',
  },
  {
    weight: 0.82,
    on: 'achievement accomplishment success victory win',
    match:
      '(?:not|hardly|never|barely|no) (?:really |exactly |much of )?(?:an? )?(?:real |true |actual |proper |big |great )?(?:achievement|accomplishment|success|victory|win)',
  },
  {
    weight: 0.86,
    on: 'because',
    match:
      '(?:it|that|this|things|everything) (?:is |was |are |went |has |only |just |worked |happened |turned |succeeded |got )+(?:[a-z]+ ){0,3}?because (?:of |i |he |she |they |the |my |it |someone |[a-z]+ )',
    unless: '(?:not|worse|bad|fail|broke|late|closed|wet|crash|lost|cancel|my fault)',
  },
  {
    weight: 0.84,
    on: 'only just',
    match:
      '(?:he|she|they|people|everyone|my [a-z]+|the [a-z]+|[a-z]+) (?:only|just|probably only|probably just) (?:said|says?|invited|asked|gave|hired|picked|chose|listened|loves?|likes?|married|praised|did|complimented|promoted|clapped|laughed|came|want|wants|wanted|saying|felt|accepted|took|put|agreed|called|texted|visited|smiled)(?: [a-z]+){0,8}? (?:because|out of|to be|to keep|to make|to cheer|to get|so that|so i|from|for the|since)',
    unless: '(?:i (?:only|just)|train|bus|shop)',
  },
  {
    weight: 0.8,
    on: 'pity sorry',
    match:
      '(?:out of|from|for|just) pity|(?:because|just|only|probably|must) .{0,20}?(?:feels?|felt|feeling|is|are|was|were) sorry for me',
  },
  {
    weight: 0.8,
    on: 'say says said',
    match:
      '(?:has|had|have|is paid|is supposed|are paid|are supposed|obliged|required) to (?:say|think|like|tell me|love me|be nice|praise)',
  },
  {
    weight: 0.8,
    on: 'everyone',
    match:
      '(?:says?|claps?|clap|smiles?|does|do|did|tells?|like|gives?|nice|praises?|writes?) (?:that |it |this |so |nice things )?(?:to|for|with|about)? ?(?:everyone|every one|anyone|all (?:his|her|their|the) )',
    unless: '(?:hello|cake|soup|cook|bake|not everyone)',
  },
  {
    weight: 0.72,
    on: 'mean means meant worth meaningless',
    match:
      '(?:does|do|did|would) not (?:really )?(?:mean|prove|say) (?:anything|much|a thing)|means? nothing|meant nothing|proves nothing|(?:is|are|was) (?:meaningless|worth nothing)',
    unless: '(?:wrong|feeling|mean (?:i|that|he|she)|to me any)',
  },
  {
    weight: 0.72,
    on: 'deserve deserved earn earned',
    match:
      'i (?:do|did|really do|really did|certainly do) not (?:really |even |actually )?(?:deserve|earn)(?: [a-z]+){0,6}?(?:it|this|any|praise|compliments?|grade|award|prize|promotion|raise|love|happiness|kind|good|that|him|her|thanks|applause|success|place|job)|i did not earn',
    unless: 'deserve (?:to be (?:treated|hurt|yelled)|this treatment|that treatment)',
  },
  {
    weight: 0.74,
    on: 'easy',
    match:
      '(?:it|that|the (?:test|exam|paper|task|course|interview|race|game|audience|questions?)|they|questions) (?:was|were|is) (?:just |only |really |so |an |a |too |super |very )*easy(?: anyway| paper| test| one| exam| question| win)?',
    unless: 'not easy',
  },
  {
    weight: 0.76,
    on: 'else choice option',
    match:
      '(?:they|she|he|it|there) (?:had|have|has|was|were) no (?:one else|other (?:choice|option|candidate|applicant|person)|choice|better)|(?:no|hardly any|barely any|few) (?:other )?(?:entries|applicants|competition|candidates|competitors)',
  },
  {
    weight: 0.74,
    on: 'friends family drunk',
    match:
      '(?:it|that|they|the (?:laugh|applause|praise|compliment|like|likes|win)) (?:was|were|is|are) (?:just|only) (?:some |a |my |a few |the )?(?:friends?|family|relatives|drunk|beginners?|kids|luck|mum|mom|an old)',
  },
  {
    weight: 0.82,
    on: 'trying wanted',
    match:
      '(?:they|she|he|people|everyone|you) (?:was|were|is|are|only|just)+ (?:just|only|probably|merely)? ?(?:trying|wanted|wants|want) to (?:cheer|comfort|make me|be nice|help me feel|flatter|keep me|calm|shut me)',
  },
  {
    weight: 0.72,
    on: 'yes sure',
    match:
      '(?:yes|sure|ok|okay|true|fine),? (?:i|they|he|she|it) .{0,60}? but .{0,60}?(?:took|only|not|easy|anyone|luck|because|late|does not|nothing)',
  },
  {
    weight: 0.75,
    on: 'only just',
    match:
      '(?:it|that) (?:only|just) (?:worked|happened|went well|succeeded|turned out|looks good|looked good|was good|sold)',
    unless: 'just happened',
  },
  {
    weight: 0.7,
    on: 'keep shut',
    match: '(?:gave|give|gives|offered) me .{0,30}?(?:just|only) to (?:keep|shut|make)',
  },
  {
    weight: 0.72,
    on: 'would',
    match:
      '(?:they|he|she|people|everyone) (?:would|will) (?:say|do|tell) (?:that|it|the same)(?: to anyone| to everyone| anyway)|(?:is|are) (?:just|only) (?:flattering|humou?ring) me',
  },
  {
    weight: 0.85,
    on: 'would',
    match:
      '(?:they|he|she|people|the jury|anyone|everyone) would have (?:clapped|said|liked|picked|hired|given|taken|laughed|loved|accepted|praised|applauded|done)(?: [a-z]+){0,3}? (?:anything|anyone|anyway|everyone|that to|it to|any )',
  },
  {
    weight: 0.84,
    on: 'mixed confused mistake mistaken',
    match:
      '(?:they|he|she)(?: must| probably)?(?: have)? (?:mixed me up|confused me with|mistook me|mistaken me|made a mistake (?:hiring|choosing|picking|when))|(?:hired|chosen|picked|accepted|invited|promoted) (?:me )?by mistake',
  },
  {
    weight: 0.76,
    on: 'cares',
    match: '(?:so |but |and )who cares(?:$|[.!?, ])',
    unless: 'who cares (?:if|what|about)',
  },
  {
    weight: 0.82,
    on: 'because',
    match:
      '(?:compliment|praise|invitation|offer|award|raise|promotion|prize|applause|thanks|hug|smile|grade|like) (?:was|is|came) (?:only |just |probably |purely )*because',
  },
  {
    weight: 0.88,
    on: 'because',
    match:
      '(?:hired|chose|picked|invited|took|promoted|asked|married|kept|praised|thanked|included|elected) me (?:only |just )?because (?:they|he|she|no one|there|it) (?:were|was|had|needed|felt|could|else|is|has)',
  },
  {
    weight: 0.82,
    on: 'anyone anybody everyone',
    match:
      '(?:anyone|any fool|a child|a monkey|everyone) (?:could|can|would) (?:have )?(?:do|done|did|made|make|baked|bake|written|passed|managed)',
  },
  {
    weight: 0.84,
    on: 'says polite nice',
    match:
      '(?:he|she|they) (?:says|say|tells?) that to (?:everyone|all|anyone)|(?:is|are|was|were) (?:just|only) being (?:polite|nice|kind)',
  },
  {
    weight: 0.82,
    on: 'excuse sorry pity',
    match:
      '(?:just|only) (?:wanted|needed|looking for) an? (?:excuse|reason) to|(?:just|only) felt sorry for me|out of pity',
  },
]
