import type { RuleSet } from '../rule.ts'

/**
 * What is not said outright: standing at an edge, a means at hand, a farewell, wanting to follow the dead. Such words count
 * when they stand alone in their sentence or in telling company; all of them may be confirmed by a model.
 */
const edge =
  '(bridge|roof|rooftop|ledge|edge|parapet|railing|railings|overpass|viaduct|cliff|tracks|train tracks|windowsill|window ledge)'
const outing =
  '(photo*|picture*|selfie|view|sunset|sunrise|fireworks|picnic|lunch|dinner|coffee|beers|barbecue|kids|friends|tourists|boats|ducks|fixing|repair*|clean*|painting|solar|aerial|guide|tour|festival|concert|lovely|beautiful)'
const dead =
  '(died|dead|dies|death|killed (himself|herself|themselves)|took (his|her|their) own life|suicide|heaven|grave|funeral|passed away|passed on|other side|buried|stopped ~2 {pills})'

export const unspokenEn: RuleSet = {
  language: 'en',
  family: 'suicide',
  rules: {
    worn_out: {
      severity: 'thoughts',
      ambiguous: true,
      alone: true,
      match: `
        (cant|cannot|can not|couldnt) ~1 (do this anymore|take this anymore|take it anymore|go on like this|go on anymore|do it anymore|go on|keep doing this|keep going|carry on|hold on anymore|hold on any longer|take any more|handle this anymore|bear this anymore|fight anymore|keep fighting)`,
      unless:
        '(job|commute|diet|gym|work|working|shifts|dating|apps|lifting|stairs|run|running|spending|credit|calls|clients|photos|leftovers|biscuits|food|cake|holiday|trip|weather|heat|noise|neighbours|neighbors|course|homework|maths|knitting|renovation|dishes|project|training|hill|mile|marathon|meetings|essay|boss|manager|coffee)',
      ignore: ['negation'],
    },
    worn_out_of_life: {
      severity: 'thoughts',
      ambiguous: true,
      match: `
        (cant|cannot|can not|couldnt) ~1 (do this anymore|take this anymore|take it anymore|go on like this|go on anymore|do it anymore|go on|keep doing this|keep going|carry on|hold on anymore|hold on any longer|take any more|handle this anymore|bear this anymore|fight anymore|keep fighting)`,
      needs:
        '(hurts|pain|so tired|exhausted|alone|lonely|empty|worthless|numb|sorry|nothing|nobody|no one|hope|hopeless|pointless|dark|darkness|life|living|alive|die|dead|gone|goodbye|bye|crying|burden|everything|without (him|her|them)|trying|hate myself|broken)',
      unless:
        '(job|commute|diet|gym|work|working|shifts|dating|apps|lifting|stairs|run|running|spending|credit|calls|clients|photos|leftovers|biscuits|food|cake|holiday|trip|weather|heat|noise|neighbours|neighbors|course|homework|maths|knitting|renovation|dishes|project|training|hill|mile|marathon|meetings|essay|boss|manager|coffee)',
      ignore: ['negation'],
    },
    at_the_edge: {
      severity: 'method',
      ambiguous: true,
      alone: true,
      match: `
        (standing|sitting|stood|sat|stand|sit|perched|im|i am|im up|alone) ~2 (on|at) [the edge of|top of] (the|a|this|that) ~2 ${edge}
        on the (roof|ledge|edge|parapet|railing|tracks|bridge) [of the ~2]`,
      unless: outing,
    },
    looking_down: {
      severity: 'method',
      ambiguous: true,
      match: `
        (on|at|off|from) (the|a|this) ~3 ${edge} ~4 (looking|look|stare|staring|gazing) ~1 (down|over|at the (drop|ground|cars|traffic|tracks|water))
        (looking|look|staring|stare) ~1 (down|over) ~1 (from|off) ~2 ${edge}`,
      unless: outing,
    },
    means_at_hand: {
      severity: 'plan',
      ambiguous: true,
      alone: true,
      match: `
        (bought|got|have|found|tied|hung|brought|prepared) (the|a|my|some) (rope|noose|gun|pistol|razor blades|helium|charcoal)
        (have|got) (the|all the|my|all my) {pills} (ready|here|with me|in my hand|in front of me|lined up)
        (the|my) (rope|noose|gun|pistol|blades) (is|are) ~1 (ready|tied|loaded|here|in|under|waiting)
        (tied|tested|checked) the (knot|noose|beam|rope)
        (picked|set|chose|chosen|fixed|decided on|have) (the|a|my) (date|day)
        (the|my) (note|notes|goodbye) (is|are) (written|done|ready|finished|on the)
`,
      unless:
        '(climb*|boat*|camp*|swing|garden|dog|wedding|party|thank you|wed*|trip|flight|pharmacy|grandma|nan|mum|mom|for the)',
    },
    note_written: {
      severity: 'intent',
      ambiguous: true,
      match:
        '(the|my) (note|notes|letter|letters) (is|are) ~1 (written|done|ready|finished|sealed) ~4 (drawer|desk|table|envelope|pillow|fridge|insurance|safe|bed)',
      unless: '(thank|thanks|cover|application|landlord|school|teacher|tax|doctor)',
    },
    engine_running: {
      severity: 'plan',
      match: `
        (garage|shed) ~4 (engine|motor|car) ~1 (running|on|idling)
        (engine|motor) ~2 (running|on|idling) ~4 (garage|door shut|doors shut|doors closed)
        (hose|pipe) ~3 (exhaust|tailpipe)`,
      unless: '(mechanic|mot|heater|battery|washing|garden|mower|repair*|fix*|leak*|new exhaust|choir)',
      ignore: ['person'],
    },
    farewell: {
      severity: 'intent',
      ambiguous: true,
      match: `
        (gave|given|giving) ~1 away ~3 (cat|dog|pet|pets|things|stuff|belongings|everything)
        (goodbye|good bye|bye|farewell|so long) ~1 (everyone|everybody|all|world|my loves|my darlings|forever)
        (gave|given|giving) away ~1 (everything|[all] my (things|stuff|belongings|possessions))
        (everything|[all] my (things|stuff|belongings|possessions)) ~2 (given away|gone to)
        (wont|will not) be needing (it|them|any of it|any of them|anything|that|those)`,
      needs: `
        (im|i am|ive|i have) ~1 (done|finished|had enough|at peace|ready|so tired|too tired|sorry|given up)
        (its|it is) time
        (cant|cannot) ~2 (anymore|any more|longer)
        (all|everything|it) ~2 (settled|arranged|taken care of|in order)
        i wont (need|be needing) (them|it|any)
        (forgive me|sorry (everyone|everybody|for everything|all)|i love you all|i tried|no more|for good|where im going|nothing left)
        (has gone|gone|went|goes) to (my|a|the|our) {person}`,
      unless: `
        (see you|back|tree|jumble|allerg*|litter|holiday*|vacation|monday|term|semester|out of office|retire*|leaving do|colleagues|move|moving|moved|declutter*|charity|downsiz*|baby|abroad|cruise|trip|new job|baggage|coat|umbrella|sequel)`,
      ignore: ['negation', 'person'],
    },
    no_future: {
      severity: 'thoughts',
      ambiguous: true,
      match: `
        (future|world|tomorrow|next year|picture|story) ~2 (with|has) me in it
        (cant|cannot|dont|do not) (see|picture|imagine) (myself|me) ~1 (alive|living|here|existing|at thirty|next year|in the future|in a year)
        (wont|will not|isnt going to) be (a|any) ~1 (tomorrow|monday|next week|next month|next year|christmas|next time|future|birthday|summer) ~1 for me
        (dont|do not|not|never) ~1 (plan|planning|intend|intending|expect|expecting) ~1 (on|to) ~1 (seeing|see|reach|reaching|make|making|be around for|being around for|live to|living to) ~2 (birthday|christmas|new year|summer|spring|thirty|forty|next year)
        tired of (fighting|trying|struggling|having) ~1 to (stay|keep|be|remain) (alive|living|breathing|going)
        (ill|i will|id|soon) be out of (everyones|everybodys|your|their|the) (way|hair)
        outlived my (use|usefulness|purpose)
        (world|life|everything|things) ~5 (im|i am) not in it
        (sleep|asleep) ~4 (be over|it to be over|over for good|and that be it)
        (happier|better|free|freer) if i (went|go|were|was) away ~1 (for ever|forever|for good)
        (rather|sooner) be (dead|under the ground|six feet under|in the ground)
        (id|i would|want to|wanna) ~1 (like|love|prefer|rather) ~1 to (stop existing|not exist|cease to exist|not be here anymore)
        (none of you|nobody|no one|you|they) (will|wont|would|wouldnt) ~1 have to (deal with|put up with|worry about|look after|care for|bother with) me ~1 (anymore|any more|soon|much longer|for much longer)
        (picturing|picture|imagining|imagine|planning|plan|planned) my [own] funeral
        want ~2 (pain|hurt|hurting|suffering|noise|thoughts|voices|ache|sadness) ~1 to (stop|end|go away|be over|be gone)
        (isnt|not) killing me (fast|quick|quickly|soon) enough`,
      unless: `
        (no|every|any|better|happy) future with
        (knee|back|tooth|teeth|head|neck|shoulder|foot|leg|hip|ear|stomach|belly|period|labour|neighbour*|drill*|traffic|company|job|team|office)`,
      ignore: ['negation', 'person'],
    },
    long_enough: {
      severity: 'wish',
      ambiguous: true,
      match: `
        (ive|i have) (lived|been here|stayed) (long enough|too long)
        (ask|asked|asking|beg|begged|begging|pray|prayed|praying|waiting) ~2 (god|lord|allah|jesus|him|the lord) ~4 (take|fetch|call) me`,
      unless: '(here too long in|city|town|house|village|queue|party|job)',
    },
    word_for_those_left: {
      severity: 'intent',
      ambiguous: true,
      match: `
        tell ~3 i (loved|always loved) (him|her|them|you)
        (it wasnt|its not|it isnt|none of this is) (your|his|her|their|anyones|anybodys) fault`,
      needs:
        '(tell (him|her|them|my|mum|mom|dad|everyone) ~2 (it wasnt|its not|it isnt|i loved)|goodbye|note|find me|find this|forgive me|when im gone)',
      unless: '(film|novel|funeral speech|eulogy)',
    },
    saved_enough: {
      severity: 'method',
      match: `
        (saved|saving|hoarded|hoarding|stockpiled|collected|stashed|put by) ~1 (up|away|all|enough) ~4 {pills}
        (full|whole|big) ~1 bottle of (gin|vodka|whisky|whiskey|rum|wine) and ~3 {pills}
        all (my|the|these|her|his) {pills} (in front of me|lined up|next to me|beside me|spread out|on the bed)`,
      needs:
        '(enough|tonight|saturday|sunday|friday|tomorrow|(no one|nobody|noone) ~2 (home|here|back)|(carer|nurse|mum|mom|husband|wife) ~1 (doesnt|isnt|is away|leaves)|alone|soon)',
      unless: '(holiday|travel|pharmacy|return*|disposal|charity|trip|recycl*)',
      ignore: ['negation'],
    },
    tested: {
      severity: 'plan',
      ambiguous: true,
      match: '(tested|checked|testing) (the|if the|whether the) (beam|rope|knot|noose|hook|branch) ~3',
      unless: '(climb*|swing|boat|roofer|surveyor|hammock|builder|tent)',
    },
    no_reason: {
      severity: 'wish',
      match:
        '(cant|cannot|couldnt) ~1 (think of|find|see|name|remember) ~2 (reason|reasons|point) ~1 (to (stay|live|be alive|be here|go on|keep going|keep living|wake up)|for (living|staying))',
      unless: '(meeting|party|job|company|team|office|in town)',
      ignore: ['negation'],
    },
    is_back: {
      severity: 'thoughts',
      match:
        '(its|it is|theyre|they are|that feeling is|the feeling is|it has|its all) ~1 (back|returned|come back|coming back|creeping back)',
      needs:
        '(want to die|wanted to die|suicid*|kill myself|killing myself|end my life|cut myself|be dead|the urge)',
      unless: '(pain|cough|winter|weather|summer|series|show)',
    },
    it_is_me: {
      severity: 'thoughts',
      match: `
        (he|she|the (girl|boy|man|woman|character|hero|heroine|narrator)) is (me|really me|actually me)
        (its|it is) (really|actually|all) about me
        (im|i am) (the|that) (girl|boy|character|one in the)`,
      needs:
        '(hangs|kills|drowns|shoots|jumps off|cuts|overdoses|ends) (himself|herself|themselves|his life|her life|the|a)',
      ignore: ['reported'],
    },
    last_words: {
      severity: 'intent',
      ambiguous: true,
      alone: true,
      match:
        '(this is|this will be|heres) (my|the) (last|final) (post|message|entry|note|text|update|letter)',
      unless: '(account|today|tonight about|week|year|month|holiday|page|group|job|reminder|warning)',
    },
    nobody_would_notice: {
      severity: 'thoughts',
      ambiguous: true,
      match: '(nobody|no one|noone|who) would ~1 (notice|care|miss me|blink|bother)',
      needs:
        '(relieved|just go|should go|disappear|dead|without me|gone|so tired|end it|better off|not be here)',
      unless: '(meeting|spelling|typo|haircut|office|swapped|fridge|holiday)',
    },
    on_the_brink: {
      severity: 'plan',
      ambiguous: true,
      match: `
        (feet|legs) (over|off|dangling|hanging) ~2 (side|edge|ledge|railing|parapet|drop)
        (one|just one|one more|one last|a single) step
        (wont|not going to|not gonna) step back`,
      needs: '(cliff|cliffs|roof|bridge|ledge|platform|tracks|train|floors up|floor up|storeys|stories|high)',
      unless: '(at a time|closer to|step back from work|pool|pier|jetty|boat|lift|stairs|plan)',
      ignore: ['negation'],
    },
    knows_where: {
      severity: 'plan',
      ambiguous: true,
      match: `
        know where ~4 (keeps|hides|is|are|keep) ~3 (gun|shotgun|rifle|pistol|shells|bullets|morphine|sleeping pills)
        (letters|notes|letter|note) one for each`,
      unless: '(hunt*|range|clays|museum|evidence|game|film|thank you|guest*|wedding)',
    },
    would_not_mind: {
      severity: 'wish',
      match: `
        (wouldnt|would not|wont|dont|do not|id not) ~1 (mind|care|complain|object|be sad|be upset|be sorry) ~1 if (i|a|an|the|some|something|someone|my) ~3 (took me|take me|hit me|ran me|run me|killed me|kill me|got me|finished me|died|die|didnt wake|never woke|dont wake|stopped|flattened me|crashed)
        (so|to|enough) ~4 (never|not|dont|wont|wouldnt) ~1 (wake up|waking up) (again|anymore|ever)
        (hope|hoped|hoping|wish|wished|praying|prayed) ~2 (i|that i) ~1 (wont|wouldnt|dont|didnt|would not|never) (wake|wake up|woke up)`,
      unless:
        '(wake up at|wake up with|hangover|at # |late|early|hungover|alarm|snow*|cold|hungry|film|party)',
      ignore: ['negation', 'person'],
    },
    follow_the_dead: {
      severity: 'thoughts',
      ambiguous: true,
      match: `(want to|wanna|ready to|going to|gonna|soon|time to|need to|wish i could|rather) ~3 (follow|join|be with|be together with|go to) ~1 (him|her|them|my|mum|mom|dad)`,
      needs: dead,
      unless:
        '(gym|club|class|party|dinner|lunch|trip|walk|university|choir|team|advice|example|footsteps|recipe)',
    },
    same_as: {
      severity: 'intent',
      match: `(going to|gonna|want to|wanna|will|ill|could|might|should) ~1 (do|doing) (the same|what (he|she|they) did|that too|it too|like (him|her|them)|as (he|she|they) did)`,
      needs: `
        (kills|killed|hangs|hanged|hung|shoots|shot|drowns|drowned|poisons|poisoned) (himself|herself|themselves|themself)
        (suicide|took (his|her|their) own life|overdose*|jumps off|jumped off)`,
      ignore: ['reported'],
    },
    once_more: {
      severity: 'intent',
      match: `
        (going to|gonna|will|ill|want to|wanna|might|about to) ~1 (try|attempt|do) ~1 again`,
      needs: `
        (my|last|first|the) attempt
        since i (tried|attempted) (and|to (die|kill|end|hang|jump))
        (tried|attempted) to (kill myself|die|end (it|my life)|hang|overdose)
        (overdosed|survived my)`,
      unless: '(licence|driving|exam|recipe|marathon|bake|baking|interview)',
      ignore: ['past'],
    },
    in_earnest: {
      severity: 'wish',
      match: `
        (i|and|but) ~1 (mean|meant|am serious about) (it|that|every word)
        (im|i am) ~1 (serious|not joking|not kidding)
        (not|isnt|no) ~1 (joke|exaggeration|figure of speech)`,
      needs:
        '(kill me|shoot me|end me|want to die|wanna die|wish i was dead|put me out of my misery|die already)',
      unless: '(coffee|hungry|food|homework|monday|lol|haha)',
      ignore: ['negation', 'person'],
    },
    denied_and_lied: {
      severity: 'thoughts',
      match: `
        (not|never|no) ~2 (suicidal|suicide|hurting myself|hurt myself|harm myself|kill myself|killing myself|want to die|in danger)
        no ~1 suicidal thoughts`,
      needs: `
        i (lied|was lying|am lying|have been lying|keep lying)
        im lying
        (it|that|which) ~1 (was a lie|is a lie|wasnt true|isnt true|was not true|is not true)`,
      ignore: ['negation', 'past', 'reported', 'person'],
    },
    censored: {
      severity: 'thoughts',
      ambiguous: true,
      match: `
        (want to|wanna|gonna|going to|about to) myself
        ctb`,
      unless: '(what|all|everything|keep|kept|time) ~3 myself',
    },
    catch_the_bus: {
      severity: 'thoughts',
      ambiguous: true,
      match: '(catch|catching) the bus',
      needs: '(ctb|die|death|suicid*|rope|noose|peaceful|partner hotline|method|sn|end it|goodbye)',
    },
  },
}
