import type { RuleSet } from './rule.ts'

/** Someone else is at risk and the writer knows of it. The severity is what the other person is said to express. */
export const bystander: readonly RuleSet[] = [
  {
    language: 'en',
    family: 'bystander',
    rules: {
      another_says: {
        severity: 'intent',
        match: `
          (my|a|our) ~2 ({person}|{parent}|{partner}) ~1 (said|says|told me|texted|texted me|messaged|wrote|keeps saying|admitted|posted|confessed|whispered|cried) ~4 [i] (want to die|wants to die|wanna die|kill myself|kill himself|kill herself|kill themselves|dont want to live|end it all|end my life|better off dead|cant go on|dont want to be here)`,
        unless: `
          (embarrass*|laugh*|boredom|cringe|hair|film|movie|novel|song|character|haha|lol)
          (die|dye) (of|from)`,
        ignore: ['person', 'negation', 'past', 'reported'],
      },
      last_request: {
        severity: 'intent',
        match: 'look after my (dog|cat|kids|mum|mom|family|sister|brother|plants)',
        needs: `
          (he|she|they|{person}) ~2 (wrote|texted|said|messaged|left)
          (stopped|not|hasnt been|isnt|wont) ~1 (answering|replying|answer|picking up|reachable)`,
        unless: '(holiday|weekend|while|trip|vacation|away|until|till|week|cruise)',
        ignore: ['person', 'negation', 'past', 'reported'],
      },
      another_at_risk: {
        severity: 'intent',
        match: `
          (my|a|our|his|her|this) ~2 ({person}|{parent}|{partner}) ~6 (wants to|want to|wanted to|wanting to|is going to|is gonna|going to|gonna|tried to|threatened to|threatens to|threatening to|plans to|planning to|says hell|says shell|might|could|will|may) ~1 (die|kill himself|kill herself|kill themselves|kill themself|end his life|end her life|end their life|end it all|hurt himself|hurt herself|hurt themselves|be dead|take his own life|take her own life|take their own life|overdose|jump|commit suicide|unalive himself|unalive herself|unalive themselves)
          (my|a|our|his|her|this) ~2 ({person}|{parent}|{partner}) ~4 (is|seems|might be|feels|feeling|was|has been|sounds|became|may be|still|being|looks|gets) ~1 suicidal
          (my|a|our|his|her) ~2 ({person}|{parent}|{partner}) ~6 (doesnt want to (live|be alive|be here|exist)|doesn t want to live|self harms|self harming|cuts himself|cuts herself|cuts themselves|cutting himself|cutting herself|cutting themselves|been cutting|kys|kms|took all (his|her|their) pills|overdosed|took an overdose|talks about (suicide|dying|killing|ending)|talking about (suicide|dying|killing|ending)|texted me goodbye|sent me a goodbye|sent a goodbye|suicide note|suicidal thoughts|suicide attempt|attempted suicide|wishes (he|she|they) (was|were) dead|better off without (him|her|them)|no reason to live)
          (he|she|they) ~3 (wants|is going|tried|threatened|threatens|wanted|keeps threatening|says he wants|says she wants|said he wants|said she wants|told me he wants|told me she wants) to ~1 (kill himself|kill herself|kill themselves|end his life|end her life|end their life|take his own life|take her own life|die)
          (worried|scared|afraid|terrified|think) ~3 (hell|shell|theyll|he will|she will|they will|hes going to|shes going to|he might|she might|they might|{person} will|{person} might|{person} is going to) ~1 (kill himself|kill herself|kill themselves|hurt himself|hurt herself|do something to himself|do something to herself|end (his|her|their) life|commit suicide|self harm|overdose)
          (found|find|finding|seen|saw) ~4 (pills|note|rope|noose|blade|blades|razors|razor) ~4 (under|in|behind|inside|on) ~1 my ~1 ({person}|{parent}|{partner})
          ({person}|{parent}|{partner}) ~3 (hed|shed|he would|she would|theyd) be better off (dead|gone|in the ground|with|not here)
          (found|find|reading|read|seen|saw) ~3 (suicide|goodbye|farewell) (note|letter|notes|message|video) ~3 (my|his|her|their|in my|from my|by my) ~1 ({person}|{parent}|{partner}|room|desk|phone)
          (he|she|they|my ~1 {person}) ~1 (sent|showed|texted|shows|sends) me ~3 (wrists|wrist|cuts|noose|pills|blade|goodbye)
          (my|our) ~1 ({person}|{parent}|{partner}) ~3 (texted|messaged|sent|rang|said|says|wrote|left) ~2 (goodbye|farewell) ~6 (not (picking up|answering|replying)|isnt (picking up|answering)|wont (pick up|answer)|low|depressed|phone is off|scared|worried)
          (my|our|his|her) ~2 ({person}|{parent}|{partner}) ~7 (nothing|no reason|nothing left) to live for
          (my|our|his|her) ~2 ({person}|{parent}|{partner}) ~7 (stopped|stopping|quit|refuses|refusing|threw away) ~1 (insulin|dialysis|her (tablets|pills|medication)|his (tablets|pills|medication))
          (my|our|his|her) ~2 ({person}|{parent}|{partner}) ~4 (keeps|kept|been|is|was) ~1 (talking|saying|joking|on) ~2 (about|of) ~2 (driving into|jumping off|jumping in front|ending|hanging|not being here|not waking|being dead|dying)
          ({person}|{parent}|{partner}|he|she) ~3 (hurts|hurting|harms|harming|hits|burns|starves|starving|cuts|cutting) (himself|herself|themselves)
          (my|our) ~1 ({person}|{parent}|{partner}) ~2 (tried|attempted|committed|threatens|threatened) ~1 (suicide|to die|to overdose)
          (he|she|they|hes|shes) ~2 (is|seems|sounds|was|gets|became|might be|says|said|told me|keeps saying|texted) ~2 (suicidal|(will|would|wants to|is going to|might|hell|shell|going to|gonna) (kill (himself|herself|themselves)|end (his|her|their) life|commit suicide))
          (friend|brother|sister|son|daughter|husband|wife|mum|mom|dad|boyfriend|girlfriend) wants to (die|kill (himself|herself|themselves)|end (it|his life|her life))
          (my|our|best) ~1 ({person}|{parent}|{partner}) ~5 wants to end (it|it all|everything|his life|her life)
          (found|find|saw|read) ~3 suicide (note|letter|notes)
          (my|our) ~1 ({person}|{parent}|{partner}) ~4 (wont|doesnt|not|isnt|stopped) ~1 (answer|answering|reply|replying|pick up|picking up) ~4 (goodbye|bye forever)
          (someone|somebody) [i know|i love|in my ~1|from ~2] ~3 (is suicidal|wants to die|wants to kill|is going to kill (himself|herself|themselves)|threatened suicide)
          (my|our|best) ~2 ({person}|{parent}|{partner}) ~2 (is|keeps|has been|was|been|often|talks|started|starts|thinks|thinking) ~1 [about] (thinking|talking|thought|thoughts|considering|joking|dreams|writing) ~2 (suicide|killing (himself|herself|themselves)|dying|ending (his|her|their) life|ending it|death|wanting to die)
          (how do i|how can i|how to|what do i say to|what should i do) ~3 (help|support|stop|save) ~3 (suicidal|kill himself|kill herself|kill themselves|wants to die)
          (asking for|its for|this is for|about) a friend ~6 (suicid*|pills|die|dying|kill themselves|hurt themselves)`,
        idiom: `
          i (want|wanna|wanted|might|could|will|am|tried|just|really|cant)
          (im|ive|id|ill) ~2 (going|gonna|suicidal|tried|want|kill|cutting)`,
        unless: `
          (die|dye|dying) ~2 (hair|shirt|beard|eyebrows|purple|red|wool|blonde|blue|eggs|fabric|jeans)
          (die|died|dying|dead) ~1 (of|from) ~1 (embarrass*|laugh*|boredom|cringe|happiness|joy|heat|hunger|cold|thirst|old age|cancer|shame|laughter)
          (kill|killed|killing) (himself|herself|themselves) laughing
          laughing
          (years ago|decades ago|long ago|when i was|in 19*|in 20*|anniversary|before i was born|funeral years|passed away years|last century|in the war)
          (die|dies) ~1 (if|unless|without|when|before)
          goodbye ~3 (party|kiss|hug|drinks|lunch)
          (film|movie|novel|character|series|episode|song|game|book|play|documentary|podcast) 
          (jump|jumping) ~4 (pool|lake|trampoline|bungee|parachute|rope|sofa|queue|ship|sea|the gun|river|in with|puddles|skydiv*)
          end it with
          suicide (prevention|hotline|squad|awareness|rates)
          death (metal|note|stranding|penalty|star)
          (lecture|essay|thesis|training|seminar)
          (doing well|recovered|proud of (him|her|them)|much better now|happy now|is fine now|thriving)
          (cat|dog|hamster|plant|goldfish|phone|car|battery|laptop)
          (boss|coach|trainer|teacher|marathon|workout|gym|crossfit|job|deadline) ~3 (kill|kills|killing|going to kill) (him|her|them)
          (not|isnt|is not|never was|wasnt) ~1 suicidal`,
        ignore: ['person', 'negation', 'past', 'reported'],
      },
    },
  },
  {
    language: 'en',
    family: 'bystander',
    rules: {
      another_took: {
        severity: 'plan',
        match: `
          (my|our) ~2 ({person}|{parent}|{partner}) ~2 (took|swallowed|ate|taken|downed) (pills|tablets|a lot of ~1 {pills}|lots of {pills}|many {pills}|too many {pills}|all ~2 {pills}|an overdose|poison|bleach|the whole bottle)`,
        unless:
          '(headache|migraine|period|blood pressure|prescribed|as always|doctor|nurse|pharmac*|with (water|breakfast)|cold|allerg*|hospital for|vitamin*|recycling|back to)',
        ignore: ['person', 'negation', 'past', 'reported'],
      },
      another_hurt: {
        severity: 'thoughts',
        match: `
          (my|our) ~2 ({person}|{parent}|{partner}) ~3 (beats|beat|beating|hits|hitting|hit|chokes|choked|punches|punched|rapes|raped|abuses|abused|threatens|strangles|strangled) ~1 (my|his|her|the|their) ~1 ({parent}|{partner}|kids|children|baby|daughter|son|sister|brother)
          (my|our) ~2 ({person}|{parent}|{partner}|girlfriends|boyfriends|friends|sisters|mothers) ~1 (hits|beats|hit|chokes|rapes|abuses) her
          (my|our) ~2 ({person}|{parent}|{partner}) ~2 (was|is|got|gets|being|been) ~1 (raped|beaten by|being beaten|beaten up|abused by|being abused|molested|assaulted|groomed)
          (my|our) ~2 ({person}|{parent}|{partner}|classmate) ~3 (wants|want|plans|planning|going|gonna|threatens|threatened) ~1 to (kill|stab|shoot|hurt|shoot up|bomb|murder|attack) (someone|somebody|people|everyone|the school|my school|our school|him|her|them|his|others|the class)
          (my|our) ~2 (daughter|son|sister|brother|friend|girlfriend|roommate|child|niece|wife) ~3 (makes|made|making) (herself|himself|themselves) (throw up|vomit|sick|puke)
          (my|our) ~2 (daughter|son|sister|brother|friend|girlfriend|roommate|child|niece|wife) ~4 (doesnt|does not|wont|refuses to|stopped|not|barely|hardly) ~1 (eat|eating) (anymore|anything|at all|for days|for weeks|to get thin|to lose weight|because she (is|feels) fat|and)
          (my|our) ~2 ({person}) ~3 (has|developed|is) ~1 (an eating disorder|anorexia|bulimia|anorexic|bulimic)`,
        unless: `
          (chess|game|games|tennis|fifa|mario|poker|scrabble|cards|match|final|race|ball|goal|drum|drums|eggs|snooze|gym|film|movie|novel|character|episode|song|podcast|documentary|years ago|long ago|recovered|feelings|piano|pillow|tooth*|flu|ill|fever|cold|meat|vegetables|peas|broccoli|carrots|sugar|goodbye party|kindness|vaccine|hoops|photos|arcade|snowball*|prevention)
          (dog|cat|hamster|rabbit|puppy|kitten|horse)`,
        ignore: ['person', 'negation', 'past', 'reported'],
      },
    },
  },
  {
    language: 'es',
    family: 'bystander',
    rules: {
      another_at_risk: {
        severity: 'intent',
        match: `
          (mi|una|un|nuestro|nuestra) ~1 {person} ~6 (quiere|quisiera|queria|va a|intento|ha intentado|piensa en|amenaza con|esta pensando en|amenazo con|dice que va a) ~1 (morir|morirse|matarse|suicidarse|quitarse la vida|hacerse daño|acabar con su vida|acabar con todo|tirarse)
          (mi|una|un) ~1 {person} ~4 (se quiere|se va a|se ha intentado|se intento|se quiso) (matar|morir|suicidar|quitar la vida)
          (mi|una|un) ~1 {person} ~5 (no quiere vivir|no quiere seguir viviendo|es suicida|se esta cortando|anda cortandose|se hace daño|mensaje de despedida|carta de despedida|tiene ideas suicidas|tiene pensamientos suicidas|esta suicida|se corta|se autolesiona|ya no quiere vivir)
          (mi|una|un) ~1 {person} ~3 (dijo|dice|dicho|escribio|confeso) ~3 (quiere morir|quiere morirse|quiere matarse|se quiere matar|quiero morir|no quiere vivir|quiere suicidarse)
          (tengo miedo de que|temo que) ~3 (se mate|se suicide|se haga daño|se quite la vida)`,
        unless:
          '((morir|morirse|muere) si|de risa|de hambre|de ganas|de frio|de calor|de sueño|de amor|del susto|hace # años|hace años|hace (dos|tres|diez|muchos) años|pelicula|novela|personaje|de verguenza|de vergüenza|hace mucho)',
        ignore: ['negation', 'past', 'reported'],
      },
      another_took: {
        severity: 'plan',
        match:
          '(mi|una|un) ~1 {person} ~1 (se tomo|se trago|tomo|ha tomado|se ha tomado|trago) ~1 (todas|muchas|un monton de|demasiadas|un bote de|una caja de|un frasco de) ~3 {pastillas}',
        unless: '(receta*|vitaminas|semana|hace años|pelicula)',
        ignore: ['negation', 'past', 'reported'],
      },
    },
  },
  {
    language: 'fr',
    family: 'bystander',
    rules: {
      another_at_risk: {
        severity: 'intent',
        match: `
          (mon|ma|un|une|notre) ~1 {person} ~6 (veut|voulait|va|a voulu|menace|parle|a tente de|a essaye de|menace de|pense a|parle de|envie de|songe a) ~2 (mourir|se tuer|se suicider|en finir|mettre fin a ses jours|se faire du mal|se pendre|suicide|se jeter|se tirer une balle|se foutre en l air|s ouvrir les veines)
          (mon|ma|un|une) ~1 {person} ~4 (qu il|qu elle) (veut|voulait|va|allait|a envie de|avait envie de) ~1 (mourir|se tuer|se suicider|en finir)
          (mon|ma|un|une) ~1 {person} ~5 (est suicidaire|a des idees suicidaires|ne veut plus vivre|veut plus vivre|se scarifie|se mutile|a fait une tentative|a des pensees suicidaires|est en danger de suicide)
          (j ai peur|je crains|peur) qu (il|elle) ~2 (se tue|se suicide|se fasse du mal|mette fin|en finisse)`,
        unless:
          '(mourir (si|de|d)|de rire|de faim|de froid|de honte|de soif|il y a # ans|il y a (dix|vingt|trente|deux|trois|quelques|longtemps) [ans]|film|roman|personnage|d ennui|dans la serie)',
        ignore: ['negation', 'past', 'reported'],
      },
      another_took: {
        severity: 'plan',
        match:
          '(mon|ma|un|une) ~1 {person} ~1 (a avale|a pris|vient d avaler|vient de prendre) ~1 (tous|toute|toutes|trop de|plein de|une boite|la boite) ~3 {medicaments}',
        unless: '(ordonnance|vitamines|semaine|il y a ~2 ans|film)',
        ignore: ['negation', 'past', 'reported'],
      },
    },
  },
  {
    language: 'de',
    family: 'bystander',
    rules: {
      another_at_risk: {
        severity: 'intent',
        match: `
          (mein|meine|meiner|meinem|ein|eine|einer|unser|unsere) ~1 {person} ~6 (will|möchte|wollte|wird|droht|hat versucht|hat gedroht|denkt daran|überlegt|redet davon) ~3 (sterben|sich umbringen|sich umzubringen|sich das leben nehmen|sich das leben zu nehmen|sich etwas antun|nicht mehr leben|sich töten|sich was antun|sich etwas anzutun|sich zu verletzen|sich verletzen|nicht mehr da sein)
          (mein|meine|ein|eine|unser|unsere) ~1 {person} ~5 (ist suizidal|hat suizidgedanken|hat selbstmordgedanken|ritzt sich|will nicht mehr|verletzt sich selbst|ist selbstmordgefährdet|suizidversuch|selbstmordversuch|suizidgefährdet)
          (mein|meine|ein|eine) ~1 {person} ~2 hat ~3 versucht ~2 (umzubringen|das leben zu nehmen|zu töten)
          (geschrieben|gesagt|schreibt|schrieb|sagt|sagte|erzählt|angekündigt|meint) ~1 dass (er|sie) (sich|nicht|nicht mehr|am liebsten|lieber) ~4 (umbringen|umbringt|umbringe|das leben nehmen|töten|leben will|leben möchte|da sein|tot wäre|sterben)
          (angst|sorge) dass (er|sie) sich ~3 (umbringt|antut|das leben nimmt|tötet)
          (er|sie) ~2 (will|möchte) sich (umbringen|das leben nehmen|töten|etwas antun)`,
        unless:
          '(ins grab|sterben wenn|lachen|hunger|langeweile|scham|vor # jahren|vor (zehn|zwanzig|vielen|drei|zwei|fünf) jahren|damals|film|roman|figur|vor lachen|kaputtlachen)',
        ignore: ['negation', 'past', 'reported'],
      },
      another_took: {
        severity: 'plan',
        match:
          '(mein|meine|ein|eine) ~1 {person} ~1 hat ~3 (alle|viele|zu viele|die ganze|eine ganze|sämtliche) ~1 {tabletten} ~1 (genommen|geschluckt|eingenommen)',
        unless: '(rezept|vitamine|woche verteilt|vor ~2 jahren|film)',
        ignore: ['negation', 'past', 'reported'],
      },
    },
  },
  {
    language: 'pt',
    family: 'bystander',
    rules: {
      another_at_risk: {
        severity: 'intent',
        match: `
          (meu|minha|um|uma|nosso|nossa) ~1 {person} ~6 (quer|queria|vai|tentou|pensa em|ameaça|ameaçou|está pensando em|falou em) ~1 (morrer|se matar|se suicidar|tirar a própria vida|tirar a vida|se machucar|acabar com tudo|acabar com a vida|matar se|suicidar se)
          (meu|minha|um|uma) ~1 {person} ~5 (não quer viver|não quer mais viver|é suicida|está suicida|tem pensamentos suicidas|se corta|mensagem de despedida|carta de despedida|se mutila|está se cortando|tem ideação)
          (tenho medo que|tenho medo de que|medo que) (ele|ela) ~1 (se mate|se suicide|se machuque|faça algo)
          (ele|ela) ~1 (quer|vai|tentou) se matar`,
        unless:
          '(me matar|morrer (se|caso)|de rir|de fome|de saudade|de sono|de vergonha|de calor|anos atrás|há # anos|há (dez|cinco|dois|três|muitos) anos|filme|novela|personagem|de trabalhar|de estudar)',
        ignore: ['negation', 'past', 'reported'],
      },
      another_took: {
        severity: 'plan',
        match:
          '(meu|minha|um|uma) ~1 {person} ~1 (tomou|engoliu) ~1 (todos|todas|muitos|vários|demais|a cartela|uma cartela|a caixa|o frasco) ~3 ({comprimidos}|inteira|inteiro)',
        unless: '(receita|vitaminas|semana|anos atrás|filme)',
        ignore: ['negation', 'past', 'reported'],
      },
    },
  },
  {
    language: 'it',
    family: 'bystander',
    rules: {
      another_at_risk: {
        severity: 'intent',
        match: `
          (mio|mia|un|una|un mio|una mia|nostro|nostra) ~1 {person} ~6 (vuole|voleva|vorrebbe|sta per|ha tentato di|ha provato a|pensa di|minaccia di|parla di|pensa a) ~1 (morire|uccidersi|ammazzarsi|suicidarsi|togliersi la vita|farla finita|farsi del male|il suicidio)
          (mio|mia|un|una) ~1 {person} ~3 si (vuole|voleva) (uccidere|ammazzare|suicidare)
          (mio|mia|un|una) ~1 {person} ~5 (non vuole più vivere|ha pensieri suicidi|è a rischio suicidio|si taglia|lettera d addio|messaggio d addio|si sta tagliando|si autolesiona|non vuole vivere|ha tentato il suicidio|ha pensieri di suicidio)
          (ho paura|temo) che (si uccida|si ammazzi|si suicidi|si faccia del male|faccia qualcosa)`,
        unless:
          '(morire (se|di|dal|dalla)|ammazzarsi (di|dal|dalle)|dal ridere|di fame|dalle risate|di sonno|di noia|# anni fa|(dieci|venti|due|tre|cinque|molti|tanti) anni fa|film|romanzo|personaggio|dalla vergogna|di vergogna|dalla voglia)',
        ignore: ['negation', 'past', 'reported'],
      },
      another_took: {
        severity: 'plan',
        match:
          '(mio|mia|un|una) ~1 {person} ha ~1 (preso|ingoiato|mandato giù) ~1 (tutte|tutti|troppe|un sacco di|una scatola|la scatola|il flacone) ~3 {pastiglie}',
        unless: '(ricetta|vitamine|settimana|anni fa|film)',
        ignore: ['negation', 'past', 'reported'],
      },
    },
  },
  {
    language: 'zh',
    family: 'bystander',
    rules: {
      another_at_risk: {
        severity: 'intent',
        match: `
          {person} ~8 (想死|不想活|想自杀|要自杀|自杀未遂|想跳楼|想轻生|要轻生|活不下去|有自杀倾向|有自杀的念头|试图自杀|割腕|自残|要跳楼|想不开|吞药|吞了药|想结束生命|结束自己的生命|轻生)
          {person} ~3 (说|告诉我|跟我说|发消息说|发微信说) ~6 (想死|不想活|活着没意思|想自杀|死了算了|想跳|再见了)
          (担心|害怕|怕) ~3 (他|她|{person}) ~3 (自杀|想不开|轻生|做傻事|伤害自己|自残)
          (他|她) ~2 (想自杀|要自杀|想跳楼|说不想活|说想死)`,
        unless:
          '(笑死|想死你|电影|小说|角色|年前|以前|演员|剧里|想死我|累死|饿死|新闻|当年|明星|主角|男主|女主)',
        ignore: ['negation', 'past', 'reported'],
      },
      another_took: {
        severity: 'plan',
        match: '我 {person} ~1 (吃|吞|服) 了 ~1 (很多|好多|大量|一堆|全部|所有|太多|一瓶|整瓶) ~2 {yao}',
        unless: '(感冒|维生素|医生|疗程|中药|电影|小说|年前)',
        ignore: ['negation', 'past', 'reported'],
      },
    },
  },
]
