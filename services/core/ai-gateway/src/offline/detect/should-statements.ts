import type { RuleSource } from './rule.ts'

const who =
  '(?:he|she|they|you|people|everyone|men|women|boys|girls|family|friends|parents|kids|adults|mothers|fathers|a (?:good|real|proper|decent|true|normal|grown) [a-z]+|a [a-z]+|my [a-z]+|husbands|wives|managers)'

/** Rules that scold: should, must, ought, have to. */
export const shouldStatements: readonly RuleSource[] = [
  {
    weight: 0.92,
    on: 'should',
    match:
      'should (?:really |just )?have (?:known|seen (?:it|this|that|the signs)|done (?:better|more|something)|tried harder|been (?:better|stronger|there|able|more|nicer|kinder|braver|smarter|faster|a better))',
    unless: '(?:told us|we should all)',
  },
  {
    weight: 0.88,
    on: 'should',
    match:
      'should never have|should not have (?:to )?(?:[a-z]+ )?(?:said|done|let|trusted|wasted|left|gone|cried|eaten|told|been|married|stayed|yelled|shouted|quit|spent|believed|tried|come|reacted|opened|asked|sent|felt|taken|been so|got)',
    unless: 'shop',
  },
  {
    weight: 0.75,
    on: 'should',
    match:
      'i should have (?:just |already |at least )?(?:noticed|told|listened|stopped|fought|worked|studied|spoken|prevented|realized|realised|stayed|helped|let|waited|handled|kept|stood|spoken up|been|done|finished|started|achieved|said (?:no|yes|something)|figured|tried|saved|visited|called (?:him|her|more)|paid (?:more )?attention|managed|made more|controlled|protected|loved)',
    unless: 'stayed (?:in|home|at home)|called (?:ahead|first)',
  },
  {
    weight: 0.87,
    on: 'should',
    match:
      '(?:i|we) should (?:already |just |really |always |at least |by now |not )*be (?:able|over|happy|happier|grateful|better|stronger|strong|more|further|thinner|thin|working|past|doing|used|a (?:better|good|more|stronger|nicer)|there for|enough|perfect|married|successful|fine|ok\\b|okay|coping|handling|nicer|calmer|braver|good|normal|on top|less|earning|so|ashamed|like|ahead|proud|kinder|productive|smarter|in control|stricter|thankful|tougher|slimmer|fitter|independent|the one)',
    unless: 'should be (?:ok|okay|fine|good) (?:by|to|for|tomorrow|with)|we should be (?:able|ok|fine)',
  },
  {
    weight: 0.82,
    on: 'should',
    match:
      'i should not (?:be (?:so|this|sad|upset|angry|crying|tired|anxious|scared|complaining|struggling|afraid|needing|jealous|feeling|like|the)|feel|need|cry|have to|let|care|want|complain|get (?:so|upset|angry|this)|still|even|take this|mind|be|worry|make mistakes|think|bother|ask for|enjoy|rest)',
  },
  {
    weight: 0.76,
    on: 'should',
    match:
      'i should (?:just |really |already |actually |at least )?(?:want|feel|love|care|try harder|do more|do better|work harder|have (?:kids|children|more|my life|it|been able|figured|achieved|a (?:house|job|partner|career))|always|never|handle|forgive|manage|earn|weigh|know (?:better|how|what|this)|be strong|look|enjoy|stop (?:being|feeling|complaining|crying|whining)|appreciate|get over|get my|pull myself|put|please)',
    unless:
      'look (?:up|at|for|it up|into)|put (?:the|on)|feel better (?:soon|tomorrow|in)|want to (?:know|check)|get my (?:hair|car|bike|tyres)',
  },
  {
    weight: 0.87,
    on: 'age now',
    match:
      '(?:by (?:this age|now|my age|this point)|at my age).{0,40}?(?:should|ought|supposed)|(?:should|ought to|supposed to).{0,50}?(?:by now|at my age|by this age|at thirty|at forty|by thirty|by forty|at 30|at 40)',
    unless: 'arrive|train|parcel',
  },
  {
    weight: 0.8,
    on: 'should ought must supposed',
    match: `${who} (?:should|ought to|must|is supposed to|are supposed to) (?:just |really |always |never |not |at least )*(?:always|never|not|know|have known|be (?:there|grateful|strong|perfect|nicer|more|happy|ashamed|able|tough|better|polite|loyal)|help|put|understand|answer|care|love|cry|need|appreciate|respect|listen|apologi[sz]e|treat|want|realize|realise|notice|sacrifice|support|agree|obey|show|give|say no|cope|say thank)`,
    unless:
      '(?:you|dog|dogs|visitors|guests|it) (?:should|must) (?:not|always|never) (?:park|eat|enter|feed|use|forget|mix|add)|help with the boxes',
  },
  {
    weight: 0.84,
    on: 'supposed allowed meant expected permitted',
    match:
      '(?:i am|men are|women are|people are|we are|boys are|adults are|mothers are|you are|he is|she is|they are) (?:not|never) (?:supposed|allowed|meant|permitted) to (?!(?:lift|park|smoke|eat|drive|swim|bring|take|use|enter))',
  },
  {
    weight: 0.78,
    on: 'supposed expected meant',
    match:
      'i (?:am|was) (?:supposed|expected|meant) to (?:already )?(?:have (?:my|it|everything|kids|a )|be (?:strong|happy|the|good|a|able|over|better|perfect|grateful|successful|an)|know|feel|love|enjoy|like|cope|manage)',
  },
  {
    weight: 0.84,
    on: 'must have need ought got',
    match:
      'i (?:just |really |simply |always )?(?:must|have to|need to|have got to|got to|ought to) (?:always |never |not |just |at least |be able to )*(?:always |never |be (?:perfect|strong|the best|better|good|in control|happy|nice|there for|liked|on top|thin|successful|everything|productive|flawless|brave|tough|grateful|loved|useful|the strong|normal|available)|please|get (?:this|it|everything) (?:right|perfect)|fail|cry|show (?:weakness|no|any|them)|let (?:anyone|them|him|her)|disappoint|complain|prove|make (?:everyone|no mistakes|mistakes)|do everything|hold (?:it|everything|this)|keep everyone|succeed|win\\b|do (?:it |this |everything )?perfectly|impress|control|earn (?:love|it))',
    unless: 'not have to|win the toss',
  },
  { weight: 0.74, on: 'must', match: 'i must (?:never|always|not ever)' },
  {
    weight: 0.74,
    on: 'ought',
    match:
      'i (?:really )?ought (?:not )?to (?:be|feel|want|have|know|love|care|do (?:more|better)|try|stop|go|manage|cope)',
    unless: 'ought to (?:be (?:home|there|at)|go (?:to the|shopping|now|home))',
  },
  {
    weight: 0.8,
    on: 'good real proper decent true normal grown',
    match:
      'a (?:good|real|proper|decent|true|normal|grown) [a-z]+ (?:never|always|does not|do not|would not|would never|would|should|should not|must|knows|can|could)(?: [a-z]+){1,9}',
  },
  {
    weight: 0.75,
    on: 'family friends',
    match:
      '(?:family|friends|children|wives|husbands|sons|daughters|partners) (?:must|have to|should|ought to) (?:always )?(?:help|stick|come|support|be|forgive|obey)',
  },
  {
    weight: 0.84,
    on: 'business right',
    match:
      '(?:has|have|having) (?:absolutely )?no (?:business|right) (?:being|feeling|to (?:be|feel|complain|cry|want|need|ask|struggle)|complaining|crying)',
  },
  {
    weight: 0.82,
    on: 'need have must got',
    match:
      'i (?:just |really )?(?:need to|have to|must|have got to|should) (?:just |finally |really )?(?:snap out|get over (?:it|this|him|her|myself)|get a grip|pull myself|toughen up|man up|grow up|stop (?:being|feeling|crying|whining|caring|complaining)|suck it up|get it together|be less|be more|be tougher|be harder)',
  },
  {
    weight: 0.78,
    on: 'ridiculous stupid pathetic silly wrong',
    match:
      '(?:it is|it would be) (?:so |just |really )?(?:ridiculous|stupid|pathetic|silly|childish|wrong|weak|selfish) (?:of me )?(?:to|that i) (?:still |am still |even )?(?:be|feel|am|need|want|cry|care|grieving|still)',
  },
  { weight: 0.8, on: 'ought', match: 'i ought not to' },
  {
    weight: 0.88,
    on: 'right',
    match:
      'i (?:have|had|have got) no (?:right|business) (?:to (?:rest|complain|be|feel|ask|sit|stop|cry|say|expect|enjoy)|being|resting|crying|feeling)',
  },
  {
    weight: 0.82,
    on: 'good real proper decent',
    match:
      '(?:good|real|proper|decent|strong) (?:mothers|fathers|mums|moms|dads|men|women|wives|husbands|daughters|sons|people|friends|teachers|nurses) (?:do not|never|always|would not|would never)',
  },
  {
    weight: 0.8,
    on: 'always must need',
    match:
      'i (?:must|need to|have to|have got to) (?:always |never )?[^.]{2,60}(?:for everyone|all the time|at all times|no matter what|, always)',
  },
  {
    weight: 0.78,
    on: 'without',
    match: 'should (?:just )?(?:know|understand|see|notice|realise|realize)[^.]{0,40}without (?:me|my|being)',
  },
]
