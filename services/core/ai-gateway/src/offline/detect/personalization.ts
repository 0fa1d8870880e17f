import type { RuleSource } from './rule.ts'

const them =
  '(?:him|her|them|everyone|my [a-z]+|the (?:whole |entire )?[a-z]+|our [a-z]+|people|us|mum|mom|dad|[a-z]+)'

/** Carrying what was never one's own to carry. */
export const personalization: readonly RuleSource[] = [
  {
    weight: 0.9,
    on: 'fault doing',
    match:
      "(?:it|this|that|everything|which|all|[a-z']+) (?:is|was|are|were|must be|must have been|has to be|will be) {q}(?:of it )?my (?:own |stupid |damn )?(?:fault|doing)",
    unless:
      'partly my|not my fault|according to|, i (?:set|forgot|took|missed|dropped|mixed up|misread) (?:the|my)',
  },
  {
    weight: 0.7,
    on: 'fault',
    match: '(?:all |entirely |my own |completely )my fault|my fault that',
    unless:
      'not (?:all|entirely|completely)|partly|, i (?:set|forgot|took|missed|dropped|mixed up|misread) (?:the|my)',
  },
  {
    weight: 0.86,
    on: 'because',
    match:
      '(?:all |only |just |it is |this is |left |that is )*because of me\\b|because of me (?:the|my|they|he|she|everyone|all)',
  },
  {
    weight: 0.78,
    on: 'down on due',
    match: '(?:is|was|are|it all comes|comes) (?:somehow |all |entirely |only )*(?:down to|on|due to) me\\b',
  },
  {
    weight: 0.87,
    on: 'reason cause one problem',
    match:
      'i (?:am|was|must be) (?:probably |obviously |clearly |always )?(?:the (?:only |main |whole |real )?(?:reason|cause|problem|common denominator)|the one who (?:destroys|ruins?|ruined|broke|breaks|spoils|drove|caused|killed|messed))',
  },
  {
    weight: 0.83,
    on: 'myself',
    match:
      'i (?:still |will always |just |only |can only )?(?:blame|can not forgive|will never forgive|can never forgive|could never forgive) (?:only )?myself',
  },
  {
    weight: 0.85,
    on: 'blame responsible responsibility',
    match:
      'i am (?:the (?:only )?one |solely |entirely |completely |fully )*(?:to blame|responsible) (?:for|that)|(?:the blame is|it is) (?:all )?(?:mine|my responsibility)|my (?:job|responsibility|duty) (?:that|to (?:make|keep)) (?:everyone|they|he|she|him|her|them|people|the)',
    unless: 'i am responsible for the (?:budget|report|kitchen|booking|music)',
  },
  {
    weight: 0.84,
    on: 'if',
    match:
      'if (?:only )?i had (?:not |only |just |been )?(?:[a-z]+ ){0,10}?.{0,40}?(?:would|could|might) (?:not |never |still |have )',
    unless:
      'if i had (?:more|a|the|time|money) (?:time|car|choice|money)|(?:would|could) have been (?:early|earlier|on time|home by)',
  },
  {
    weight: 0.86,
    on: 'if',
    match:
      '(?:would|could|might) (?:still |not |have |never )+.{0,50}? if (?:only )?i (?:had|were|was)|if i (?:were|was) (?:only )?(?:a |an )?(?:better|more|less|nicer|prettier|thinner|stricter|smarter|stronger|kinder|good|not)[^.]{0,60}?(?:would|could)',
  },
  {
    weight: 0.82,
    on: 'let',
    match: `i (?:have |always |keep |really |just )*let(?:ting)? ${them}(?: [a-z]+)? down`,
  },
  {
    weight: 0.84,
    on: 'ruined spoiled spoilt wrecked destroyed killed',
    match:
      'i (?:have |just |really |totally |must have |probably |always )*(?:ruined|spoiled|spoilt|wrecked|destroyed|killed) (?:the|his|her|their|everyone|our|this|it|everything|christmas|dinner|thanksgiving|mum|mom|dad|another)',
    unless: '(?:shirt|shoes|trousers|cake|sauce|soup|carpet|pan)',
  },
  {
    weight: 0.82,
    on: 'caused brought drove pushed failed lost',
    match: `i (?:have |just |really |must have |probably |may have )*(?:caused (?:all|this|it|the|everything|everyone|her|his|their|him)|brought (?:bad luck|this|it|shame|all)|drove ${them} (?:away|to|into)|pushed ${them} (?:away|too)|failed (?:her|him|them|everyone|my|as a)|lost (?:us|the (?:game|match|deal|client) for))`,
    unless: 'failed my (?:driving|test|exam|theory|maths)|brought (?:this|it) (?:to|from|with)',
  },
  {
    weight: 0.85,
    on: 'failed',
    match: 'i failed (?:him|her|them|my [a-z]+|everyone).{0,20}?(?:he|she|they|it) (?:would|could|might)',
  },
  {
    weight: 0.74,
    on: 'made make',
    match:
      'i (?:have |must have |always |just |only |probably )*(?:made|make) (?:him|her|them|everyone|my [a-z]+|people) (?:angry|sad|leave|cry|upset|sick|mad|unhappy|miserable|uncomfortable|feel|hate|worse|suffer|drink|tense|stressed|ill|depressed)',
    unless: 'feel (?:welcome|at home|good|better|safe)',
  },
  {
    weight: 0.82,
    on: 'because',
    match: `(?:my [a-z]+|he|she|they|everyone|we|it|the [a-z]+) .{0,50}?because i (?:am|was|did|do|have|had|could|said|failed|never|always) (?:not |too |such |so |a )*(?:strict|enough|something|bad|wrong|boring|ugly|difficult|say|do|give|good|there|care|upset|stupid|patient|attractive|fun|fail|worked|working|love|listen|needy|pay|protect|push)`,
    unless: 'mad because i (?:was late|broke)',
  },
  {
    weight: 0.76,
    on: 'something',
    match:
      '(?:must|probably|has to|surely|maybe) (?:have been |be )?(?:because of )?something i (?:did|said|wrote|have done)',
  },
  {
    weight: 0.84,
    on: 'me',
    match:
      '(?:it is |it was )?(?:always|it is) me (?:who|that) (?:destroys?|ruins?|spoils?|breaks?|causes?|makes|messes|kills|ruined)',
  },
  {
    weight: 0.78,
    on: 'must',
    match:
      'i must have (?:caused|done something|upset|offended|said something|made|annoyed|ruined|hurt|deserved)',
  },
  {
    weight: 0.78,
    on: 'noticed stopped prevented saved protected',
    match:
      'i should have (?:noticed|stopped|prevented|saved|protected|seen)[^.]{0,60}?(?:fault|illness|he would|she would|still|alive|him from|her from|died)',
  },
  {
    weight: 0.86,
    on: 'if',
    match:
      '(?:would|could|might) (?:still |not |have |never )+.{0,60}? if (?:only )?i (?:would|had|were|was)(?: not)? (?:been|be|a|more|less|better|visited|called|stayed|gone|done|listened|tried|known|said|just)|if i would (?:have )?(?:been|called|stayed|listened|noticed|done|gone).{0,60}?(?:would|could)',
  },
  {
    weight: 0.82,
    on: 'on',
    match: '(?:that|this|it|all|everything) (?:is|was) (?:all |entirely |completely |totally )?on me\\b',
  },
  { weight: 0.8, on: 'cause', match: '(?:so )?i am the cause|i caused' },
  {
    weight: 0.82,
    on: 'something',
    match: 'something (?:that )?(?:i am|i have been|i was) (?:doing|not doing|saying)(?: wrong)?',
    unless: 'something i am doing (?:tomorrow|for fun)',
  },
  {
    weight: 0.88,
    on: 'if',
    match:
      'if i had (?:not )?(?:[a-z]+ ){1,8}?(?:he|she|they|mum|mom|dad|the [a-z]+|my [a-z]+) would (?:still |not |never )?(?:be|have)',
    unless: 'would have been (?:early|on time|late)',
  },
  {
    weight: 0.82,
    on: 'made caused',
    match:
      '(?:i made|i caused|i brought) (?:it|this|them|him|her|all this)(?: all)? (?:rain|happen|ill|sick|leave|drink|split|on)',
  },
  {
    weight: 0.84,
    on: 'because',
    match:
      '(?:split up|broke up|left|divorced|got ill|got sick|died|failed|lost|drinks?|cancelled|called off) because (?:i|of me|of what i)',
  },
  {
    weight: 0.82,
    on: 'must something',
    match:
      'it (?:must|has to) (?:be|have been) (?:something i|because of me|me\b|about me)|has to be about me',
  },
]
