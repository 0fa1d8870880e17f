/** English word groups. `{name}` in a rule stands for a group; alternatives are separated by `|`. */
export const WORDS = {
  /** Up to three adverbs or fillers that do not change a rule's meaning. */
  q: '(?:(?:just|really|so|such|totally|completely|absolutely|utterly|entirely|clearly|obviously|probably|honestly|basically|actually|simply|fucking|damn|bloody|always|still|only|also|definitely|certainly|surely|literally|ever|even|pretty|quite|seriously|truly|secretly|already|all|now|kind of|deep down|somehow|eventually|gonna|straight up|too|very|all just|apparently|generally|inevitably) ){0,3}',
  g: '.{0,70}?',
  s: '.{0,28}?',
  fool: 'idiot|loser|failure|fraud|moron|fool|disappointment|burden|coward|mess|disgrace|joke|screw-?up|fuck-?up|waste of (?:space|time|oxygen)|monster|nobody|no one|zero|nothing|imposter|impostor|jerk|asshole|arsehole|bitch|bastard|psycho|psychopath|liar|pig|cow|crooks?|animals?|cheat|narcissist|witch|clown|freak|weirdo|creep|dumbass|wimp|crybaby|pushover|slob|hypocrite|quitter|misfit|trainwreck|train wreck|trash|scum|couch potato|fake|phony|hack|basket case|wreck|outcast|lunatic|brat|snake|dick|prick|twat|wanker|damaged goods|lost cause|black sheep|toad|parasite|leech|doormat|dummy|amateur|drama queen|control freak|klutz|bore|whore|slut',
  low: 'stupid|dumb|pathetic|worthless|useless|lazy|ugly|fat|weak|disgusting|unlovable|unlikeable|unlikable|broken|incompetent|selfish|hideous|unattractive|repulsive|defective|ridiculous|inadequate|idiotic|untalented|spineless|gross|dull|unworthy|unwanted|clueless|toxic|evil|heartless|immature|cowardly|inferior|mediocre|good for nothing|a lost cause|not enough|too much for (?:people|everyone|anyone|him|her)|unfixable|beyond (?:help|repair)|a bad person|worth nothing|rubbish|insufferable|insane|childish|rotten',
  bad: 'bad|terrible|horrible|awful|lousy|crappy|shitty|rubbish|useless|hopeless|worthless|pathetic|stupid|dumb|lazy|selfish|poor|miserable|complete|total|utter|absolute|real|fat|weak|cold|rotten|despicable|disgusting|ungrateful|worst|failed|fake|heartless|neglectful|incompetent|boring|weird|ugly|horrid|evil|mediocre|nasty|toxic',
  role: 'mother|mom|mum|father|dad|parent|husband|wife|partner|girlfriend|boyfriend|friend|daughter|son|sister|brother|person|human being|human|man|woman|teacher|boss|manager|leader|employee|worker|colleague|student|doctor|nurse|cook|writer|artist|musician|driver|listener|kid|child|individual|granddaughter|grandson|aunt|uncle|neighbour|neighbor|host|player|developer|engineer|owner|christian|caregiver|roommate|flatmate',
  they: 'everyone|they|they all|people|he|she|others|the others|no one|all of them|my (?:[a-z-]+)(?: [a-z-]+)?|the (?:[a-z-]+)(?: [a-z-]+)?|half the [a-z]+',
  doom: 'die|dies|died|dying|dead|death|heart attack|stroke|cancer|tumou?r|crash|crashes|crashed|go crazy|goes crazy|going crazy|completely crazy|lose everything|lose my|lose the|lose our|fired|sue me|sues? us|sue|homeless|collapses?|deadly|fatal|accident|killed|panic|too late|find something|faint|pass out|fall apart|goes wrong|go wrong|disaster|catastroph[a-z]+|something (?:bad|terrible|awful|horrible|happens)|kidnapped|never see|never wake|never get|stops? breathing|bankrupt|ruined?|everything falls|hates? me|leaves? me|end up|in prison|arrested|i fail|they laugh|laughs at me|can not breathe|incurable|serious|paralysed|paralyzed|humiliate',
  feeling:
    'sad|guilty|anxious|scared|afraid|ashamed|jealous|lonely|stupid|dumb|ugly|overwhelmed|hopeless|worthless|inadequate|angry|hurt|abandoned|disgusting|nervous|worried|terrified|useless|embarrassed|tense|empty|numb|uneasy|insecure|unloved|rejected|tired|weak|helpless|like [a-z ]{3,30}',
} as const

/** Contractions and common spellings, to the words rules are written in. */
const EXPANSIONS: Readonly<Record<string, string>> = {
  im: 'i am',
  ive: 'i have',
  dont: 'do not',
  doesnt: 'does not',
  didnt: 'did not',
  cant: 'can not',
  cannot: 'can not',
  "can't": 'can not',
  couldnt: 'could not',
  wont: 'will not',
  "won't": 'will not',
  wouldnt: 'would not',
  shouldnt: 'should not',
  shouldve: 'should have',
  shoulda: 'should have',
  couldve: 'could have',
  wouldve: 'would have',
  isnt: 'is not',
  arent: 'are not',
  wasnt: 'was not',
  werent: 'were not',
  havent: 'have not',
  hasnt: 'has not',
  hadnt: 'had not',
  aint: 'is not',
  "ain't": 'is not',
  thats: 'that is',
  hes: 'he is',
  shes: 'she is',
  theyre: 'they are',
  youre: 'you are',
  theres: 'there is',
  whats: 'what is',
  gonna: 'going to',
  wanna: 'want to',
  gotta: 'have to',
  cuz: 'because',
  cos: 'because',
  "'cause": 'because',
  coz: 'because',
  everybody: 'everyone',
  nobody: 'no one',
  noone: 'no one',
  anybody: 'anyone',
  somebody: 'someone',
  "oughtn't": 'ought not',
  u: 'you',
  ur: 'your',
  alot: 'a lot',
  "let's": 'let us',
}
const SUFFIXES: Readonly<Record<string, string>> = { m: ' am', re: ' are', ve: ' have', ll: ' will' }
const WOULD_AFTER = new Set(['i', 'he', 'she', 'they', 'we', 'you', 'it', 'that'])
const IS_AFTER = new Set(
  'it that he she there what who where how this everything nothing everyone someone something'.split(' '),
)

/** The longer form of an English word, or undefined when the word stays as it is. */
export function expandEnglish(word: string): string | undefined {
  if (Object.hasOwn(EXPANSIONS, word)) return EXPANSIONS[word]
  const mark = word.indexOf("'")
  if (mark === -1) return undefined
  const stem = word.slice(0, mark)
  const tail = word.slice(mark + 1)
  if (tail === 't' && stem.endsWith('n')) return `${stem.slice(0, -1)} not`
  if (tail === 'd') return WOULD_AFTER.has(stem) ? `${stem} would` : undefined
  if (tail === 's') {
    if (stem === 'everybody') return 'everyone is'
    if (stem === 'nobody') return 'no one is'
    return IS_AFTER.has(stem) ? `${stem} is` : undefined
  }
  const suffix = Object.hasOwn(SUFFIXES, tail) ? SUFFIXES[tail] : undefined
  return suffix === undefined ? undefined : `${stem}${suffix}`
}
