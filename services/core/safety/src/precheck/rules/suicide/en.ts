import type { RuleSet } from '../rule.ts'

const adverbs =
  '[just|really|actually|fucking|literally|honestly|simply|only|so badly|seriously|kinda|truly|sometimes]'
const wish =
  '(want to|wanna|wana|wanting to|wants to|would like to|would love to|id like to|id love to|wish i could|wish i would|wish to|wanted to|long to|longing to|ready to|need to|hope to|hoping to|hope i|rather|deserve to|waiting to|prefer to|id rather|praying to|pray to|beg to|begging to|dying to)'
const kill =
  '(kill myself|killing myself|to killed myself|end my life|ending my life|take my life|taking my life|take my own life|taking my own life|end my own life|ending my own life|off myself|offing myself|end myself|ending myself|unalive myself|unaliving myself|hang myself|hanging myself|shoot myself|shooting myself|drown myself|drowning myself|commit suicide|committing suicide|commit sewerslide|do away with myself|kill my self|slit my wrists|slitting my wrists|slash my wrists|delete myself|neck myself|rope myself|suicide myself|commit sudoku|end my existence|finish myself|finish my life|murder myself|end my suffering for good|gas myself|top myself|poison myself|poisoning myself|blow my brains out|put a bullet in my head|put a bullet through my head|game end myself|cease to exist|stab myself to death|stab myself in the (heart|chest|neck|throat|stomach)|suffocate myself|suffocating myself|strangle myself|electrocute myself|set myself on fire|burn myself alive|starve myself to death|jump to my death|blow myself up|cut my throat|cut my veins|cutting my veins|slit my throat|cut my wrists|cutting my wrists|yeet myself off|throw myself off|fling myself off)'
const endAll =
  '(end it all|ending it all|end it for good|end this life|end everything tonight|end it tonight|be done with life|done with life|done with living|leave this world|leave this earth|leave this life|exit this life|check out for good|check out of life|make it all stop forever|end the pain for good|end the pain forever|kms)'
const jokes = `
  (shot|shoot|shooting) myself in the foot
  hang myself up
  (rather|sooner|prefer) ~1 (die|kill myself|shoot myself|hang myself) ~1 than (eat|watch|wear|listen|go|do|clean|date|run|sing|sit|cook|read|play|drink|drive|use|attend|answer|call|ask|camp|fly)
  (killing|kill) myself (laughing|at the gym|with laughter|over this ~1 (report|essay|thesis|project))
  (killed|kill) myself laughing`

const toLive =
  '(live|living|be alive|being alive|stay alive|staying alive|live for|go on living|keep living|continue living|go on existing|exist|existing|stay in this world|be on this earth|be here anymore|be here|stay here|wake up|waking up|get up|keep going|go on|carry on)'
const heads =
  '(want to|wanna|wants to|going to|gonna|imma|ima|will|ill|about to|decided to|ready to|plan to|planning to|need to|have to|might|could|should|feel like|felt like|thinking about|thinking of|think about|think of|thought about|thoughts of|thoughts about|urge to|tempted to|considering|wish i could|would love to)'
const voices =
  '(voice|voices|head|brain|mind|thoughts|demon|demons|god|satan|devil|something in me|somebody in my head)'

