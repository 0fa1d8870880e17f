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
          (want to|wanna|going to|gonna|will|ill|about to|plan to|planning to|decided to|thinking of|thinking about|urge to|ready to|could|should|need to|fantasise about|fantasize about|fantasies about|fantasies of|keep imagining|dream of|dreaming of|thought about|thoughts about|imagining|imagine) ~1 (kill|killing|murder|murdering|stab|stabbing|shoot|shooting|strangle|strangling|poison|poisoning|slaughter|choke|choking|hurt|hurting|attack|attacking|harm|harming|beat|beating|burn|smother|smothering|run over|bomb) (him|her|them|them all|my {parent}|my {partner}|my {person}|my boss|my stepfather|my stepdad|my baby|my kids|my child|my children|my neighbour|my neighbor|my teacher|my coworker|my classmates|my landlord|someone|somebody|everyone|everybody|people|those people|all of them|that man|that woman|that guy|a person|my supervisor|my manager)
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
          i want (him|her|them) dead
          (afraid|scared|terrified|worried) ~2 (ill|i will|i might|im going to|i could|id) ~1 (hurt|kill|harm|stab|shake|smother) (him|her|them|someone|somebody|my baby|the baby|my kids|people)`,
        unless: `
          (pizza|leftovers|milk|coffee|tea|tap|taps|lights|light|jacket|jumper|dress|mug|cup|charger|yogurt|yoghurt|chocolate|cake|biscuits|crisps|socks|toilet seat|password|bin|bins|bathroom|umbrella|sandwich|cereal|towel|towels|headphones|ketchup|fridge|parking space)
          (lol|haha|hahaha|jk|lmao|rofl|kidding|joking|figuratively|if (he|she|they|i hear) ~2 (eats|eat|leaves|leave|finishes|asks|ask|uses|touches|snores|spoils|borrows|forgets|says|sends|keeps|does|doesnt|dont|makes|steals|takes|parks|plays|calls|sings|wakes))
          (half|final|derby|innings|season|league|stage|court|pitch|printer|alarm clock|laptop|quiz|game|match|tournament|poker|chess|debate|exam|trivia|monopoly|leftovers|dishes|snoring|laundry|remote|spoilers|video|paintball|laser tag|tag|fortnite|minecraft|league|race|mario kart|pitch|audition|karaoke|concert|level|raid|npc|boss fight|dnd|campaign)
          (kill|killing) (him|her|them) with kindness
          (shoot|shooting) (him|her|them|my {person}|people|someone|everyone) (a|an) (text|message|email|note|mail|line)
          (shooting|shoot) (people|them|him|her) (with my camera|for|portraits|in black|on film)
          (hurt|hurting) (him|her|them|someone|people|my {person}|anyone) ~1 (feelings|by saying|by leaving|by telling|when i leave|with my words|by being)
          (could|should) ~1 (hurt|choke|beat) (him|her|them) (up to|to the)
          (beat|beating) (him|her|them|my {person}) (at|to|in|by|on)
          (hurt|harm) (him|her|them|people|someone|somebody|everyone) if i (leave|left|say|told|tell)
          (photo|photos|camera|portrait|portraits|film|documentary|wedding shoot)
          (character|novel|chapter|story|villain|sims|plot|detective|murder mystery) ~10
          (spider|spiders|wasp|mosquito|mosquitoes|ants|weeds|germs|cockroach|rat|rats|mice|slugs|fly)`,
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
    },
  },
]
