import type { LanguagePack } from './pack.ts'

const people =
  'friend|friends|lad|lads|lass|bairn|gran|grandson|granddaughter|housemates|sons|daughters|husbands|wifes|mums|moms|dads|brothers|sisters|mates|bestie|bestie|bff|brother|sister|mum|mom|mother|dad|father|son|daughter|wife|husband|partner|boyfriend|girlfriend|bf|gf|' +
  'roommate|flatmate|housemate|cousin|uncle|aunt|nephew|niece|grandma|grandpa|grandfather|grandmother|nan|colleague|coworker|' +
  'classmate|neighbour|neighbor|student|patient|client|ex|kid|child|teen|stepdad|stepson|stepdaughter|mate|buddy|guy|girl|boy'

export const en: LanguagePack = {
  language: 'en',
  lists: {
    '=to': 'to|2|ta',
    '=myself': 'myself|my self|meself|mysel|miself|mysef|myslef',
    '=commit': 'commit|comit|kermit|komit',
    '=suicide': 'suicide|suiside|sucide|suicid|sucicide|sewerslide|sewer slide|sui cide|sewercide',
    '=suicidal': 'suicidal|suisidal|sucidal|suicidle',
    '=kill': 'kill|kil|kll|unalive|un alive',
    '=you': 'you|u|ya',
    '=be': 'be|b',
    '=dont': 'dont|dnt|dun',
    '=anymore': 'anymore|any more|no more|nomore|nemore',
    '=wanna': 'wanna|wana|wna',
    '=die': 'die|dye|dieing|d i e',
    want: 'want to|wanna|wana|want|wanting to|would like to|need to|wish to|wanted to|long to|am ready to|ready to|im ready to|going to|gonna|gon|am about to|about to|plan to|planning to|decided to|tempted to|urge to|intend to|desire to|have to|trying to|tried to|try to',
    person: people,
    pills:
      'pills|tablets|pill|tabs|paracetamols|ibuprofens|sleepers|beta blockers|meds|medication|medicine|antidepressants|painkillers|sleeping pills|paracetamol|tylenol|xanax|ibuprofen|aspirin|benzos|valium|sertraline|insulin|sedatives|opioids|oxy|codeine|advil|melatonin|ambien|acetaminophen|prozac|zoloft|lithium|quetiapine|diazepam|co codamol',
    partner: 'husband|boyfriend|bf|partner|wife|girlfriend|gf|ex|fiance|spouse|man i live with',
    parent:
      'dad|father|mum|mom|mother|stepdad|stepfather|stepmum|stepmom|uncle|parents|foster dad|foster mum|foster mother|grandad|grandpa|brother|stepbrother|daddy|mummy|mommy|step dad|step father|step mum|step mom|step mother|sister|grandfather|grandmother|grandma',
    now: 'tonight|today|now|tomorrow|this evening|this weekend|this week|this morning|soon|later|on friday|friday|saturday|sunday|monday|right now|after work|once everyone is asleep|when they are asleep',
  },
  stopwords:
    'the and to of i a in is it that for my was with on you this but have not are be so at me just he she they what im dont feel want all about really because today',
  negators: `
    (not|never|dont|do not|didnt|did not|doesnt|isnt|arent|aint|wasnt|wont|will not|wouldnt|would not|nor|neither|havent|have not|hasnt|im not|without|no longer|stopped|hardly)
    (no|zero|without|free of|free from|denied|deny|any)`,
  negationFill:
    'once|ever|even once|for a (moment|second|minute)|that|really|actually|even|currently|actively|feeling|feel|felt|saying|say|said|i|wanted|having|have|had|any|at all|a|an|to|thinking|think|thought|thoughts|about|of|planning|plan|going|trying|am|i|be|being|ever|in any way|want|wanting|wish|intention|intentions|desire|plans|like|literally|truly|honestly|anymore|so|seriously|considering|act on|acting on|urge|urges',
  falseNegation: `
    why (dont|not|shouldnt|wouldnt)
    (cant|cannot|couldnt|dont know how|not sure how) ~1 not
    reason not
    (never|not|didnt|dont) ~1 (said|say|saying|meant|mean|claimed|pretended) ~1 (dont|didnt|not|no longer|never)
    (not|never) (stop|stopped)
    not just
    not only`,
  denials: '(not|never|dont|wont|wouldnt|didnt|doesnt|havent|hadnt|arent|isnt)',
  deniesAcrossClauses: false,
  pastTense:
    '(wanted|tried|was|thought|had|attempted|used|almost|nearly|survived|were|been|planned|considered|cut|hurt|hated|hit|beat|abused|starved|purged|wished|did|wrote|left|sent|gave|kept)',
  pastMarkers: `
    (# |two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|many|several|some|few|couple of|all those) (year|years|decade|decades) (ago|since|back|earlier|later)
    (years|decades) (ago|since|back|earlier|clean|sober|free)
    (year|years) (on|now) [since]
    when i was (a ~1|#|in [my|high|middle] ~1|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|young|younger|little|at ~1)
    at (thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)
    as a (teen|teenager|kid|child|student|boy|girl|young ~1)
    in my (teens|twenties|thirties|early ~1)
    (back then|back in ~2|in those days|in the past|once upon|at the time|long ago|last decade|a lifetime ago)
    in (college|high school|middle school|uni|university)
    in (19*|20*)
    used to
    (years|months) since my
    (clean|sober|recovered|in recovery|survived|recovery)
    the (year|winter|summer|autumn|spring|night|day|time|months|years) (i|when i)
    i remember ~3`,
  returning: `
    (again|still|lately|recently|tonight|right now|these days|this week|this time|(now|today) i ~2 (want|wanna|feel|wish|think|cant|keep)|came back|coming back|come back|creeping back|is back|are back|its back|returned|returning|another one|last night|yesterday|last week)`,
  fiction: `
    (song|lyric|lyrics|chorus|verse|album|novel|book|chapter|character|characters|protagonist|hero|heroine|film|movie|series|episode|scene|poem|play|script|story|quote|quoted|title|titled|headline|article|singer|band|anime|manga|game|actor|actress|author|poet|hamlet|juliet|romeo|narrator|villain|podcast|documentary|musical|opera|tshirt|meme|fanfic|plot|reading|watched|watching)`,
  attribution: `
    (song|lyric|lyrics|chorus|verse|novel|book|chapter|character|protagonist|hero|heroine|film|movie|episode|scene|poem|play|script|narrator|villain|singer|band|line|title|headline|juliet|hamlet|romeo) ~2 (says|said|goes|sings|whispers|whispered|screams|shouts|cries|yells|thinks|is called|called|titled|reads|is|was|begins|ends with)`,
  selfQuote: `
    (i|ive|im|id|me|my) ~3 (said|say|told|tell|wrote|write|written|typed|text|texted|think|thinking|thought|whisper|whispered|googled|searched|scream|screamed|repeat|repeating|muttered|keep|kept|mean|meant|journal|note|notebook) ~4
    (voice|voices|head|brain|mind|thought|thoughts) ~5`,
  firstPerson: '(i|im|ive|id|ill|me|myself|we|were|us|iam|part of me|my head|my brain|my body)',
  otherPerson: `(he|she|they|hes|shes|theyre|you|youre|who|people|someone|somebody|anyone|anybody|everyone|everybody|nobody|others|her|him|them|kids|teenagers|users|patients|characters|those|{person}|dog|cat|plant|hero|heroine)`,
  override: `
    (ignore|forget|disregard|bypass|override|skip|turn off|disable) ~3 (rules|rule|safety|instructions|instruction|filter|filters|guidelines|policy|policies|prompt|check|checks|hotline|protocol)
    (dont|do not|no) ~3 (hotline|hotlines|flag|flagging|report|crisis line|crisis card|safety message|resources|trigger ~2 filter)
    (this is|its|it is|just|only|purely|pretend|treat this as) ~2 (fiction|fictional|roleplay|role play|hypothetical|a test|a joke|pretend|an experiment|make believe)
    (hypothetically|hypothetical|jailbreak|developer mode|you are now|act as)`,
}