export const suicideEn: RuleSet = {
  language: 'en',
  family: 'suicide',
  rules: {
    want_to_die: {
      severity: 'wish',
      match: `
        ${wish} ${adverbs} (die|be dead|not exist|cease to exist|stop existing|stop living|not be alive|not be here|be gone forever|be gone for good|disappear forever|disappear for good|vanish forever|sleep forever|never wake up|not wake up|fall asleep and never wake up|go to sleep and never wake up|go to sleep and not wake up|fall asleep and not wake up|go to sleep forever|drop dead|perish)
        (part of me|half of me|something in me|my brain|my body|my head|my heart|all of me) ~2 wants to (die|be dead|end it)
        (wish|wishing|wished|if only) [that] i (was|were) ~1 dead
        (wish|wishing|wished) i (was|were) never born
        (wish|wishing|wished) i had never been born
        (wish|wishing|wished) id never been born
        (wish|wishing) [that] i (didnt|did not) exist
        (wish|wishing) [that] i could [just] (die|disappear forever|stop existing|not exist)
        (wish|wishing|hope|hoping|pray|praying|wished|hoped|prayed|prefer) ~2 [i] [just] (wouldnt|wont|dont|didnt|would not|do not|will not|would never|never) (wake up|woke up|have woken up)
        (better|easier|nicer) (off)  [if i was|if i were|being] dead
        better off dead
        (id|i would|im|i am|i might) ~2 be better off dead
        want (death|to be dead)
        (please|god|lord) ~1 let me die
        just let me die
        let me die
        looking forward to (dying|death|being dead)
        (dying|death) (sounds|would be|seems|feels like) ~2 (nice|relief|peaceful|good|better|easier|comforting|a relief|the answer|like a relief)
        (want|wish|hope|hoping|praying|wishing) ~1 (a car|a bus|a truck|the bus|a train|something|someone|cancer|the plane) ~1 (would|will|to|hits|kills|hit) [just] (hit|hits|kill|kills|take|takes|run) ~1 me
        (die|dead) please
        (want|wanna|wan) [to] [be] (die|dead|died|diing)`,
      idiom: `${jokes}
        (die|dead|dying|dye) ~1 (of|from) ~2 (embarras*|laugh*|boredom|cringe|happiness|joy|cuteness|heat|hunger|thirst|curiosity|shame|awkwardness|old age|excitement|jealousy|secondhand)
        (die|dye|dyeing|dying) ~2 (hair|shirt|shirts|fabric|wool|yarn|beard|eyebrows|eggs|curtains|purple|blonde|red|jeans)
        (die|dying) (laughing|happy|on this hill|on that hill|peacefully|with dignity|old|at home|in peace|trying)
        (dont|didnt|not) ~2 (die|be dead) ~2 (before|without) ~3
        dead (leaves|weight|ends|space|flowers|plants|line|branches|set|sea|sure|certain|serious|honest|right)
        die (hard|cast)
        (plant|plants|phone|battery|laptop|trend|fashion|hope|rumour|rumor|romance|chivalry|conversation) ~2 (die|dead)
        (up at|up before|up until|up to|up late|wake up at|wake up before|wake up early|wake up so|wake up with|wake up in the|wake up hungover|wake up to ~2)
        (never born|never been born) (in|into|at|near|too)
        when i (grow up|am old)
        (until|before) i die`,
    },
    dont_want_to_live: {
      severity: 'wish',
      match: `
        (dont|do not|didnt|dont even|no longer|not) ${adverbs} (want to|wanna|wana|wish to|care to|feel like|want|feel like i want to) ${adverbs} (live|living|be alive|being alive|exist|existing|be here|being here|be around|wake up|be on this earth|be on this planet|go on|keep going|continue living|keep living|go on living|be in this world|see tomorrow|see another day|do life)
        (cant|cannot|can not) ~1 (go on living|live anymore|live like this anymore|live any more|keep living|keep existing|exist anymore|do life anymore|do this life anymore|be alive anymore|stand being alive|live another day)
        (no|any) (reason|point|purpose) (to live|in living|to be alive|in being alive|in being here|to go on|to keep living|to exist|left to live|to stay alive|to stay|in existing|in living anymore|in continuing)
        (nothing|nothing left) (to live for|worth living for)
        life (is not|isnt|isnt even|is no longer|not) worth (living|it anymore|it|living anymore)
        not worth living
        (tired|sick|exhausted|done|fed up|bored) (of|with|from) (living|existing|being alive|life|existence|waking up|my existence|breathing)
        (hate|cant stand|despise|regret) (being alive|existing|that im alive|that i exist|that i am alive|waking up every|waking up alive)
        (dont|do not|didnt|doesnt) ~1 (care|mind) (if|whether) i (live|die|dont wake up|wake up|get hit|make it)
        (dont|do not) see (a|any|the) (future|reason|point|way out) (for me|to live|in living|in being|anymore|of living|to go on)
        (want|wanted) ~1 out of (life|this life|this world)`,
      unless: `
        (living|live|be|being|exist|existing|be here|go on|keep going|be around|here|life|living) ~1 (at home|with|in a|in this|in my|in the|on ~1 noodles|on|out of a|paycheck|alone in|near|next|next door|away|by|under|up to|for work|at work|at this|at the|anymore with|without a|together|apart|online) (house|town|city|flat|apartment|country|parents|roommates|mum|mom|dad|him|her|them|noodles|suitcase|instant|office|party|meeting|dorm|basement|work|job|company|ramen|takeaway|coffee|my|a|the|this|these|those|people)
        (go on|keep going) (a|the|this|that|vacation|holiday|dates|another|to|with|at|until|like nothing|about|this|school|diets|trip|walks)
        (wake up|waking up) (the|my|him|her|them|his|our|anyone|everyone|somebody) ~1
        (wake up|waking up) (at|before|early|for|so early|in the cold|to|next|tired|with|every hour|alone in)
        (tired|sick|exhausted|bored|fed up) (of|with) life ~1 (admin|hacks|coaches|advice|insurance)
        (tired|sick) of (living|existing) (on|in|out|off|like a student|with)
        (life|living) in (this|the|a) (city|office|village|town|flat)
        be here ~1 (said|says)
        (feel like|want) (waking up early|going out)
        (future|reason|point) ~3 (in|at|with|on) (this|the|that|my|our) ~1 (company|firm|job|team|industry|town|office|department|relationship|marriage|band|club|country|field|sport|trade|project|role|business|course|school|house)
        be (around|here) (him|her|them|people|those|you|that|when|during|for the|at|this late|smoke|smokers|drama|my|his|anyone|today|for this)`,
      ignore: ['negation'],
    },
    wish_for_the_end: {
      severity: 'wish',
      match: `
        (hope|hoping|pray|praying|wish|wishing|wished|hoped|prayed) ~1 [that] i [just|finally|would|could|can|might] (die|died|drop dead|get killed|get hit by|get run over|get cancer|stop breathing)
        (hope|hoping|pray|wish|waiting for) (a|the|some) (bus|car|truck|train|lorry|plane) [would|will|to] (hits|hit|kills|kill|runs|run|flattens|crashes) ~1 me
        (sleep|asleep|to bed|my eyes|lie down) ~2 and ~1 (never|not|dont|wont) ~2 (wake|wake up|waking up|get up|open them|awake)
        (sleep|asleep) (forever|for ever|for good|for eternity)
        (eternal|everlasting) (sleep|rest)
        (never|not) (want to|wanna|want|wish to) ~1 (wake up|wake|get up) [ever] [again]
        (better|best|nice|easier|good|great|happy|lovely) ~1 (if i|to) ~1 (never|not|didnt|did not|dont|wouldnt) ~1 (wake up|woke up|wake)
        (better|best|easier) (if|when) i (die|died|am dead|was dead|were dead)
        (want|wanted|wish) ~1 (my|this|the) life to (end|be over|stop|finish|be finished)
        (dont|do not|no longer|didnt|never) want (this|my) life
        (wish|wished|wishing) [that] i (wasnt|werent|was not|hadnt been|had not been|was never) (born|alive|ever born)
        (wish|wished) ~3 i had (never|not) (woken up|woke up|been born)
        (hate|hated|regret) (that i|i) (woke up|am alive|was born|am still alive|survived)
        hate (living|to live|to be alive)
        (wish|wished) ~3 (had|should have|have) aborted me
        (long|longing|yearn|yearning|begging|beg|waiting) for (death|my death|my own death)
        (want|wish|need) ((someone|somebody|anyone|him|them|you) to kill me|to (be killed|go to heaven|be in heaven|be an angel|meet my maker|leave earth|leave this planet|rest forever|sleep eternally))
        (be on|leave|live on) this (earth|planet) anymore
        dont want ~1 be on this (earth|planet)
        (idw|i no want|me no want|i not want) [to] (live|exist|be alive)`,
      idiom: `${jokes}
        hate (living|to live) (in|with|on|here|at|near|alone|out|by|next|under|off|so far|like|paycheck|without)
        (hope|hoping|pray|praying|wish) ~2 i ~1 (die|died) (before|after|old|happy|with|laughing|first|on|at|in peace|peacefully|of|from)
        (die|died|dead|dying) ~1 (of|from|for|laughing|someday|one day|eventually|first)
        want (this|my) life (insurance|for (my|anyone|him|her|them)|back|story|drawing)
        my life to (end|stop) (well|up)`,
      unless: `
        (wake up|waking up|wake|get up|woke up|woken up) ~2 (at|before|early|for|so early|until|till|to|with|without|so|this early|in the cold|that early|hungover|alone|late|hungry|next|him|her|them|the baby)
        (dream|dreams|nap|movie|holiday|alarm|alarms|noon|saturday|sunday|weekend|vacation|snooze|hangover|when i die|someday|one day)
        (beauty|good night|nights) sleep`,
      ignore: ['negation'],
    },
    no_reason_to_live: {
      severity: 'wish',
      match: `
        (no|any) (reason|reasons|point|purpose|sense|meaning) ~3(for me|for|me|left|anymore|at|all|really|here|now) (to|in|of|for) ${toLive}
        (dont|do not|cant|cannot|can not|couldnt|never|didnt|no longer|not) ~2 (see|find|have|know|got|feel|think of|seeing) ~1 (a|any|the|one|much|what|my) ~1 (reason|reasons|point|purpose|sense|meaning) ~3 (to|in|of|for) ${toLive}
        (cant|cannot|couldnt|dont|do not) see (a|any|the) reason to get up and live
        (give|gimme|tell|need|name|looking for|searching for) ~1 (one|a|any|the|some|me) ~2 (reason|reasons) (to|for|not to|why i should) (live|living|die|be alive|stay alive|stay here|keep living|kill myself|exist)
        (what|whats) ~1 (the|my) (reason|purpose) ~1 (to live|for living|to be alive|to stay alive)
        (dont|do not) know why i ~1 (am alive|am still alive|should live|should be alive|should go on|should keep living|should stay alive|exist|keep living|live anymore|still live|was born|go on living|stay alive|bother living)
        why i should (live|stay alive|be alive|keep living|go on living|exist)
        life has no (meaning|purpose|value|sense) (for me|to me|anymore|left)
        (death|dying|suicide) is ~1 only thing ~1 i (think|dream|want)
        why should i ~1 (live|stay alive|be alive|go on living|keep living|exist|wake up tomorrow|continue living)
        nothing ~1 (is|left) ~1 worth living for
        nothing ~2 (keeps|keeping|holds) me (alive|in this life|in this world)
        (no|lost|lost the|lost my|lost all|losing the|losing my|without) ~1 will to live`,
      unless: `
        (wake up|waking up|get up|go on|keep going|carry on|be here|stay here|live) ~2 (a|the|this|that|with|early|at|before|for|so early|on (saturday|sunday|monday|the)|about|like this|in this|until|till|her|him|them|my)
        (queue|waiting|ikea|meeting|meetings|on hold|traffic|lol|haha|spreadsheet|lecture|airport|printer|company|job|town|party|office|project|team|course|holiday|weekend|city|shop|checkout|powerpoint)`,
      ignore: ['negation'],
    },
    should_die: {
      severity: 'wish',
      match: `
        (should|must|have to|deserve to|ought to|got to|gotta|supposed to) [just|really|probably|only|simply] (die|be dead|drop dead|not live|not be alive)
        (die|dead) ~1 by my own hand
        (tonight|tomorrow|today) i [will|shall|finally] (die|am dead|end it|end my life|kill myself|jump|go forever)
        (decided|decide|made up my mind|chosen|chose|determined|promised myself|planned|planning|plan|resolved) to (die|be dead|not live)
        (dying|death|suicide) (is|seems|would be|must be|feels) ~1 (the|my) ~1 (way|way out|option|solution|answer|escape|choice)
        ((only|last|best) (way|way out|option|solution|answer|escape|choice|thing left) ~2 is|[no|any] (other|another) (way|way out|option|choice|solution) ~1 (than|but|except)) [to|my|in] (die|death|dying|suicide|kill myself|end it)
        (death|dying) (is|would be|must be|has to be) (better|easier|kinder|nicer) than`,
      idiom: `${jokes}
        (die|died|dead|dying) ~1 (of|from|for|laughing|someday|one day|eventually|sometime|first|again|hard|hair|in the game|and respawn)
        (die|dead) (my|the|her|his) hair`,
      unless: `
        (game|level|boss|villain|phone|battery|laptop|plants|respawn|character|chapter|film|movie|novel|raid|minecraft|jeans|embarrass*|cringe|parents find out|we all|everyone|everybody|all of us|hair|wool|shirt|philosoph*|zombie|zombies|play|scene|stage)`,
    },
    voices_tell: {
      severity: 'method',
      match: `
        ${voices} ~4 (tell|tells|telling|told|say|says|saying|said|scream|screams|screaming|whisper|whispers|whispering|shout|shouts|shouting|command*|order*|want|wants|keep|keeps|begging) ~4 (kys|kill yourself|kill myself|to die|should die|must die|me die|jump|end it|end my life|end your life|be dead|hang myself|hang yourself|i die|not live|deserve to die)
        (kys|kill yourself|kill your self) ~3 (i tell myself|tell myself|to myself|in my head|says my (brain|head|mind)|what i hear)
        (tell|telling|tells|told|say|saying) ~1 (myself|to myself) ~2 (kys|kill yourself|to die|die)`,
      unless: `
        (game|lobby|chat|film|movie|novel|character|queue|ship|rope|pool|trampoline)
        jump (higher|further|in|on|over|faster)
        (dont|do not|never|no longer|not) ~1 (hear|hearing|have|had) ~2 (voice|voices)`,
      ignore: ['person'],
    },
    overdose_wish: {
      severity: 'method',
      match: `
        ${heads} [just|really|maybe|i] (overdose|overdosing|od|oding|o d|(take|taking|swallow|swallowing|down|downing|drink|drinking|eat|eating) ~1 (all (my|the|these|those) ~1 {pills}|every pill|the whole bottle|a whole bottle|bleach|poison|rat poison|antifreeze|drain cleaner|weed killer|pesticide|an overdose))
        (take|taking|swallow|swallowing|down|downing|mixed|mix|mixing|took) ~3 {pills} ~6 (to die|and die|to end|and end|never wake|not wake|dont wake|sleep forever|to kill myself|be gone)`,
      unless: `
        (overdose|overdosing) on (coffee|caffeine|chocolate|sugar|netflix|cake|vitamins|carbs|cheese|news|tiktok|memes|christmas|cuteness|sun|candy|garlic|pizza|serotonin|culture)
        (cat|dog|rats|mice|slugs|ants|weeds|vet|prescribed|doctor says|pharmacist|joke|lol|haha|on time|with food|for the (week|trip)|on holiday)`,
    },
    kill_myself: {
      severity: 'thoughts',
      match: `
        ${kill}
        ${endAll}
        (do|doing|done) it myself in
        (want to|wanna|going to|gonna|will|ill|imma|might|let me|about to) [just|really|do] (suicide|unalive|sewerslide|suicide myself|do suicide|make suicide|have suicide)
        want suicide
        (stop|quit|stopping|quitting) (my|this) life
        ${heads} (stab|stabbing) myself
        (want|going|gonna|wanna|let myself|hope i|ready) ~1 (bleed out|bleed to death|starve to death|freeze to death|jump to my death|drink myself to death)
        (almost|nearly|shouldve|should have|could have|wish i had|wouldve|wanted to have) ~1 (killed|hanged|hung|shot|drowned|offed|ended) myself`,
      idiom: `${jokes}
        killed myself (laughing|tripping|falling|on the|on my|on a|slipping|skiing|trying to|when i (fell|slipped|tripped))
        (career|social|political) suicide
        suicide (squad|run|runs|drill|door|burnout|prevention)
        (starve|freeze|bleed) to death (in|if|before|at|without|by|on|waiting)
        stab myself ~2 (fork|pen|with the needle|insulin|epipen|finger)`,
      unless: `
        (before|or) (it|this|that|work|the kids|he|she) kills me
        (end it all|be done with life) (with him|with her|between us|at the gym)
        # kms
        kms (on|from|away|bike|run|per|an hour|per hour|today|this week|long|tomorrow|done|in total|to go|left)
        (walked|ran|run|biked|cycled|drove|cycle|bike|hike|hiked|running|cycling|rode|swam) ~5 kms
        leave this (world|life|earth) [a] better`,
      ignore: ['person'],
    },
    suicidal: {
      severity: 'thoughts',
      match: `
        (im|i am|feel|feeling|felt|been|still|became|getting|so|very|actively|passively|really|was|become|be|feels|me) ~1 suicidal
        suicidal (thoughts|ideation|ideations|feelings|urges|again|tonight|urge|impulses|thinking)
        (thoughts|thought|thinking|think|ideas|dream|dreaming|dreams|fantasies|fantasy|fantasise|fantasize|fantasising|fantasizing|obsessed|obsessing|planned|planing|feel|feeling|daydream|daydreaming|considering|consider|considered|contemplating|contemplate|contemplated|research|researching|researched|googled|googling|planning|plan|attempt|attempted|attempting|tempted|talk|about) ~2 (suicide|dying every|my own death|ending everything|ending things for good|dying all the time|dying a lot)
        suicide (is|seems|feels|looks|sounds|would) ~3 (only|all i|way out|answer|option|solution|easiest|easier|relief|on my mind|escape|solve)
        suicide (note|plan|attempt) ~2 (my|mine|tonight|ready)
        (my|a|writing my|wrote my|another) suicide (note|plan|attempt|letter)
        (my|another|next|second|third|last) attempt (will|to end|is planned)
        planning (another|my next|my) (one|attempt)
        self deletion
        (think|thinking|thought|thoughts|fantasies|fantasize|fantasising|dreaming) ~2 (of|about) (dying|death|being dead|not existing|not being here|not being alive|jumping off|jumping from|jumping in front|crashing my car|driving off|driving into|stepping in front|walking into traffic|not waking up|ending it)
        (want to|wanna|going to|gonna|could|should|might|about to|thinking of|thinking about|urge to|keep imagining|ready to|feel like|felt like|almost|nearly|imma|feeling like|considered) ~2 (jump|jumped|jumping|throw myself|step|stepping|throwing myself|walk|walking) (off [of] (a|the|this|that|something|my) ~1 (bridge|roof|building|balcony|cliff|overpass|ledge|parking garage|high|tower|top)|out the window|in front of (a|the) ~1 (train|bus|car|truck|lorry)|from (a|the) ~1 (bridge|roof|balcony|window|building)|into traffic|out of (a|the|my) window|under a train)
        (lie|lay|lying|laying|sit|stand|kneel) ~1 [down] on the ~1 (tracks|rails)
        ${heads} [just|really] (crash|crashing|wreck) ~2 (on purpose|to die|and die)
        [im|i am|i] (a|the) (danger|risk|threat) to (myself|my own life)
        (dont|do not|didnt|not|never|cant) ~1 (feel|am|be|trust|feeling) ~1 (safe|myself) (with|from|around|alone with|by) (myself|my own thoughts|my thoughts|my own head)
        (feel|feeling|am|im) unsafe (with|around|from|by) myself
        (scared|afraid|worried|frightened|terrified) ~1 (of|about) what i (might|may|could|will|would) do to myself
        (dont|do not|cant) trust myself (tonight|alone|right now|to stay alive|to be alone|to live)
        (in danger|not safe) (from|of|with) myself`,
      unless: `
        suicid* (squad|prevention|awareness|hotline|training|rates|statistics|rate|note scene|door|doors|soda|sodas|burnout|mission|lane|pact in the|watch duty|sprint|sprints|drill|drills|run in basketball|seminar|lecture|chapter|conference|helpline|research|study|studies|policy|essay|exam|wings)
        (suicid*|thoughts|ideation) ~1 (none|nil|negative|denied|absent|not present)
        (asked|asks|asking|wanted to know|wondered) ~2 (if|whether) i
        (durkheim|sociology|lecture|seminar|training|workshop|conference|essay|thesis|book club|podcast about|documentary|volunteer|volunteering|career|financial|political|commercial|professional) ~6 suicid*
        suicid* ~8 (durkheim|lecture|seminar|workshop|conference|essay|thesis|documentary|career|financially|politically)
        (career|financial|political|commercial|social) suicide
        (jump|jumping) ~8 (bungee|parachute|lake|pool|rope|harness|swim|skydive|sea|river with friends)
        (bungee|skydiv*|parachut*|base jump*|paraglid*) ~8 (jump|jumping)
        (thinking|think) about (dying|death) (my|hair|wool)
        (death|dying) (metal|note|stranding|star|valley|cleaning|tax|penalty)
        (my|her|his|our) ~2 (grandmas|grandmothers|dads|mums|moms|dogs|cats|grandads|fathers|mothers) death
        dying (art|breed|language|wool|fabric|hair|plant|star|light|phone)`,
    },
    intent: {
      severity: 'intent',
      match: `
        (going to|gonna|gon|will|ill|about to|decided to|ready to|plan to|planning to|plan on|planning on|intend to|preparing to|im finally|have to|must|promised myself to|finally) ~2 ${kill}
        (going to|gonna|will|ill|about to|decided to|ready to|plan to|planning to|tonight i) ~2 (end it all|end it tonight|end it for good|end this tonight|end my pain forever|leave this world|kms)
        (cant|dont want to) wait any longer to die
        (this is|today is|tonight is) (my last|the last) (night|day|entry|message|post|diary entry) (alive|on earth|ever|here|of my life)
        my last (night|day) (alive|on earth|of my life|on this earth)
        (last|final) (entry|message|letter|post) before i (go|die|leave this|end)
        my (last|final) (message|words|letter) to (anyone|anybody|the world|all of you|you all|everybody i)
        train tracks ~2 (look|looked|seem|seemed) ~1 (inviting|tempting|so easy)
        (standing|sitting) on ~2 (bridge|ledge|railing|edge of the roof|train tracks) ~4 (jump|let go|end it|step off|over|not coming back)
        by the time (you|anyone) (read|reads|find|finds) this ~3 (dead|gone|over|be gone)
        (when|once|after) (im|i am) (dead|gone forever) ~6 (sorry|happy|happier|regret|miss|cry|funeral|find|remember|free|care|look after)
        (sorry|happy|happier|regret|care|look after) ~4 (when|once|after) (im|i am) dead
        (wont|will not) be (alive|here) (tomorrow|next week|next month|by morning|in the morning|by then|when|by christmas|much longer|for much longer|anymore)
        (goodbye|good bye|farewell) (world|forever|cruel world|everyone i)
        (tonight is|tomorrow is|friday is|today is) the (night|day) (i die|i end|i kill|it ends|i finally|i go for good)
        (i know|ive chosen|ive decided|i have decided|i picked|ive picked|set) ~2 (how|when|where|a date|the date|the day) ~2 (to die|to end|ill do it|i will do it|i die|ill end|im going to die)`,
      idiom: jokes,
      unless: `
        (kms) (on|from|away|bike|run|per|long|tomorrow)
        (be here|here) (tomorrow|when|next week|in the morning) ~4 (holiday|vacation|meeting|train|flight|office|conference|visiting|because im|for work|wfh|delivery)
        (holiday|vacation|conference|flight|day off|annual leave|out of office|travelling) ~8 be here
        goodbye world of`,
      ignore: ['person'],
    },
    attempt: {
      severity: 'plan',
      match: `
        (tried|attempted|trying|try) ~1 to ~1 ${kill}
        (tried|attempted) ~1 (suicide|to overdose|to od|to jump|to hang|to end it|to die|to unalive)
        (i|ive|just) [just] (cut|slit|slashed) (my|both) (wrists|wrist open|throat)
        (my|a|the) [suicide] attempt (last night|yesterday|on ~1|last week|last month|this week|this morning|failed)`,
      idiom: jokes,
      ignore: ['person'],
    },
    method: {
      severity: 'method',
      match: `
        (how many|how much) ~3 (pills|{pills}|mg|milligrams) ~3 (to die|to kill|would kill me|will kill me|is lethal|are lethal|is fatal|to overdose|till i die|it would take|it takes|would it take)
        (how many|how much) ~4 (would|will|to|does it take to|it takes to) ~1 (kill me|kill myself|die|be lethal|end it|stop my heart)
        (lethal|fatal) dose (of|for)
        how (can|do|could|should|would|will|to) i ~1 (die|od|overdose|hang myself|drown myself|suffocate)
        (which|what) ~1 ({pills}|poison|poisons|drug|drugs|plants) ~2 (kill|kills|will kill|would kill|can kill|are deadly|is deadly|to die|for suicide) ~1 [you|me|a person|someone|fastest]
        (how much|how many) ~2 (kills|kill|to kill|can kill) (you|me|a person|someone|a human)
        how to (hang|drown|suffocate|poison|shoot|overdose) (yourself|myself)
        painless (death|suicide)
        (painless|quick|easiest|quickest|least painful|most painless|fastest|best|easy|peaceful|painful) ~1 (way|ways|method|methods) (to|of) (die|dying|kill myself|kill yourself|suicide|end it|end my life|go for good|killing myself|ending)
        (ways|methods|how) to (die|kill myself|kill yourself|end my life|commit suicide|hang myself|end it all|tie a noose|die peacefully|die painlessly|die without pain)
        (thinking|think|thought|thoughts|imagining|imagine|idea|keep thinking|tempted|fantasize|urge|want) ~2 (taking|take|swallowing|swallow|downing|down) (them all|all of them|all my {pills}|all the {pills}|the whole bottle|the whole lot|every pill|the whole packet|all of my {pills}|the entire bottle|a whole bottle|a bunch of {pills}|too many {pills})
        (take|taking|swallow|swallowing|down) (them all|all of them|all my {pills}|all the {pills}|the whole bottle|all of my {pills}) (tonight|tomorrow|at once|and (sleep|die|go|never|end|not wake))
        (tie|tied|tying|make|made|making|learn|learned|hanging|hung|hang) ~2 (a|the|my) noose
        (have|got|ive got|bought) ~2 (rope|gun|pistol|noose|{pills}|razor blades|blades) and (a|the|my) plan
        (gun|pistol|revolver|noose) (is in|in) my (hand|hands|lap)
        (gun|pistol|rifle|shotgun) ~4 (on myself|to my head|in my mouth|use it on me|against my head|to my temple)
        (using|use|used) (it|the gun|the rope|the knife|dads gun|a gun) ~1 on myself
        (stood|standing|stand|sat|sitting|went|walked|drove) ~5 (bridge|roof|ledge|tracks|platform|balcony|cliff|overpass|train tracks) ~10 (jump|jumping|jumped|step off|stepping off|let go|end it|falling|let myself fall|train come)
        (drive|driving|steer|steering|swerve|swerving|crash|crashing) ~3 (into (a tree|a wall|oncoming traffic|the oncoming|a truck|the river|a lorry|the barrier)|off (a bridge|the bridge|the road|a cliff|the cliff)) ~2 
        (stop|stopping|stopped) taking my insulin (so|to) ~3 (die|over|end)`,
      unless: `
        (bungee|parachut*|swim|swimming|boats|boat|lake|photo|photos|sunset|picnic|kids|fireworks|fishing|view|hair|wool|level|minecraft|souls|elden ring|less often|respawn|raid|boss fight|characters|character|novel|game|rats|mice|weeds|bacteria|germs|mould|mold|ants|cockroach*|wasps|fleas|bedbugs|lice)
        (learner|learning to drive|instructor|nearly|almost|deer|swerved to avoid|black ice|accident|someone drove|drove by|he drove|she drove|van)`,
    },
    better_without_me: {
      severity: 'thoughts',
      match: `
        (everyone|everybody|they|the world|my family|my kids|my children|my parents|my wife|my husband|people|all|you|he|she|theyd|the kids|my friends|my partner|no one|this world|mum|mom|dad|youd) ~3 (be|are|is|were) ~4 (better|happier|better off|freer|relieved|easier|lighter|fine|ok|okay) ~1 (without me|if i (was|were) (gone|dead|not here|never born|not around)|if i (died|disappeared|wasnt here|wasnt around|didnt exist|werent here|just died|vanished|was no longer here|ended it|left forever)|once im gone|once i am gone|when im gone|when i am gone|with me gone|with me dead|without me in it|without me around|without me here)
        (better off|happier|easier|better) ~1 (without me|if i was dead|if i were dead|if i died|if i was gone|if i were gone|if i wasnt here|once im gone|with me gone|if i didnt exist|if i wasnt around|if i disappeared|if i just disappeared) ~1
        (nobody|no one|noone) ~1 (cares|care|cared|would cry|will cry|would be sad|will be sad|would notice|will notice|will care|would care|minds|will miss me|would miss me) ~1 (if|when|once|that) (i|im) ~1 (die|died|dead|gone|disappear|disappeared|kill|killed|vanish)
        (nobody|no one|noone) would (miss me|notice if i (died|was gone|disappeared|were gone|was dead|vanished|killed)|care if i (died|was gone|disappeared|was dead|were gone|were dead|lived|killed|vanished))
        (would|will) anyone ~1 (miss me|notice|care) if i (died|was gone|disappeared|were gone|was dead|vanished|never woke up|wasnt here)
        (im|i am|feel like|being|just) (a|such a|nothing but a|only a) burden (to|on) (everyone|everybody|them|my|all|the) ~6 (gone|without me|dead|disappear|die|end)
        (burden|burdening) ~6 (if i was gone|better off|if i died|disappear for good|not be here)
        (world|family|everyone|kids|life) ~3 better place ~2 without me
        im (only|just) (in the way|taking up space) ~6 (gone|dead|die|disappear|without me)`,
      unless: `
        without me (as|for|until|till|this|at|on) ~2
        (did|does|do|played|performed|runs|ran|works|worked|managed|manages|manage|cope|coped) ~2 better without me
        (better|easier|happier) without me ~3 (at work|in the team|on the team|micromanaging|hovering|driving|cooking|in the meeting|in goal)
        (team|meeting|project|band|class|office|match|squad|department|committee|company|sauce|recipe) ~10 without me`,
      ignore: ['person', 'negation'],
    },
    farewell: {
      severity: 'intent',
      match: `
        (gave|giving|given|give) ~1 (away|my) ~5 (letters|goodbye|notes) ~8 (over|gone|everyone)
        (gave|giving|given) away ~2 (everything i|all my|my favourite|my favorite|my things|my stuff|my belongings|what matters) ~12 (wont need|dont need|not need|where im going|before i go|anymore now|goodbye|no use for|wont be here|wont matter)
        (wont|will not|dont|do not) (need|be needing) (it|them|anything|my things|money|any of it|any of this|a coat|this) (where im going|anymore soon|after tonight|after friday|anymore after|when im gone|much longer)
        (wrote|written|writing|write|left|leaving|finished|sealed) ~1 (my|the|a|her a|him a|them a|our|goodbye|farewell|letters|notes) ~1 (goodbye|farewell|suicide|last|final) (letter|letters|note|notes|message|messages|texts|emails)
        (wrote|written|writing|write) ~1 (letters|notes|a letter|a note) (to|for) (everyone|everybody|everyone i|my kids|each of|all of them) ~10 (over|gone|goodbye|when im|after im|find|soon|end|last)
        (wrote|written|left|have) (the|my) (note|letter) ~3 (tonight|tonights|is ready|on the table|for them to find|and the rope|and the pills)
        (saying|said|say) ~1 (goodbye|my goodbyes|goodbyes) ~3 (forever|for good|one last time|the last time|before i go)
        (made|make|writing|wrote|updated) my will ~8 (not|wont|gone|over|end|pills|die)
        (got|getting|have|put|putting) (my|all my) affairs in order ~10 (end|die|gone|over|leave|before i)
        (it will|itll|it ll|soon it will|itll all) ~1 (all)  be over (soon|tonight|tomorrow|by morning)
        (soon|tonight) (it will|itll) ~1 be over
        (this pain|everything|it all) (ends|will end|stops|will stop) (tonight|tomorrow|today|soon|friday)`,
      unless: `
        (holiday|season|school|term|exam|exams|semester|contract|season finale|job|trip|course|lockdown|marathon|chemo|treatment|surgery|dentist|match|show|winter|project|deadline|shift|pandemic|visa|train|bye bye|colleagues|moving|leaving party|birth|labour|audit|tax|strike|heatwave|festival|tour|pregnancy|thesis|presentation|interview|election)`,
      ignore: ['person'],
    },
    implicit: {
      severity: 'thoughts',
      ambiguous: true,
      match: `
        (want to|wanna|wish i could|want|just|going to) ${adverbs} (disappear|vanish|not be|cease|fade away|be gone|stop being|stop everything|sleep and not|be erased|make it stop|make everything stop|make it all stop|go away forever)
        (no|any|see no|see any|isnt any|isnt a|theres no|there is no) (way out|hope|hope left|future|future for me|point anymore|point in anything|point in trying|point to any of this|point|reason to keep going)
        (whats|what is|what s) the point (of|in) (living|life|being here|existing|going on|being alive|any of this|trying|it all|anything)
        why (am i|do i|should i|bother|keep) ~1 (still here|even here|still alive|alive|exist|keep going|even exist|living|live)
        (dont|do not|shouldnt) (belong|deserve to be) (here|in this world|on this earth|alive|to live|to be alive)
        (dont|do not) deserve (to live|to be alive|to be here|life|to exist|to breathe)
        (shouldnt|should not|should never) (be alive|exist|have been born|be here anymore|have survived)
        (should have|shouldve|wish i had|wish id) (died|been aborted|never survived|not survived)
        (im|i am|ive|feel|feeling) ~1 (done with everything|done fighting|done trying|ready to go|at the end of my rope|giving up on life|given up on life|too tired to live|ready to give up|ready for it to end|at peace with dying|at peace with leaving)
        (giving|given|gave|give) up on (life|living|everything|myself)
        want ~2 (it|everything|this|the pain|the noise) ~1 to (end|be over|stop forever|stop for good|all stop)`,
      unless: `
        wake up (before|until|till|at|early)
        (disappear|vanish) ~3 (on holiday|for a week|for a weekend|into|to the|for a while|for a bit|for a day|for a few|for the|a week|from social|from instagram|from the internet|under|in a book|behind|when|every time|to a)
        (disappear|vanish|sink) ~2 (embarrass*|sofa|couch|blanket|duvet|woods|cabin|ground|floor|earth swallow)
        (cant|cannot|couldnt) ~1 (keep going|carry on|go on|keep doing this|do this anymore|do it anymore|take any more|go on like this|take this anymore) ~3 (job|commute|diet|late|gym|this job|at work|with him|with her|relationship|working|nights|night shifts|dating|apps|lifting|stairs|run|running|spending|credit|calls|clients|photos|pictures|leftovers|biscuits|food|cake|holiday|until midnight|marriage|holiday|trip|pretending|paying|with the|without coffee|weather|heat|noise|neighbours|neighbors)
        (job|commute|marriage|relationship|diet|shift|shifts|boss|running|manager|project|clients|dating|essay|meetings|gym|training|hill|kilometre|mile|marathon|homework|maths|knitting|course|renovation|house hunt|dishes) ~10 (cant|cannot|couldnt) ~1 (keep going|carry on|go on|keep doing this|do this anymore|do it anymore|take any more|take it anymore)
        (no|any|whats the) point (in|of|to) (arguing|going|asking|calling|buying|washing|rushing|waiting|cooking|cleaning|staying at|talking|complaining|explaining|trying to (explain|argue|park|call|sleep))
        (no|any) (hope|way out|future|point) (for|of|in|from) (the|this|that|my|our|a|it|him|her|rain|us) ~1 (team|tickets|tiramisu|car|job|company|relationship|cake|meeting|plant|weather|project|getting|industry|town|maze|printer|concert|contract|car park|washing|phone)
        (giving|given|gave|give) up on (life|everything) (admin|hacks|drawing)
        want ~2 (it|everything|this) ~1 to (end|be over) ~4 (week|meeting|season|film|movie|semester|exam|exams|winter|lockdown|day|date|flight|wedding|term|shift|call|divorce|already lol|pregnancy|process|training|election|film|book|never)
        (never|not) want ~3 to (end|be over)
        (week|meeting|semester|exams|winter|date|flight|term|shift|call|divorce|move|renovation|audit|heatwave|process|course|flu|cold) ~6 to (end|be over|stop)
        why (am i|do i) ~1 (still here|even here) ~3 (work|office|queue|party|meeting|pm|oclock|am|class|lecture|desk|school|station)
        why do i exist ~2 (in the team|in this meeting)`,
    },
  },
}
