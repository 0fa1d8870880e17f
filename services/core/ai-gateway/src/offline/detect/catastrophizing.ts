import type { RuleSource } from './rule.ts'

/** The worst case, taken as the likely one; also "I couldn't bear it". */
export const catastrophizing: readonly RuleSource[] = [
  {
    weight: 0.85,
    on: 'what',
    match: 'what if .{0,90}?{doom}',
    unless: 'what if (?:we|it rains|i asked|you)',
  },
  {
    weight: 0.5,
    on: 'what',
    match:
      'what if (?:i|it|he|she|they|something|this|the) .{0,60}?(?:not|never|wrong|lose|lost|bad|worse|no one|alone|mistake|sick|ill|pregnant|leave)',
  },
  {
    weight: 0.92,
    on: 'life career world future marriage reputation everything',
    match:
      '(?:my|our|the|his|her) (?:[a-z]+ )?(?:life|lives|career|world|future|marriage|reputation|year|chances) (?:is|are|was|will be|would be|has been|feels) {q}(?:over\\b|finished|ruined|done|destroyed|wrecked|in ruins|shattered|falling apart|doomed)(?: because (?:of )?.{0,60})?',
    unless: 'until life is over',
  },
  {
    weight: 0.85,
    on: 'end',
    match:
      '(?:absolute |very |total )?end of (?:the world|everything|me\\b|us\\b|my (?:life|world|career))|the absolute end|beginning of the end',
  },
  {
    weight: 0.87,
    on: 'worst',
    match:
      '(?:the )?(?:absolute )?(?:worst|most (?:terrible|horrible|awful|humiliating|embarrassing)) (?:possible )?(?:thing|disaster|day|moment|nightmare) (?:that |i |in |of )?.{0,20}?(?:could|ever|has|my (?:whole )?life|imagin|history)',
  },
  {
    weight: 0.74,
    on: 'stand bear take survive handle live endure breathe',
    match:
      'i (?:just |simply |really )?(?:can|could|will) (?:not|never) (?:possibly |even |be able to )?(?:stand|bear|take|survive|handle|live through|endure|live with) (?:it\\b|this|another|any|that|without|the (?:shame|pain|thought)|one more|anymore|being|if)',
    unless: '(?:smell|noise|taste|heat|weather|traffic|coffee)',
  },
  {
    weight: 0.72,
    on: 'unbearable intolerable insufferable',
    match:
      '(?:it|this|that|everything|life) (?:is|would be|will be|was) {q}(?:unbearable|intolerable|insufferable)',
  },
  {
    weight: 0.84,
    on: 'falling fall crashing crash collapse collapsing lost over ruined crumbling unravelling unraveling destroyed hell gone',
    match:
      '(?:everything|it all|my (?:whole |entire )?(?:life|world)|all|our (?:life|family|marriage)|(?:everything|all) (?:i|we) (?:have )?[a-z]+(?: [a-z]+)?|everything i have built) (?:is|will|is going to|comes?|came|are|has|goes|would) {q}(?:be )?(?:falling apart|fall apart|crashing down|come crashing|crash|collapsing?|lost\\b|over\\b|ruined|crumbling|crumble|unravel|unravell?ing|destroyed|going to hell|going down|gone\\b|down the drain|falling to pieces|shit)',
    unless: '(?:happy|when all is|party is over)',
  },
  {
    weight: 0.85,
    on: 'must probably convinced sure',
    match:
      "(?:must|probably|convinced|sure|certain|has to|have to)(?: [a-z']+){0,5}? (?:terrible accident|accident|dead|dying|die|brain tumou?r|tumou?r|cancer|heart attack|stroke|killed|deadly|fatal|kidnapped|aneurysm|incurable|something (?:terrible|horrible|awful|serious|deadly)|in hospital|terminal)",
  },
  {
    weight: 0.87,
    on: 'job house home flat apartment street homeless bankrupt everything fired prison kids savings',
    match:
      '(?:will|going to|would|could|and|then|end up|ends up|might) .{0,30}?(?:get fired|be fired|getting fired|lose (?:my|the|our|his) (?:job|house|home|flat|apartment|savings|kids|licen[cs]e)|lose everything|(?:on|in) the streets?\\b|homeless|bankrupt|in prison|in jail|under a bridge|in the gutter|with nothing|dead in)',
    unless: 'leaves are',
  },
  {
    weight: 0.87,
    on: 'destroy ruin wreck end cost',
    match:
      '(?:will|is going to|could|would|has|going to|might) (?:totally |completely )?(?:destroy|ruin|ruined|wreck|end|cost|destroyed|wrecked|finish) (?:me\\b|my (?:whole |entire )?(?:life|career|future|reputation|marriage|chances|family|kids)|our|everything|us\\b)',
    unless: '(?:she|he|mother|father|they|parents) (?:has|have)? ?(?:ruined|destroyed|wrecked)',
  },
  {
    weight: 0.86,
    on: 'recover live forgive same bounce get',
    match:
      '(?:will|can|could|would) never (?:ever )?(?:recover|live (?:this|it|that) down|get over (?:this|it|that)|be the same|bounce back|be able to show|show my face|be forgiven|come back from)|no (?:way back|coming back|recovering)',
    unless: 'without her',
  },
  {
    weight: 0.72,
    on: 'unforgivable irreparable irreversible unfixable',
    match: '(?:is|was|be|are|damage is) {q}(?:unforgivable|irreparable|irreversible|unfixable|beyond repair)',
  },
  {
    weight: 0.8,
    on: 'hopeless lost over',
    match:
      '(?:it|everything|all|my situation|the situation|this|my life) (?:is|was) (?:all |just |totally |completely |absolutely |so )*(?:hopeless|lost\\b|all over\\b|over for (?:me|us))',
    unless: 'it is lost property',
  },
  {
    weight: 0.85,
    on: 'over',
    match: 'that is it,? (?:it is )?(?:all )?(?:over|the end|done)|it is all over(?: now| for me)?',
  },
  {
    weight: 0.8,
    on: 'done',
    match: '(?:am|will be|would be) (?:so )?(?:done for|finished|toast|screwed|doomed|fucked|ruined)',
  },
  {
    weight: 0.82,
    on: 'survive',
    match: '(?:will|would|could|can) not (?:be able to )?survive|never survive',
    unless: '(?:plant|plants|winter|flowers)',
  },
  {
    weight: 0.83,
    on: 'catastrophe disaster nightmare calamity tragedy hell',
    match:
      '(?:it|this|that|everything|my life|today|my day) (?:is|was|would be|will be|has been|feels like) {q}(?:a |an |my |one )?(?:total |complete |absolute |utter |huge |real |living |never-ending |big |unmitigated )*(?:catastrophe|disaster|nightmare|calamity|tragedy|hell\\b|train wreck)',
  },
  {
    weight: 0.82,
    on: 'business company house family plane system firm team',
    match:
      '(?:whole|entire|the) (?:[a-z]+ )?(?:business|company|house|family|plane|system|firm|team|roof|project) (?:is|will|would)(?: going to| all)? (?:collapse|go under|fall apart|crash|fold|go bankrupt|break apart|explode|burn down|hate)',
  },
  {
    weight: 0.78,
    on: 'crazy insane mad mind',
    match:
      '(?:going|go|will|am) (?:completely |totally )?(?:crazy|insane|losing my mind|lose my mind|to lose my mind)',
    unless: '(?:crazy about|crazy good|go crazy for)',
  },
  {
    weight: 0.86,
    on: 'if',
    match:
      'if .{0,70}?(?:i will die|i am dead|would die|it is over|is over|are over|all over|am finished|everything|i am done|will be ruined|would kill me|will kill me|never forgive|lose everything|the end\\b|lose it all|end of)',
    unless: 'if everything|over a|movie|if it is over',
  },
  {
    weight: 0.75,
    on: 'kill',
    match:
      '(?:this|it|that|the stress|the shame|the embarrassment) (?:will|would|is going to) (?:literally )?kill me',
  },
  {
    weight: 0.9,
    on: 'lose',
    match:
      '(?:lose|losing) (?:my|the|our) (?:job|house|home|flat|apartment|family|kids|business),? .{0,60}?(?:street|homeless|everything|nothing|then|alone)',
  },
  {
    weight: 0.78,
    on: 'end',
    match:
      "(?:will|going to|he'll|she'll) end up (?:homeless|dead|in prison|on drugs|a junkie|on the street|in the gutter|with nothing|in a clinic|broke|jobless)",
  },
  {
    weight: 0.85,
    on: 'turn turns',
    match:
      '(?:will|going to|could|would) turn (?:in)?to (?:pneumonia|cancer|something|a (?:disaster|nightmare|catastrophe|lawsuit)|sepsis|an? [a-z]+ (?:crisis|disaster))',
  },
  {
    weight: 0.84,
    on: 'hospital court prison jail licence license sued',
    match:
      '(?:will|going to|could|would|and) .{0,30}?(?:put me in (?:the )?hospital|end up in (?:the )?(?:hospital|court|prison|jail|er|a ward|intensive care)|lose my licen[cs]e|be sued|get sued|be arrested|get arrested|go to (?:jail|prison))',
    unless: 'i (?:work|visit)',
  },
  {
    weight: 0.84,
    on: 'dying',
    match:
      'i am (?:definitely |surely |probably |clearly )?dying(?! (?:of laughter|laughing|to|for|of (?:boredom|hunger|thirst|heat|curiosity)))',
  },
  {
    weight: 0.82,
    on: 'someone everything',
    match: '(?:someone|they|somebody) will (?:break in|steal|take everything|kill|attack|kidnap|hurt)',
  },
  {
    weight: 0.8,
    on: 'ends finishes finished',
    match:
      '(?:ends|finishes|is the end of|will end|has ended) (?:my (?:time|career|life|job|days|marriage)|everything|us\\b)',
  },
  {
    weight: 0.84,
    on: 'goodbye',
    match: '(?:kiss|say|wave) (?:my [a-z]+ |the [a-z]+ )?goodbye to (?:my|our|the)',
  },
  {
    weight: 0.88,
    on: 'if',
    match:
      'if [^.]{3,70}(?:we lose|i lose|lose the house|lose everything|lose my job|into care|on the streets?|homeless|bankrupt|prison|destroy (?:me|us)|the end of (?:me|us)|we are finished|i am finished|never recover)',
    unless: 'if (?:we lose|i lose) (?:the game|the match|two nil)',
  },
  {
    weight: 0.9,
    on: 'tumour tumor cancer stroke aneurysm heart',
    match:
      '(?:has|have|must|got|bound) (?:got )?to be (?:a |an )?(?:brain )?(?:tumou?r|cancer|heart attack|stroke|aneurysm)|must be (?:a |an )?(?:tumou?r|cancer|heart attack|stroke|aneurysm)',
    unless: '(?:doctor|scan|diagnos)',
  },
  {
    weight: 0.93,
    on: 'face',
    match: 'never (?:be able to )?show my face',
  },
  {
    weight: 0.88,
    on: 'one',
    match:
      'one (?:bad|missed|wrong|failed|late|more) [a-z]+(?: [a-z]+)? (?:and|means) [^.]{2,80}(?:streets?|is off|it is over|all over|gone|finished|homeless|close|closed|ruined|done for)',
    unless: 'one more (?:stop|week|day|hour)',
  },
  {
    weight: 0.84,
    on: 'ditch dead',
    match: '(?:he|she|they) (?:is|are|must be) (?:lying )?dead in a ditch|(?:must|has to) be (?:dead|lying)',
  },
  {
    weight: 0.84,
    on: 'bear survive',
    match: '(?:could|can|would) not (?:bear|survive|take|stand) it if',
  },
]
