import type { RuleSource } from './rule.ts'

/** Two boxes only: perfect or worthless, with nothing between. */
export const allOrNothing: readonly RuleSource[] = [
  {
    weight: 0.85,
    on: 'if unless',
    match:
      '(?:if|unless) .{0,80}?(?:perfect|perfectly|perfection|flawless|hundred percent|100|the best|best|clean|everyone|every one|everything|streak|an a|top marks).{0,80}?(?:no point|pointless|worthless|garbage|trash|i am nothing|am a bad|failure|failed|might as well|quit|give up|break it off|a waste|wasted|not worth|useless|not at all|loser|is ruined|does not count|bad one|not bother|for nothing)',
  },
  {
    weight: 0.85,
    on: 'if',
    match:
      'if (?:i|he|she|they|you|it|we|this) (?:can|do|does|am|could|is|are) not .{0,80}?(?:might as well|no point|pointless|give up|not at all|worthless|quit|a failure|is garbage|useless|not bother|all for nothing|total waste|a waste)',
  },
  {
    weight: 0.85,
    on: 'if',
    match:
      'if (?:he|she|they|you|my [a-z]+) (?:does|do|will|can|did|has|have|is|are) not .{0,60}?(?:never|not) (?:really )?(?:loved?|cared?|wanted|trusted|meant|a real|a true|at all|worth)',
  },
  {
    weight: 0.85,
    on: 'either',
    match:
      'either .{0,70}? or .{0,90}?(?:nothing|wasted?|failure|failed|fail|dead|worthless|fraud|loser|against|not at all|useless|disaster|ruined|bad|garbage|over\\b|hate|pointless|stupid|nobody|not worth|do not succeed|enemy|they are not)',
  },
  { weight: 0.9, on: 'nothing', match: 'all or nothing|(?:perfect|everything|best|first) or nothing' },
  {
    weight: 0.8,
    on: 'middle between',
    match: '(?:no|is not any) (?:middle|in between|in-between)|nothing in between',
  },
  { weight: 0.75, on: 'black', match: 'black (?:and|or) white' },
  {
    weight: 0.85,
    on: 'less short but than',
    match:
      '(?:anything|nothing) (?:less|short|but|other|under|below) (?:than|of|perfect)?.{0,40}?(?:failure|fails?|failing|worthless|unacceptable|good enough|enough|pointless|perfect|not acceptable|waste|useless)',
  },
  {
    weight: 0.75,
    on: 'whole entire',
    match:
      '(?:whole|entire) (?:[a-z]+ )?(?:day|week|weekend|month|year|thing|evening|night|holiday|trip|party|dinner|project|week|interview|essay|meal|diet|exam|painting|presentation|work|career|plan|effort|birthday|wedding|semester|relationship|marriage|morning) (?:is|was|are|has been|had been|feels|became) {q}(?:a |an |for )?{q}(?:complete |total |utter )?(?:ruined|spoiled|spoilt|write-off|writeoff|worthless|waste|wasted|disaster|failure|pointless|nothing|lost|garbage|useless|destroyed|fail|flop|catastrophe|trash|shot|rubbish|joke)',
  },
  {
    weight: 0.7,
    on: 'completely totally utterly entirely absolutely complete total utter absolute',
    match:
      '(?:is|was|are|were|be|am|now|it|been) (?:just |now |all |so )?(?:a |an )?(?:completely|totally|utterly|entirely|absolutely|complete|total|utter|absolute) (?:ruined|spoiled|spoilt|pointless|worthless|useless|failure|disaster|waste|write-off|failed|wasted|blown|fail|flop|for nothing|fiasco|meaningless)',
  },
  {
    weight: 0.7,
    on: 'ruined spoiled wrecked spoilt',
    match:
      '(?:that|this|it|which) (?:has )?(?:ruined|spoiled|spoilt|wrecked) (?:the|my|our) (?:whole|entire)',
  },
  {
    weight: 0.78,
    on: 'one single',
    match:
      '(?:one|a single|just one) (?:slip|slip-up|mistake|misstep|bad [a-z]+|cookie|missed [a-z]+|wrong [a-z]+|off day|error|cigarette|drink).{0,40}?(?:ruined|all my progress|is gone|everything|all gone|it is over|worthless|for nothing|starting over|back to zero|square one|undone|undoes|pointless)',
  },
  {
    weight: 0.72,
    on: 'might may',
    match:
      '(?:might|may) as well (?:just )?(?:give up|quit|not|stop|eat|forget|drop|throw|be dead|burn|never|stay)',
  },
  {
    weight: 0.85,
    on: 'real true good proper',
    match:
      'a (?:real|true|good|proper) [a-z]+ (?:never|always|would never|would always|does not|would).{0,70}?(?:is not|am not|are not|no) ',
  },
  {
    weight: 0.8,
    on: 'unless',
    match:
      'unless .{0,60}?(?:worthless|nothing|failure|pointless|no point|useless|does not count|waste|not good enough|not worth|garbage)',
  },
  {
    weight: 0.85,
    on: 'second',
    match: 'second (?:place|best) is .{0,30}?(?:loser|losing|lost|nothing|worthless|as bad|failure|not)',
  },
  {
    weight: 0.8,
    on: 'wrong not',
    match:
      'if .{0,40}?(?:wrong|off|bad|not right|not finished),? (?:then )?(?:the |it |my )?(?:whole|entire|all|everything).{0,30}?(?:worthless|ruined|pointless|useless|garbage|bad|failure)',
  },
  {
    weight: 0.7,
    on: 'either',
    match:
      '(?:people|men|women|friends|you|someone|everyone|i) (?:are|is|am) (?:either|always) .{0,40}? or (?:they|you|i|he|she|nothing|bad|a )',
  },
  {
    weight: 0.75,
    on: 'either',
    match:
      '(?:either )?you (?:either )?(?:win|succeed|make it|are good|are in).{0,40}? or (?:you|it|nothing)',
  },
  {
    weight: 0.6,
    on: 'point',
    match:
      '(?:there is|what is|i see) (?:no|the) point (?:in |of )?(?:even )?(?:trying|doing|starting|going|continuing|bothering|in trying)',
  },
  {
    weight: 0.8,
    on: 'all',
    match:
      '(?:perfectly|properly|right|completely|well|the best),? or not (?:at all|do it)|or (?:do )?not (?:do it )?at all',
  },
  {
    weight: 0.65,
    on: 'halfway half halves',
    match:
      '(?:can not|do not|never) (?:do|like|believe in) (?:things |anything |it )?(?:by halves|halfway|half)',
  },
  {
    weight: 0.7,
    on: 'now',
    match:
      '(?:now|so) (?:the|my) (?:entire|whole) .{0,20}?(?:is|are) (?:a )?(?:ruined|gone|write-off|shot|waste|over|worthless)',
  },
  {
    weight: 0.82,
    on: 'once',
    match:
      '(?:once|one time) and (?:now )?(?:i am|it is|everything|the whole|all).{0,40}?(?:not|no longer|ruined|over|gone|pointless)',
  },
  {
    weight: 0.82,
    on: 'so now',
    match:
      '(?:so|and now|now) (?:the|my|this) (?:whole|entire) [a-z]+(?: [a-z]+)? (?:thing )?(?:is|was|are) {q}(?:pointless|ruined|over|for nothing|a waste|useless|down the drain|blown|off|gone|wasted|worthless)',
  },
  {
    weight: 0.74,
    on: 'clearly obviously',
    match:
      '(?:clearly|obviously|apparently) i (?:can not|do not know how to|am not able to) .{0,30}?(?:at all|whatsoever|anything)',
  },
  {
    weight: 0.8,
    on: 'nothing',
    match: '(?:whole|entire|all|everything) .{0,40}?(?:was|were|is|has been|would be) (?:all )?for nothing',
  },
  {
    weight: 0.8,
    on: 'or',
    match: '(?:is|are|was) (?:either )?[a-z]+ or (?:it|they|he|she|you|else)(?: (?:is|are|was))? [a-z]+',
    unless:
      '(?:red|blue|green|left|right|early|late|open|closed|monday|tuesday|here|there|today|tomorrow) or',
  },
  {
    weight: 0.84,
    on: 'one single',
    match:
      '(?:one|a single) (?:question|mistake|error|slip|word|bite|page|point|answer|line|typo|miss)(?: [a-z]+){0,4},? (?:so|and) (?:now )?(?:i (?:clearly|obviously|must|do not|can not|am|have)|the whole|it is all|everything)',
  },
  {
    weight: 0.84,
    on: 'point',
    match:
      '(?:if|unless) i (?:am|can) not (?:be )?(?:the best|perfect|first|top)[^.]{0,40}(?:no point|what is the point|pointless|why bother)|no point (?:in )?(?:turning up|starting|trying|doing it) (?:if|unless)',
  },
  {
    weight: 0.8,
    on: 'drain waste ruined nothing write-off',
    match:
      '(?:whole|entire|all my|months of|weeks of)[^.]{0,30}(?:down the drain|gone to waste|a write-off|for nothing|wasted)',
  },
  {
    weight: 0.82,
    on: 'less short',
    match:
      'anything (?:less|short|below|other)(?: than| of)? [a-z ]{2,30} is (?:a |an )?(?:disgrace|failure|worthless|pointless|rubbish|not good enough|unacceptable|a waste|nothing)',
  },
]
