/** Nouns a thought can be about, by area of life. */
export const TOPICS = {
  work: 'job|work|office|meeting|stand-up|project|report|deadline|interview|promotion|raise|presentation|slides?|pitch|e-?mail|mail|review|career|shift|contract|call|application|code|team|business|company|conference',
  study:
    'exam|exams|test|essay|class|course|thesis|school|university|college|degree|grades?|paper|lecture|homework|quiz|chapter|maths|studies|seminar|lesson',
  love: 'relationship|relationships|marriage|date|wedding|breakup|break-up|divorce|anniversary',
  people:
    'mother|mom|mum|father|dad|parents|sister|brother|son|daughter|kids|children|child|baby|family|grandma|grandpa|grandmother|grandad|uncle|aunt|cousin|in-laws|partner|husband|wife|boyfriend|girlfriend|ex|friend|friends|best friend|roommate|flatmate|neighbours?|neighbors?|boss|manager|supervisor|colleagues?|coworkers?|client|teacher|teachers|coach|therapist|mentor|landlord|instructor',
  social:
    'party|birthday|reunion|message|messages|text|dinner|evening|conversation|photo|pictures|gathering|silence|group',
  body: 'body|weight|face|skin|hair|diet|gym|training|marathon|race|run|workout|streak|game|match',
  health: 'scan|appointment|sleep|pain|headache|heart|lump|cough|operation|surgery|results|flight|plane',
  money: 'money|rent|bank|loan|savings|bills?|tax|debt|letter|house|mortgage',
  home: 'kitchen|laundry|flat|apartment|room|garden|cake|rice|meal|food|car|phone|keys|hall|move|holiday|trip|weekend',
  making:
    'song|painting|book|speech|concert|stage|show|reading|solo|story|drawing|photos|film|recital|poem|draft|talk|performance|art|work of',
} as const
export type TopicArea = keyof typeof TOPICS

/** Capitalised words that are not a person's name. */
export const NOT_NAMES = new Set(
  'I Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Christmas Easter English German French Spanish Mr Mrs Ms Dr God LinkedIn Instagram Facebook TikTok'.split(
    ' ',
  ),
)

/** Nouns that are as often verbs or adverbs: they count only after "my", "the" and the like. */
export const NEEDS_ARTICLE =
  /^(?:call|text|work of|move|run|date|show|review|talk|match|race|book|mail|shift|pitch|art|train|code|game|post|paper|raise|face|speech|letter|story|room|reading|ex|baby|child|children|kids|friend|son|client|teachers?|parents|family|group|silence|friends|people|class|course|pain)$/u

/** Adjectives that belong to the noun after them. */
export const ADJECTIVES = new Set(
  'new old double little first last next big small own own best final second former late left right other left-hand long short'.split(
    ' ',
  ),
)

/** Nouns too general to be handed back as what a thought is about. */
export const TOO_GENERAL = new Set(
  'thing things way one ones point only worst best rest time world reason same other others end people person problem whole entire kind fact most words moment day days week year slowest dumbest first last next middle mistake first-time truth type room street streets future past bad good real reason cause perfect whole like much many could would should is was life age self part fault mind head others way more less very so absolute total complete idea streak it this that i he she they'.split(
    ' ',
  ),
)
