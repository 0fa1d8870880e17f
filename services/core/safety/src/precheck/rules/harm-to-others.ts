import type { RuleSet } from './rule.ts'

/** A wish or plan to hurt someone else. Household hyperbole ("I'll kill my brother if ...") does not count. */
export const harmToOthers: readonly RuleSet[] = [
  {
    language: 'en',
    family: 'harm_to_others',
    rules: {
      kill: {
        severity: 'intent',
        match: `
          (want to|wanna|going to|gonna|will|ill|about to|plan to|planning to|decided to|thinking of|thinking about|urge to|ready to|could|should|need to|fantasise about|fantasize about|fantasies about|fantasies of|keep imagining|dream of|dreaming of|thought about|thoughts about|thoughts of|imagining|imagine|feel like|felt like|think about|think of|might|may|plan on|planning on|have the urge to|almost|nearly) [just|really|actually|fucking|literally|seriously|honestly|sometimes|always|probably|to] (kill|killing|murder|murdering|stab|stabbing|shoot|shooting|strangle|strangling|poison|poisoning|slaughter|choke|choking|hurt|hurting|attack|attacking|harm|harming|beat|beating|burn|smother|smothering|run over|bomb|drown|drowning|rape|raping|behead|execute) (him|her|them|them all|my family|my whole family|my wife|my kids|the kids|the children|the baby|my son|my daughter|a child|a baby|a woman|women|girls|strangers|others|other people|my {parent}|my {partner}|my {person}|my boss|my stepfather|my stepdad|my baby|my kids|my child|my children|my neighbour|my neighbor|my teacher|my coworker|my classmates|my landlord|someone|somebody|everyone|everybody|people|those people|all of them|that man|that woman|that guy|a person|my supervisor|my manager)
          (bring|bringing|take|taking|brought) ~1 (a|the|my|dads) (gun|knife|rifle|weapon) ~1 to (school|work|the office|class|church|his|her|their)
          (picturing|picture|imagining|imagine|thinking|think|thoughts|visions|images|urge|urges|seeing myself|see myself|fantasising|fantasizing|tempted) ~4 (pillow|knife|hands|drowning|drown|dropping|drop|throwing|throw|shaking|shake|smothering|holding|pushing|hammer|axe) ~4 (baby|babys|child|childs|kids|toddler|his (face|neck|head|throat)|her (face|neck|head|throat)|their (faces|throats|heads))
          (gets|get|getting|going to get|gonna get) what (he|she|they|theyve|hes|shes) ~1 (deserves|deserve|got coming|coming) ~8 (knife|gun|hammer|bat|acid|axe|petrol|blade|crowbar|bring*)
          (waiting|wait|ready|coming|going) ~4 with (the|a|my) (axe|knife|gun|bat|hammer|machete|crowbar|petrol)
          (hurt|make) (him|her|them) (suffer|the way (he|she|they) hurt|like (he|she|they) hurt)
          shoot up (the|my|this) (school|office|place|church|club)
          (they|everyone|he|she|theyll|hell|shell) ~2 (will|are going to|is going to|gonna) ~1 (pay with|bleed|die by my)
          (make|making) (him|her|them) (bleed|suffer until they die)
          (bought|got|have|loaded) ~1 (a|the|my) (gun|knife|weapon) ~2 (for him|for her|for them|waiting for him|waiting for her)
          i (told|said|texted|typed|commented|wrote|dmed|messaged|sent) ~2 (him|her|them|you|that girl|that boy) ~1 to (kys|kill yourself|kill himself|kill herself|kill themselves)
          (want|wanna|wish|love) [to] [see] (him|her|them|them all|everyone|my {partner}|my {parent}|my boss) (dead|bleed|bleeding|to bleed|to suffer|to die|die|suffer)
          (blow|blowing|bomb|bombing) [up] (the|my|this|their|his|her) (school|office|house|church|mosque|synagogue|building|station|airport|hospital|company|university)
          (want to|going to|gonna|will|ill|wanna) ~1 (run (him|her|them|people|someone|my ({partner}|{parent})) over|(burn|set fire to) ~1 (his|her|their|that|the|my) ~1 (house|home|flat|apartment|car|school|building|office|place))
          (urge|urges|desire|need) to (kill|murder|stab|rape)
          (have|got|bring|bringing|bought) a (gun|knife|weapon|bomb) ~6 (use it on (him|her|them|someone|people|my ({partner}|{parent}|boss))|make (him|her|them)|kill (him|her|them)|pay for)
          (make|making|makes) ~1 (him|her|them|everyone|everybody|you|all of them) ~2 pay ~4 (knife|gun|blood|bomb|axe|acid|fire|petrol|(with|his|her|their) (life|lives|blood)|die)
          want (kill|murder|stab) (him|her|them|someone|people|my {parent})
          pay with (his|her|their) (life|lives|blood)
          (afraid|scared|terrified|worried) ~2 (ill|i will|i might|im going to|i could|id) ~1 (hurt|kill|harm|stab|shake|smother) (him|her|them|someone|somebody|my baby|the baby|my kids|people)`,
        unless: `
          (pizza|leftovers|milk|coffee|tea|tap|taps|lights|light|jacket|jumper|dress|mug|cup|charger|yogurt|yoghurt|chocolate|cake|biscuits|crisps|socks|toilet seat|password|bin|bins|bathroom|umbrella|sandwich|cereal|towel|towels|headphones|ketchup|fridge|parking space)
          (lol|haha|hahaha|jk|lmao|rofl|kidding|joking|figuratively|if (he|she|they|i hear) ~2 (eats|eat|leaves|leave|finishes|asks|ask|uses|touches|snores|spoils|borrows|forgets|says|sends|keeps|does|doesnt|dont|makes|steals|takes|parks|plays|calls|sings|wakes))
          (half|final|derby|innings|season|league|stage|court|pitch|printer|alarm clock|laptop|quiz|game|match|tournament|poker|chess|debate|exam|trivia|monopoly|leftovers|dishes|snoring|laundry|remote|spoilers|video|paintball|laser tag|tag|fortnite|minecraft|league|race|mario kart|pitch|audition|karaoke|concert|level|raid|npc|boss fight|dnd|campaign)
          (kill|killing) (him|her|them) with kindness
          (shoot|shooting) (him|her|them|my {person}|people|someone|everyone) (a|an) (text|message|email|note|mail|line)
          (shooting|shoot) (people|them|him|her) (with my camera|for|portraits|in black|on film)
          (hurt|hurting) (him|her|them|someone|people|my {person}|anyone) ~1 (feelings|by saying|by leaving|by telling|when i leave|with my words|by being)
          over to (the|her|his|their|my)
          (could|should) ~1 (hurt|choke|beat) (him|her|them) (up to|to the)
          (beat|beating) (him|her|them|my {person}) (at|to|in|by|on)
          (hurt|harm) (him|her|them|people|someone|somebody|everyone) if i (leave|left|say|told|tell)
          (photo|photos|camera|portrait|portraits|film|documentary|wedding shoot)
          (character|novel|chapter|story|villain|sims|plot|detective|murder mystery) ~10
          (spider|spiders|wasp|mosquito|mosquitoes|ants|weeds|germs|cockroach|rat|rats|mice|slugs|fly)`,
      },
      to_death: {
        severity: 'intent',
        match:
          '(want to|going to|gonna|will|ill|wanna|could|feel like|need to) ~1 (beat|beating|stab|stabbing|kick|kicking|choke|choking) (him|her|them|someone|my ({partner}|{parent}|{person})) to death',
        unless: '(game|level|boss fight|chess|lol|haha)',
      },
      voices_tell: {
        severity: 'intent',
        match: `
          (voice|voices|head|brain|mind|thoughts|god|satan|devil|jesus|allah|demon|demons|angel|angels|radio|tv) ~4 (tell|tells|telling|told|say|says|saying|said|command*|order*|want|wants|whisper*|scream*|make|makes) ~4 (kill|hurt|stab|attack|harm|murder|shoot|strangle|poison|hit|drown|push|burn) ~1 (him|her|them|people|someone|somebody|everyone|everybody|others|you all|strangers|my ({parent}|{partner}|{person}|family|baby|kids|children|boss|neighbours|neighbors)|the (baby|kids|children|people|neighbours|neighbors)|a (person|child|woman|man))
          (voice|voices|head|god|devil|satan|demons) ~2 (tell|tells|telling|told|say|says|want|wants) ~1 me to (kill|murder|stab)`,
        unless: `
          (game|level|quest|npc|film|movie|novel|character|lights|engine|weeds|feelings|bible|abraham|sermon|podcast|gps)
          (kill|stab|murder) (myself|me)
          (dont|do not|never|no longer|not) ~1 (hear|hearing|have|had) ~2 (voice|voices)`,
        ignore: ['person'],
      },
      child: {
        severity: 'intent',
        match: `
          (want to|wanna|going to|gonna|about to|might|could|feel like|felt like|feeling like|think about|thinking about|thinking of|think of|thoughts of|thoughts about|urge to|scared ill|afraid ill|almost|nearly|tempted to|scared i will|afraid i will) ~1 (hit|hitting|shake|shaking|shook|slap|slapping|slapped|hurt|hurting|harm|harming|drown|drowning|smother|smothering|throw|throwing|threw|punch|punching|strangle|strangling|choke|choking|kill|killing|suffocate|suffocating|squeeze|beat|beating) ~1 (my|the|our|this) ~1 (baby|newborn|infant|toddler|child|kid|kids|children|daughter|son|little one|twins|little girl|little boy)
          i ~1 (hurt|smothered|strangled|choked|punched|drowned) (my|the) (baby|newborn|infant|toddler|child)`,
        unless: `
          baby (bottle|shower|formula|food|monitor|clothes|blues|powder|rattle|carrots)
          (throw|throwing|threw|hit|hitting|beat|beating|hurt|hurting) ~5 (party|ball|a birthday|in the air|at (chess|cards|fifa|the game|mario|uno|tennis)|in a race|feelings|a kiss|high five)
          (lol|haha|joking|game|sims|film|movie|novel)`,
      },
      few_words: {
        severity: 'method',
        ambiguous: true,
        alone: true,
        match: `
          (want to|wanna|going to|gonna|will|ill|imma|must) ~1 make ~1 (him|her|them|everyone|everybody|all of them|you) ~1 pay
          (they|everyone|everybody|you|theyll) [all] (will|must|have to|should|are going to|are gonna) [all] (pay|die|bleed|burn|suffer)
          (he|she|they|my ({partner}|{parent}|boss|teacher)) [all|really|just] (must|has to|have to|deserves to|deserve to|needs to|should) die
          (i|ive|and|just|have) [just] (killed|murdered|stabbed|shot|strangled) (someone|somebody|him|her|them|a man|a woman|a person|my {partner}|my {parent})
          (i|ive) [just|also|always|sometimes] (hit|beat|slapped|punched|choked|kicked|strangled) my ({partner}|mother|mum|mom|grandma|girlfriend)
          (want to|wanna) (kill|murder) (again|more people)
          murder (him|her|them|everyone)`,
        unless:
          '(rent|bill|invoice|fine|lunch|dinner|money|tax|taxes|court|lawyer|refund|compensation|for the|back|more|fairly|attention|damages|plants|flowers|frost|fish|bees|character*|episode|chapter|season|film|movie|novel|someday|one day|eventually|game|level|round|chess|poker|scrabble|match|text|email|photo|look|pillow|lol|haha*|joke|mood|vibe|time|process|bug|weeds|mosquito*|spider*|wasp*|for a (coffee|drink|burger|pizza)|boss fight|goal|with kindness|hostage|up|paintball|among us|laser tag|fortnite|at)',
        ignore: ['person'],
      },
      bare_word: {
        severity: 'thoughts',
        ambiguous: true,
        whole: true,
        match: `
          [i|and] (want to|wanna|have to|need to|going to|must|will) (kill|murder) [now|today|tonight]
          murder`,
      },
      arson: {
        severity: 'intent',
        match:
          '(burn|burning|set fire to) ~1 (that|the|his|her|their) ~1 (house|place|flat|home|car|building) ~1 down ~3 (with|while) (him|her|them|everyone|she|he|they)',
        unless: '(game|film|movie|novel|sims|minecraft)',
      },
      tell_others_to_die: {
        severity: 'thoughts',
        ambiguous: true,
        match: `
          (you|u) should ~1 (kill yourself|kys|die)
          (go|just) (kill yourself|kys)
          i (hope|wish) (he|she|they|you) (dies|die|gets killed|get killed|gets hit by)`,
        unless: `
          (told|tells|telling|said|says|keeps saying|voice|voices|commented|wrote|texted|messaged) ~2 (me|my)
          (voice|voices|head|brain|mind)
          (character|villain|plant|phone|game|spider|mosquito)`,
        ignore: ['person'],
      },
    },
  },
  {
    language: 'es',
    family: 'harm_to_others',
    rules: {
      kill: {
        severity: 'intent',
        match: `
          (voy a|quiero|pienso|tengo ganas de|ganas de|planeo|he decidido|quisiera|deseo|pienso en|necesito) ~1 (matar|asesinar|apuñalar|acuchillar|disparar|estrangular|envenenar|hacer daño|atacar) (a) ~1 (mi|mis|ese|esa|el|ella|todos|alguien|ellos|gente|la|los)
          (voy a|quiero|pienso|ganas de|he decidido) ~1 (matarlo|matarla|matarlos|matarlas|apuñalarlo|apuñalarla|hacerle daño|dispararle|asesinarlo|asesinarla)
          (lo|la|los|las|le) voy a (matar|apuñalar|acuchillar|disparar|degollar|asesinar|quemar)
          (llevar|traer) ~1 (un|una|el|la) (pistola|arma|cuchillo) a (la escuela|clase|el instituto|el trabajo)`,
        unless: `
          (tarta|pizza|vestido|chaqueta|yogur|leche|cafe|chocolate|galletas|luz|luces|toalla|calcetines|camiseta|cargador|bocadillo|postre|trozo|sobras|nevera|grifo|mando)
          (impresora|ordenador|despertador|jaja|jajaja|broma|jeje|si (vuelve|come|deja|llega|toca|se come|rompe)|juego|partida|ajedrez|partido|sobras|novela|personaje|mosquito|araña|cosquillas|abrazos|besos)`,
      },
      child: {
        severity: 'intent',
        match: `
          (quiero|ganas de|voy a|pienso en|miedo de|miedo a|podria|pensando en|a punto de) ~1 (pegarle|pegar|golpear|golpearle|sacudir|zarandear|hacerle daño|hacer daño|lastimar|ahogar|matar|asfixiar|tirar) ~1 a ~1 (mi|mis|el|la|un) ~1 (bebe|hijo|hija|hijos|niño|niña|niños)
          (hacerles|hacerle|hacerlos|me las van a) pagar ~4 (cuchillo|pistola|arma|sangre|vida|acido)`,
        unless: '(pelota|cartas|ajedrez|juego|un abrazo|fiesta|apodo|foto)',
      },
      voices_tell: {
        severity: 'intent',
        match: `
          (voz|voces|cabeza|dios|diablo) ~4 (dice|dicen|ordena|ordenan|pide|piden|manda|mandan) ~2 que (mate|haga daño|lastime|ataque|apuñale|golpee) [a] ~1 (gente|alguien|todos|mi|la gente|ellos|el|ella|personas|otros|los demas)
          (voz|voces) ~4 (dicen|dice|ordenan|mandan) ~2 que (mate|haga daño)`,
        unless: '(juego|pelicula|personaje|me mate)',
      },
    },
  },
  {
    language: 'fr',
    family: 'harm_to_others',
    rules: {
      kill: {
        severity: 'intent',
        match: `
          (je vais|j vais|je veux|j ai envie de|envie de|je pense a|j ai decide de|je voudrais) ~1 (le|la|les) (tuer|buter|poignarder|frapper a mort|etrangler|crever|abattre|planter|massacrer|empoisonner)
          (je vais|j vais|je veux|j ai envie de|envie de|je pense a|j ai decide de) ~1 (tuer|buter|poignarder|etrangler|assassiner|abattre|empoisonner) (mon|ma|mes|ce|cette|quelqu un|quelqu une|tout le monde|des gens|tous|l)
          (je vais|je veux|j ai envie de|envie de) ~1 (lui|leur) ~1 (faire du mal|planter|trancher|tirer dessus)
          (apporter|amener|prendre) ~1 (un|une|le|mon) (couteau|arme|fusil|pistolet) ~1 (au lycee|a l ecole|au college|au travail)`,
        unless: `
          (yaourt|pizza|gateau|veste|pull|lait|cafe|chocolat|biscuits|lumiere|serviette|chaussettes|chargeur|dessert|frigo|robinet|telecommande|fromage|robe|tasse)
          (tuer|tue) (le temps|l ennui)
          (moustique|moustiques|araignee|mouche|mouches|cafard|cafards)
          (imprimante|ordi|ordinateur|reveil|mdr|lol|haha|blague|rigole|s il ~2 (mange|laisse|touche|ronfle)|si elle ~2 (mange|laisse|touche)|jeu|partie|match|roman|personnage|echecs|restes)`,
      },
      child: {
        severity: 'intent',
        match: `
          (envie de|veux|vais|failli|pense a|peur de|pourrais|penser a|sur le point de) ~1 (frapper|secouer|taper|noyer|etouffer|tuer|gifler|jeter|faire du mal a|blesser|etrangler) ~1 (mon|ma|mes|le|la|les|l) ~1 (bebe|enfant|enfants|fils|fille|petit|petite|gosse|gosses)
          (faire payer|leur faire payer|lui faire payer) ~4 (couteau|arme|sang|vie|acide|flingue)`,
        unless: '(cartes|echecs|jeu|balle|ballon|cocotier|oeufs)',
      },
      voices_tell: {
        severity: 'intent',
        match: `
          (voix|tete|dieu|diable) ~4 (dit|disent|dire|ordonne|ordonnent|demande|demandent) ~2 (de|d) ~1 (tuer|faire du mal|blesser|attaquer|poignarder|frapper) ~1 (gens|quelqu un|les gens|mon|ma|mes|tout le monde|lui|elle|eux|personnes|aux gens)
          (voix) ~3 (disent|dit|ordonnent) ~1 de (tuer|frapper|poignarder)`,
        unless: '(film|jeu|personnage|me tuer)',
      },
    },
  },
  {
    language: 'de',
    family: 'harm_to_others',
    rules: {
      kill: {
        severity: 'intent',
        match: `
          (ich|will|werde|könnte|möchte) ~1 (will|werde|würde|könnte|möchte|muss|ich) ~1 (ihn|sie|meinen ~1|meine ~1|den ~1|die ~1|alle|jemanden|diesen ~1|diese ~1) ~2 (umbringen|töten|erstechen|erschießen|abstechen|ermorden|abknallen|erwürgen|vergiften|totschlagen|verletzen)
          (ich bringe|ich bring|ich töte|ich ersteche|ich erschieße|ich steche) (ihn|sie|meinen ~1|meine ~1|alle|den ~1) ~1 (um|ab|heute|morgen)
          ich (töte|ersteche|erschieße) (ihn|sie|alle|meinen|meine)
          (messer|waffe|pistole) ~4 (in die schule|zur schule|zur arbeit|mitnehmen) ~4 (ihn|sie|alle|zahlen)`,
        unless: `
          (pizza|tasse|joghurt|milch|kaffee|kuchen|schokolade|jacke|pulli|kleid|licht|handtuch|socken|ladekabel|kekse|brot|kühlschrank|fernbedienung|klodeckel|pudding|käse)
          (drucker|computer|laptop|wecker|router|rechner|handy|staubsauger|haha|lol|scherz|spaß|witz|wenn (er|sie) ~3 (isst|aufisst|noch einmal|nochmal|schnarcht|vergisst)|spiel|schach|quiz|match|turnier|reste|roman|krimi|figur|mücke|mücken|spinne|gefühle|damit|keinen|unkraut)`,
      },
      child: {
        severity: 'intent',
        match: `
          (will|möchte|könnte|werde|muss|am liebsten) ~2 (mein|meine|das|dem|meinem|meiner|unser) ~1 (baby|kind|sohn|tochter|kleinen|kleine|kinder) ~1 (schlagen|schütteln|ertränken|ersticken|weh tun|wehtun|werfen|umbringen|töten|was antun|etwas antun|hauen)
          angst ~3 (baby|kind|sohn|tochter|kindern) ~1 (was anzutun|etwas anzutun|weh zu tun|zu verletzen|was antue|etwas antue)
          (heimzahlen|bezahlen|büßen) ~6 (messer|waffe|pistole|blut)
          (messer|waffe|pistole) ~3 (heimzahlen|bezahlen lassen|büßen)`,
        unless: '(karten|schach|spiel|ball|kissen)',
      },
      voices_tell: {
        severity: 'intent',
        match:
          '(stimme|stimmen|kopf|gott|teufel) ~4 (sagt|sagen|befiehlt|befehlen|flüstern|wollen) ~4 (jemanden|leute|leuten|menschen|ihn|sie|andere|anderen|mein ~1|meine ~1|meinem ~1) ~1 (umbringen|töten|weh tun|wehtun|verletzen|angreifen|erstechen|umzubringen|zu töten|zu verletzen|was antun)',
        unless: '(film|spiel|figur|krimi)',
      },
    },
  },
  {
    language: 'pt',
    family: 'harm_to_others',
    rules: {
      kill: {
        severity: 'intent',
        match: `
          (vou|quero|penso em|tenho vontade de|vontade de|decidi|planejo|preciso) ~1 (matar|assassinar|esfaquear|estrangular|envenenar|machucar|atacar|ferir) (ele|ela|eles|elas|o meu|a minha|meu|minha|meus|todos|todo mundo|alguém|aquele|aquela|aquele homem|o|a)
          (vou|quero|decidi|vontade de) ~1 (matá lo|matá la|matá los|esfaqueá lo|machucá lo)
          (dar um tiro|atirar) (nele|nela|neles|em todos|no meu|na minha)
          levar ~1 (a|uma|um) (arma|faca|pistola) (para|pra) (a escola|escola|o trabalho)`,
        unless: `
          (pizza|bolo|chocolate|iogurte|leite|café|vestido|jaqueta|toalha|meias|carregador|luz|luzes|biscoito|sobremesa|geladeira|prova|trabalho|controle)
          (matar) (o tempo|a saudade|a fome|a aula|a sede|a vontade|a charada|a barata|o mosquito)
          (impressora|computador|despertador|kkk|kkkk|rsrs|brincadeira|se (ele|ela) ~2 (comer|deixar|tocar|esquecer)|jogo|partida|xadrez|romance|personagem|sobras|barata|mosquito|sentimentos)`,
      },
      child: {
        severity: 'intent',
        match: `
          (quero|vontade de|vou|penso em|medo de|poderia|quase|pensando em) ~1 (bater|sacudir|machucar|matar|afogar|sufocar|jogar|estrangular|ferir) ~1 (no|na|nos|o|a|os|em|meu|minha|meus) ~1 (meu|minha|meus|bebê|filho|filha|filhos|criança)
          (fazer eles pagarem|fazer ele pagar|fazê los pagar|vão pagar|vai pagar) ~4 (faca|arma|sangue|vida|revólver)`,
        unless: '(foto|bola|xadrez|cartas|jogo|festa|conta|papo|palmas|video|bater uma)',
      },
      voices_tell: {
        severity: 'intent',
        match: `
          (voz|vozes|cabeça|deus|diabo) ~4 (diz|dizem|manda|mandam|pede|pedem) ~2 (matar|machucar|ferir|atacar|esfaquear|bater) ~1 (pessoas|alguém|todos|ele|ela|eles|minha|meu|as pessoas|gente|outros)
          (voz|vozes) ~4 (mandam|dizem|manda|diz) ~2 (matar|esfaquear)`,
        unless: '(jogo|filme|personagem|me matar)',
      },
    },
  },
  {
    language: 'it',
    family: 'harm_to_others',
    rules: {
      kill: {
        severity: 'intent',
        match: `
          (voglio|sto per|ho voglia di|voglia di|ho deciso di|penso di|vorrei|vado a|devo) ~1 (ucciderlo|ucciderla|ucciderli|ammazzarlo|ammazzarla|ammazzarli|accoltellarlo|accoltellarla|sparargli|strangolarlo|strangolarla|fargli del male|farle del male|fare del male a|avvelenarlo)
          (voglio|sto per|ho voglia di|voglia di|ho deciso di|penso di|vorrei) ~1 (uccidere|ammazzare|accoltellare|strangolare|avvelenare) (mio|mia|il|la|i|tutti|qualcuno|quel|quella|lui|lei|il mio|la mia)
          (lo|la|li) (ammazzo|uccido|accoltello)
          portare ~1 (un|una|il|la) (coltello|pistola|arma) (a scuola|al lavoro)`,
        unless: `
          (pizza|torta|yogurt|latte|caffè|cioccolato|cioccolata|vestito|giacca|luce|luci|asciugamano|calzini|caricabatterie|biscotti|dolce|frigo|telecomando|gelato|felpa)
          (stampante|computer|sveglia|haha|ahah|ahahah|scherzo|se ~3 (mangia|lascia|tocca|russa|dimentica)|gioco|partita|scacchi|romanzo|personaggio|avanzi|zanzara|ragno|il tempo)`,
      },
      child: {
        severity: 'intent',
        match: `
          (voglio|voglia di|sto per|penso di|paura di|potrei|vorrei|quasi) ~1 (picchiare|scuotere|colpire|uccidere|affogare|soffocare|strangolare|buttare|schiaffeggiare|fare del male al|fare del male alla|fare del male ai|fare male al|fare male alla) ~2 (bambino|bambina|bimbo|bimba|figlio|figlia|figli|neonato|bambini)
          (gliela|gliele|la|me la) ~1 (farò pagare|faccio pagare|pagheranno|pagherà) ~4 (coltello|pistola|arma|sangue|vita)`,
        unless: '(carte|scacchi|gioco|pallone|festa|conto)',
      },
      voices_tell: {
        severity: 'intent',
        match: `
          (voce|voci|testa|dio|diavolo) ~4 (dice|dicono|ordina|ordinano|chiede|chiedono) ~2 di (uccidere|fare del male|ferire|attaccare|accoltellare|colpire|ammazzare) ~1 (gente|qualcuno|tutti|alla gente|mio|mia|lui|lei|loro|persone|alle persone|agli altri)
          (voce|voci) ~3 (dicono|dice|ordinano) ~1 di (uccidere|ammazzare|accoltellare)`,
        unless: '(gioco|film|personaggio)',
      },
    },
  },
  {
    language: 'zh',
    family: 'harm_to_others',
    rules: {
      kill: {
        severity: 'intent',
        match: `
          (我要|我想|想要|真想|好想|恨不得|打算|准备|忍不住想|计划|决定) ~3 (杀了|杀死|捅死|砍死|弄死|毒死|掐死|捅|砍|打死|捅了|干掉) ~1 (他|她|他们|她们|你|我爸|我妈|老板|全家|所有人|继父|那个人|前男友|前女友|前任|同学|室友|大家)
          (带|拿) ~2 (刀|枪) ~2 去 (学校|公司|他家|她家)
          (让|要) (他|她|他们) ~2 (偿命|血债|陪葬)`,
        unless:
          '(作业|零食|巧克力|蛋糕|外卖|奶茶|衣服|裙子|充电|遥控|冰箱|厕所|需求|薯片|哈哈|开玩笑|游戏|蚊子|蟑螂|小说|如果他再|比赛|象棋|王者|打死我也|狼人杀|剧本)',
      },
      child: {
        severity: 'intent',
        match: `
          (我想|我要|想要|忍不住想|怕我会|怕我|害怕我会|差点|恨不得) ~3 (打|掐死|摔|摇晃|闷死|捂死|淹死|伤害|杀死|杀了|弄死|掐) ~2 (宝宝|孩子|婴儿|我儿子|我女儿|娃)
          (拿|用) ~1 (刀|枪) ~4 (付出代价|偿命|报仇|报复)`,
        unless: '(打电话|打扮|打招呼|哈哈|游戏|打针|打疫苗|照片|感情|打包)',
      },
      voices_tell: {
        severity: 'intent',
        match: `
          (声音|脑子|脑海|幻听|神|魔鬼) ~4 (叫|让|要|说|命令|告诉) ~3 (杀人|杀了他|杀了她|杀了他们|伤害别人|伤害他|伤害她|捅|砍人|打人|杀死)
          我 ~1 (想|要|好想) 杀人`,
        unless: '(游戏|电影|小说|角色|狼人杀|剧本|哈哈)',
      },
    },
  },
]
