import type { RuleSource } from './rule.ts'

const they =
  '(?:he|she|they|you|people|society|school|this [a-z]+|(?:my|the|his|her|our) [a-z]+(?: [a-z]+)?|everyone(?: else)?|everyone around me|parents|life|it|that man|that woman|[a-z]+)'
const hurt =
  'worthless|bad|small|stupid|like (?:a |an |i )[a-z ]{3,30}|guilty|useless|ugly|crazy|insecure|miserable|angry|sick|anxious|unhappy|mad|cry|fail|lose|hate|drink|do (?:it|this|that|these)|this way|who i am|what i am|become|so (?:angry|mad|sad|anxious|insecure)|late|suffer|depressed|bitter|yell|shout|act|lie|cheat|nervous|lonely|feel'

/** All of it, laid at one door that is not one's own. */
export const blaming: readonly RuleSource[] = [
  {
    weight: 0.9,
    on: 'fault',
    match:
      "(?:(?:all|entirely|completely|totally|only|purely|just|100 percent) )?(?:his|her|their|your|everyone else's|[a-z]+'s?|(?:my|the|our) [a-z]+(?:'s|s')) (?:own |damn |fucking )?fault",
    unless: "(?:not|it's|nobody's|no one's|partly|my|that's) (?:his |her |their )?fault",
  },
  {
    weight: 0.82,
    on: 'makes make made drives drove forces forced force driving making',
    match: `(?!i )${they} (?:always |just |constantly |really |have |has |keep |only )*(?:makes?|made|drives?|drove|forces?|forced|pushes|pushed|driving|making) me (?:to |into )?(?:feel )?(?:so |this |completely |such )*(?:${hurt})(?! (?:safe|good|loved|better|happy|at home|calm|alive|like (?:dancing|laughing|home)))`,
    unless:
      '(?:feel (?:safe|good|loved|better|happy|calm|alive|seen|welcome)|film|movie|song|book|music|makes me feel like (?:dancing|singing)|happy tears)',
  },
  {
    weight: 0.9,
    on: 'life childhood confidence self-esteem self career year day week marriage future evening holiday mood chances weekend',
    match: `(?!i )(?!my day )${they} (?:has |have |completely |totally |just |really |single-handedly )*(?:ruined|destroyed|wrecked|broke|ruins|took|stole|messed up|screwed up|robbed me of|killed|poisoned|crushed|is ruining|are ruining|spoiled|stolen|broken) (?:my|our) (?:whole |entire |own )?(?:life|childhood|confidence|self-?esteem|career|year|day|week|marriage|future|evening|holiday|mood|chances|weekend|youth|trust|happiness|birthday|twenties|dream|heart and my)`,
  },
  {
    weight: 0.85,
    on: 'because',
    match:
      "(?:because of|thanks to) (?:him|her|them|you|(?:my|his|their|our) (?:stupid |damn |own )?[a-z'-]+|that (?:man|woman|idiot|guy))(?! (?:help|support|advice|kindness|flu|cold|back|knee|leg|asthma|migraine|headache|allergy|shift|train)).{0,60}?(?:i |my |we |our |that )",
    unless: '(?:laugh|dared|happy|proud|learned|in time|on time)',
  },
  {
    weight: 0.82,
    on: 'because',
    match:
      '(?:only |just |all )?(?:like this|this way|so [a-z]+|miserable|a mess|unhappy|alone|broken) because of (?:him|her|them|you|my|his|what)',
  },
  {
    weight: 0.88,
    on: 'reason',
    match: `(?!i )${they} (?:is|are|was|were) (?:the (?:only |main |real |whole )?reason|the ones? (?:who|that) (?:make|makes|made|ruin|ruined)|why) (?:that |why )?(?:i|my|we|everything)`,
    unless: 'reason i (?:smile|get up|love|am (?:happy|here|alive))',
  },
  {
    weight: 0.88,
    on: 'why',
    match: `(?!i |that |this )${they} (?:is|are|was) (?:exactly )?why i (?:will|am|can|have|do|never|drink|fail|hate)`,
  },
  {
    weight: 0.84,
    on: 'blame blamed',
    match:
      '(?!i |no one |nobody )(?:[a-z]+ ){0,3}(?:is|are|was|were) (?:all |entirely |completely |the ones? |the only ones? |solely )*(?:to blame|responsible) for (?:everything|all|this|my|what|me|the|our|how|it)|i (?:will always |still |only |completely )?blame (?!myself)[a-z]+',
    unless: 'i (?:do not|am|can not) (?:be )?(?:to )?blame|no one is|i am|not to blame',
  },
  {
    weight: 0.88,
    on: 'if',
    match:
      'if (?:it (?:were|was) not|not) for (?:him|her|them|you|this|that|my|the|these)|without (?:him|her|them|my [a-z]+|this [a-z]+) i (?:would|could) (?:be|have)',
    unless: '(?:help|friend|support).{0,40}(?:not have made|lost)',
  },
  {
    weight: 0.82,
    on: 'if',
    match:
      'if (?:only )?(?:he|she|they|you|my [a-z]+|the [a-z]+) (?:had|would have|did not|was not|were not|would|just|was|were).{0,70}?(?:would|could|none of this|might) ?(?:not |never |have |be )',
    unless: '(?:i would be|we could) (?:happy to|glad)',
  },
  {
    weight: 0.86,
    on: 'if',
    match:
      'i would (?:not|never) (?:have to |need to |be )?.{0,40}? if (?:he|she|they|you|the [a-z]+|my [a-z]+|people)',
  },
  {
    weight: 0.85,
    on: 'thanks',
    match:
      'thanks to (?:him|her|them|my [a-z]+|the [a-z]+|you|that).{0,60}?(?:ruined|wrecked|miserable|lost|broke|fail|destroyed|alone|mess|hate|worse|over|gone|never|can not)',
  },
  {
    weight: 0.87,
    on: 'on',
    match:
      '(?:is|was) (?:all|entirely|completely|totally|100%) (?:on|down to) (?:him|her|them|you|my [a-z]+)',
  },
  {
    weight: 0.82,
    on: 'else everyone they he she',
    match:
      '(?:everyone else|they|he|she|other people|everyone) (?:is|are) (?:always )?the (?:only |real |whole )?problem',
  },
  { weight: 0.7, on: 'nothing', match: 'i (?:did|have done) (?:absolutely )?nothing wrong' },
  { weight: 0.85, on: 'society', match: 'society (?:made|makes|ruined|forces|did|has)' },
  {
    weight: 0.85,
    on: 'hell',
    match:
      '(?:make|makes|made|making) my (?:whole )?life (?:a living |a |into )?(?:hell|miserable|impossible|nightmare)',
  },
  {
    weight: 0.86,
    on: 'if',
    match:
      'i would (?:have |be |not |never |still ).{0,60}? if (?:he|she|they|you|people|(?:my|the|his|her|our) [a-z]+)(?: [a-z]+)? (?:had|was|were|did|would|could|gave|stopped|listened)',
  },
  {
    weight: 0.86,
    on: 'if',
    match:
      'if (?:he|she|they|you|people|(?:my|the|our) [a-z]+) (?:had|was|were|did|would|could|gave|cared|listened|stopped).{0,60}? i (?:would|could|might)',
  },
  {
    weight: 0.87,
    on: 'poisoned killed destroyed ruined crushed stole broke took',
    match:
      '(?!i )(?:[a-z]+ )?[a-z]+ (?:has |have )?(?:poisoned|killed|destroyed|ruined|crushed|stole|broke|took) (?:every|all|any|everything|whatever).{0,30}?(?:i (?:had|have|loved|built)|of my|in me|me\\b)',
  },
  {
    weight: 0.8,
    on: 'why',
    match:
      '(?:no one|they|he|she|my [a-z]+|the [a-z]+) .{0,70}?(?:that is|which is|and that is) why i (?:am|can|do|have|never|always|drink|fail)',
  },
  {
    weight: 0.9,
    on: 'made',
    match:
      '(?:you|he|she|they|my [a-z]+) (?:have )?made me (?:like this|this way|who i am|what i am|do it|a nervous wreck)',
  },
  {
    weight: 0.92,
    on: 'none',
    match: 'none of (?:this|it|that) is (?:down to|on|because of|my) (?:me|doing)',
  },
  {
    weight: 0.9,
    on: 'reason',
    match:
      'the (?:only |whole )?reason (?:that |why )?i (?:can not|could not|am|do not|never|have|drink|smoke|shout) ?[^.]{2,50} is (?:my|him|her|them|that|you|his)',
  },
  {
    weight: 0.84,
    on: 'happy fine',
    match: 'i would be (?:happy|fine|better|ok|okay|rich|free) if (?:it were not|it was not|not) for',
  },
  {
    weight: 0.86,
    on: 'makes',
    match:
      '(?:he|she|they|you|my [a-z]+) makes? me (?:so )?(?:angry|mad|furious|jealous|shout|drink)[^.]{0,30}(?:can not help|have to|have no choice|end up)',
  },
]
