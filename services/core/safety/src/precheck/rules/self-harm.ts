import type { RuleSet } from './rule.ts'

const accident =
  '(shaving|shave|shaved|cooking|chopping|slicing|peeling|onion|onions|tomato|carrot|kitchen|mandoline|avocado|paper|bread|tin|can lid|broken glass|brambles|roses|thorn*|gardening|cactus|sun|beach|oven|stove|pan|kettle|iron|straightener|curling|candle|coffee|tea|tray|toast|soup|accident|accidentally|by mistake|cat|tattoo|hedge|barbecue|grill|gym|boxing|training|football|bike|fell (off|over|down)|ladder|hammer|stairs|door|shelf|table|slack|a slice|a piece|a break|myself (off|short|out)|in the foot|for (being|forgetting|not)|tongue|racket|frisbee|(the|a) ball|laugh*|tripping|sewing|needle|insulin|epipen|game|level|with a stick|carbs|sugar|grass|hair|corners|costs|shower|lol|haha*|(stopped|quit) (cutting|hurting|burning|harming))'

/** Hurting oneself without a stated wish to die: urges are `thoughts`, doing it is `method`, the last hours `plan`. */
export const selfHarm: readonly RuleSet[] = [
  {
    language: 'en',
    family: 'self_harm',
    rules: {
      urge: {
        severity: 'thoughts',
        match: `
          (want to|wanna|going to|gonna|need to|urge to|urges to|about to|tempted to|might|will|want|thinking about|think about|think of|thinking of|thoughts of|craving to|feel like|ready to|have to|should|thought about) ~2 (hurt myself|hurting myself|harm myself|harming myself|cut myself|cutting myself|burn myself|burning myself|punish myself by|self harm|selfharm|cut again|start cutting|cutting again|relapse on cutting|carve my|scratch myself until|hit myself|bite myself until|break my own|starve myself as punishment)
          (urge|urges|craving|cravings) (to cut|to self harm|for the blade|for the razor|to hurt)
          (did|doing|done|do) it again ~4 (razor|blade|blades|knife|lighter|scissors|compass|glass)
          (razor|blade|blades|knife|lighter|scissors) ~5 (thigh|thighs|wrist|wrists|arm|arms|hips|ankles) ~8 (nobody|no one|noone|sees|see|notice|hide|sleeves|gym|shorts)
          (scratch|scratching|scratched|pick|picking|dig|digging|claw|clawing|rub|rubbing|bite|biting|cut|cutting) ~3 (until|till|til) ~2 (bleed|bleeding|blood|raw|hurts|numb)
          self harm (thoughts|urges|again|relapse|relapsed|tonight|scars are fresh)
          (hurt|harm|hurting|harming) myself`,
        unless: `
          (asked|asks|asking|wanted to know|wondered) ~2 (if|whether) i
          (harm|selfharm|hurting myself) ~1 (none|nil|no|negative|denied|absent|never|not present)
          (hurt|hurting) myself (at|in|on the|on a|on my|playing|lifting|running|falling|while|skiing|climbing|during|by accident|doing|when i (fell|tripped|slipped))
          (dont|without|before i|so i dont|not to|afraid id|scared of|careful not to) ~1 (hurt|hurting) myself (at|in|on the|on a|on my|lifting|running|playing|skiing|climbing|doing|while)
          (cut|burn|burned) myself (shaving|cooking|chopping|on (the|a|my)|with the kitchen|some slack|a slice|off|short|a piece|a break)
          (gym|deadlift|marathon|workout|yoga|ladder|ice|squats|parkour|skateboard) ~6 (hurt|hurting) myself
          (hurt|hurting) myself ~6 (gym|deadlift|marathon|workout|yoga|ladder|ice|squats|parkour|skateboard|skateboarding)`,
        ignore: ['person'],
      },
      on_oneself: {
        severity: 'method',
        ambiguous: true,
        alone: true,
        match: `
          (i|ive|been|im|am|keep|kept|started|start|still|stop|want to) [just|always|often|sometimes|still|also|again|keep] (cut|cutting|burn|burning|burned|burnt|hit|hitting|punch|punching|punched|bite|biting|stabbed|slap|slapping|choke|choking|choked|whip|whipping|slice|slicing|punish|punishing) myself
          (put|puts|putting|stub|stubbed|stubbing|press|pressed) ~1 [out] ~1 (cigarette|cigarettes|cigarets) ~1 [out] (on|into) (my|myself)
          (carve|carved|carving|scratch|scratched) ~2 (in|into|on) my (skin|arm|arms|leg|legs|thigh|thighs|wrist|stomach)
          (cuts|scars|burns) ~2 (all over|up and down|along|on|across) ~1 my (arms|arm|legs|thighs|thigh|wrists|body|skin)
          (arms|legs|thighs|wrists|skin) ~1 (are|is) ~1 (full of|covered in|covered with) (cuts|scars|burns)
          (want|need|have|deserve|wanna) [to] ~1 (break my (own|hand|arm|fingers|leg|bones)|see my own blood|see my blood|see blood|feel pain|feel the pain|be hurt|suffer|be punished)
          (deserve|deserved) ~1 (pain|to be hurt|to bleed|to suffer|punishment)
          (cutting|the blade|my blade|the razor|bleeding) ~5 (helps|calms me|makes me feel better|relieves me)
          (only thing that helps) ~1 is (cutting|pain|the blade|blood|hurting)
          (relapsed and cut|did it again i cut|razor and cut|blade and cut|knife and cut)
          (used|use|took|take|put|holding|held) ~1 (knife|blade|scissors|glass|lighter|flame|a razor|the razor) ~1 (on|to|against) my (arm|arms|leg|skin|wrist|wrists|thigh|thighs|body)
          (stab|stabbing) myself with ~2 (scissors|knife|pencil|pen|glass|compass|blade)
          (stab|stabbed|stabbing|slice|sliced|cut|cutting) my (own|leg|arm|hand|thigh|thighs|arms|legs|wrist|body) ~4
          (hid|hide|hiding|hidden) ~1 my (blades|blade|razor blades)
          (punch|punching|punched|hit) ~1 (walls|wall) ~5 (bleed|bleeding|break|broken|hurt)`,
        unless: `${accident}
          (blood (test|pressure|results|sugar|type)|leg day|haircut|slimmer)`,
        ignore: ['past'],
      },
      hair: {
        severity: 'method',
        ambiguous: true,
        match: `
          (pull|pulling|pulled|rip|ripping|tear|tearing) [out] my [own] hair [out] to (feel|punish|hurt)`,
        ignore: ['past'],
      },
      bare_word: {
        severity: 'thoughts',
        ambiguous: true,
        whole: true,
        match: `
          [i|im|am|still|i still|thinking about|i think about|i want to|want to|thoughts of] (self harm|selfharm|self harming|selfharming|cutting) [again|now|today|tonight|please|help]
          [i] (want to|wanna|need to|have to|going to|gonna|feel like|thinking about|think about|cant stop|started|am|im|keep|urge to|want) (cut|cutting|bleed) [so bad|so badly|again|now|tonight|right now|deep|deeper|today|deep again|my (arms|arm|legs|thighs|wrists|skin)]`,
      },
      voices_tell: {
        severity: 'thoughts',
        match: `
          (found|took|finds) ~1 my ~1 (blades|razor blades|cutting kit)
          (voice|voices|head|brain|mind|demon|demons) ~4 (tell|tells|telling|told|say|says|saying|want|wants|scream*|whisper*) ~4 (cut|cut myself|cut yourself|hurt myself|hurt yourself|burn myself|burn yourself|harm myself|harm yourself)`,
        unless: '(carbs|sugar|hair|grass|corners|costs|ties|back|cake)',
        ignore: ['person'],
      },
      act: {
        severity: 'method',
        match: `
          (i|ive|been|started|start|keep|kept|was|im|still|back to|relapsed and|again) ~1 (cut|cutting|burn|burned|burning|burnt|scratch|scratched|scratching|carve|carved|carving|hurt|slice|sliced|slicing) ~1 (my|up my|both my) ~1 (arms|arm|wrists|wrist|thighs|thigh|legs|leg|skin|stomach|hips|forearm|forearms) ~4
          (cut|cutting|burning|hurting|harming|burned|harmed) myself (again|on purpose|last night|tonight|every night|every day|to feel|because|when i feel|so i can feel|deliberately|at night|just to)
          (i|ive|and) [just] (cut|cutting|relapsed) (again|again last night|again tonight|last night|tonight) ~8 (sleeves|hiding|hide|scars|blood|bleeding|blade|razor|deep|deeper|thigh|thighs|nobody|ashamed|plasters|bandage|numb)
          (burn|burning|burned|burnt) myself with ~1 (lighter|lighters|cigarette|cigarettes|matches)
          (punch|punching|punched|hit|hitting|slap|slapping) myself in the (face|head|stomach|legs)
          (relapsed|relapse) ~4 (cutting|self harm|selfharm|blade|razor)
          (cut|burn|burned|hit|scratch|punch|hurt|bite) myself ~8 (on purpose|deliberately)
          (razor|blade|razor blade|box cutter|lighter) ~6 (my skin|my arm|my arms|my wrist|my wrists|my thigh|my thighs|under my mattress|hidden|calling me)
          (hide|hiding|cover|covering|covered) ~2 (my|the|fresh|new) ~1 (cuts|scars|burns|marks) ~1 (with|under|from|on my)
          (punch|punching|punched|hit|hitting) ~1 (the|a|that) (wall|walls|door|tree) ~4 (till|until|til) ~3 (split|bleed|bled|bleeding|numb|broke|hurts|swell*|raw)
          (banging|bang|hit|hitting|punching|punch|slam|slamming) my (own head|head|own face|face|thighs) (against|into|until|on the wall|again)
          (my cuts|fresh cuts|new cuts|cuts on my (arm|arms|thigh|thighs|wrist|wrists|legs))
          self harmed
          self harming`,
        unless: `
          (shaving|shave|shaved|cooking|chopping|onion|onions|tomato|kitchen knife|mandoline|avocado|paper cut|bread|glass|brambles|roses|rosebush|rose|gardening|cactus|sunburn|sun|beach|oven|stove|iron|curling iron|hair straightener|candle|coffee|tray|toast|pan|soup|accident|accidentally|cat|kitten|mosquito|workout|leg day|gym|weights|running|tattoo|waxing|hedge|barbecue|grill|squats|lotion|eczema|surgery|operation|boxing|itch|itchy|bites|rash|tan|tanning)
          myself in the ~1 (face|head|stomach|legs) ~2 with (a|the|my) (door|ball|racket|hammer|shelf|cupboard|branch|frisbee)
          (burn|burning|burned) ~2 (calories|incense|legs on)`,
      },
    },
  },
  {
    language: 'es',
    family: 'self_harm',
    rules: {
      act: {
        severity: 'method',
        match: `
          (me corte|me corto|me he cortado|me estoy cortando|cortarme|vuelto a cortarme|volvi a cortarme|me quemo|me queme) ~2 (brazos|brazo|muñecas|muñeca|piernas|pierna|muslos|muslo|piel|otra vez|de nuevo|a proposito|para sentir|antebrazo|antebrazos)
          me (golpeo|doy golpes|pego) ~2 (cabeza|cara|puños|nudillos) ~1 (contra|pared|cuando|hasta)
          me (araño|rasguño|muerdo|golpeo|corto|quemo) ~3 (hasta sangrar|hasta que sangro|a proposito)
          me ~1 (hago|hice|hecho|haciendo) cortes
          (autolesiones|autolesion|autolesionarme|autolesiono|me autolesione|me autolesiono|autolesionado)
          (quiero|ganas de|necesito|voy a|pienso en|tengo ganas de|impulso de) ~1 (hacerme daño|cortarme|lastimarme|herirme|autolesionarme|quemarme)
          me (hago|hice|he hecho) daño (a mi|a proposito|para|otra vez|con)`,
        unless:
          '(pelo|flequillo|dedo|cocina|cocinando|afeitando|afeitandome|cebolla|horno|sol|playa|jugando|entrenando|futbol|cuchillo haciendo|uñas|papel|sin querer|plancha)',
      },
      few_words: {
        severity: 'method',
        ambiguous: true,
        alone: true,
        match: `
          me (corto|corte|hago daño|hice daño|lastimo|lastime|quemo|golpeo|autolesiono) [otra vez|a veces|mucho|yo misma|yo mismo|a mi misma|a mi mismo|sola|solo]
          (dejar|parar) de (cortarme|hacerme daño|lastimarme|quemarme)
          me (quemo|queme) con (cigarros|cigarrillos|cigarro|un mechero|un encendedor|el encendedor)
          (voz|voces|cabeza) ~4 (dice|dicen|ordena*|pide|piden) ~2 que me (corte|haga daño|lastime|queme)`,
        unless:
          '(pelo|cabello|flequillo|dedo|cocina*|afeit*|cebolla|horno|sol|playa|jugando|entren*|futbol|cuchillo haciendo|uñas|papel|sin querer|plancha|rodilla|espalda|gimnasio|un poco|en la discusion|llamada|linea|luz|la barba|corriendo|cayendo|internet)',
        ignore: ['negation'],
      },
    },
  },
  {
    language: 'fr',
    family: 'self_harm',
    rules: {
      act: {
        severity: 'method',
        match: `
          (je me suis|je me|me suis|recommence a me|envie de me|besoin de me|j ai recommence a me|je vais me) ~2 (scarifie|scarifiee|scarifier|mutile|mutilee|mutiler|automutile|automutiler|coupe les bras|coupee les bras|coupe les poignets|coupe le bras|coupe les cuisses|couper les bras|couper les veines|brule la peau|bruler la peau|lacere|taillade les bras|taillade)
          (me|m) (brule|coupe|entaille|gratte|lacere|pique) ~1 avec (des|une|un|le|la|ma) (cigarettes|cigarette|briquet|lame|cutter|rasoir|ciseaux|aiguille|compas)
          (me|m) (taillader|couper|bruler|lacerer|mutiler|scarifier|entailler) ~1 (les|la|le|mes|mon|ma) ~1 (cuisses|cuisse|bras|poignets|jambes|ventre|peau|hanches)
          (automutilation|scarification|scarifications|automutiler)
          (envie de|besoin de|je veux|je vais|j ai envie de) ~1 (me faire du mal|me couper|me bruler|me blesser|me punir en)
          je me (coupe|suis coupe|suis coupee) (encore|a nouveau|expres|pour sentir|avec une lame|avec un rasoir|avec un cutter)
          (je me|me) fais du mal (expres|pour|a moi meme|encore|avec)`,
        unless:
          '(cheveux|frange|doigt|cuisine|rasant|oignon|four|soleil|plage|foot|documentaire|tatouage|en cuisinant|papier|du monde|la parole)',
      },
      few_words: {
        severity: 'method',
        ambiguous: true,
        alone: true,
        match: `
          je me (coupe|suis coupe|suis coupee|fais du mal|blesse|brule|frappe|mutile) [souvent|parfois|encore|tous les jours|le soir|toute seule|seule]
          (arreter|arrete|empecher) ~1 de (me couper|me faire du mal|me bruler|me scarifier|me blesser)
          (voix|tete) ~4 (dit|disent|ordonne*|demande*) ~2 de me (couper|faire du mal|blesser|bruler)`,
        unless:
          '(cheveux|frange|doigt|cuisin*|ras*|oignon|four|soleil|plage|foot|tatouage|papier|du monde|la parole|sport|ongles|pain|barbe|accident|dos|genou|en jouant|fait mal au)',
        ignore: ['negation'],
      },
    },
  },
  {
    language: 'de',
    family: 'self_harm',
    rules: {
      act: {
        severity: 'method',
        match: `
          (mich|mir) ~3 (geritzt|ritzen|zu ritzen|selbst verletzt|selbst verletzen|selbst zu verletzen|selber verletzt|selber verletzen|weh zu tun|wehtun|weh tun|absichtlich verletzt|absichtlich geschnitten|absichtlich verbrannt|mit der klinge ~1|verletzen)
          (schlag|schlage|hau|haue|hämmer|hämmere) ~1 (meinen kopf|den kopf|mit dem kopf|meine faust|kopf) ~1 (gegen|an)
          (drück|drücke|drücken|ausgedrückt) ~2 (zigaretten|zigarette|kippen|kippe) ~4 (arm|arme|haut|bein|hand|aus)
          (kratze|kratz|schneide|beiße|reiße) mir ~4 (auf|blutig|bis es blutet)
          (ritze|ritz|schneide|verletze|verbrenne) mich ~1 (wieder|selbst|absichtlich|selber|immer|jeden|seit|heute|mit|am arm|an den)
          ich ritze mich
          (arme|arm|unterarm|unterarme|oberschenkel|handgelenke|haut|beine) ~3 (aufgeschnitten|geritzt|aufgeritzt|aufschneiden|zerschnitten|aufzuschneiden)
          (selbstverletzung|selbstverletzungen|selbstverletzend|svv|ritzen angefangen|ritzdruck|schneidedruck)
          (druck|drang) ~2 (ritzen|schneiden|verletzen)`,
        unless:
          '(kochen|finger|rasieren|zwiebel|ofen|sport|fußball|sonne|haare|papier|messer beim|training|buch|vortrag|bügeleisen|versehentlich|aus versehen)',
      },
      few_words: {
        severity: 'method',
        ambiguous: true,
        alone: true,
        match: `
          ich (schneide|verletze|verbrenne|schlage|ritze|kratze) mich [manchmal|oft|jeden tag|wieder|selbst|selber|immer]
          (hab|habe) mich [wieder|heute|gestern] (geschnitten|verbrannt|geritzt|selbst verletzt)
          ich (will|muss|möchte|könnte) mich (schneiden|ritzen|verletzen|verbrennen)
          (stimme|stimmen|kopf) ~4 (sagt|sagen|befehlen|befiehlt) ~3 mich (schneiden|ritzen|verletzen|verbrennen|zu schneiden|zu ritzen)`,
        unless:
          '(kochen|kocht|finger|rasier*|zwiebel|ofen|sport|fußball|sonne|haare|papier|messer beim|training|bügeleisen|versehentlich|aus versehen|gemüse|brot|herd|grill|dose|glas)',
        ignore: ['negation'],
      },
    },
  },
  {
    language: 'pt',
    family: 'self_harm',
    rules: {
      act: {
        severity: 'method',
        match: `
          (voltei a|comecei a|quero|vontade de|preciso|vou|penso em|tenho vontade de|ando a) ~1 (me cortar|cortar me|me machucar|me ferir|me mutilar|me queimar|automutilar|me automutilar|magoar me)
          (me cortei|me corto|cortei me|me queimei|me machuco|me mutilo) ~2 (braços|braço|pulsos|pulso|pernas|coxas|coxa|pele|de novo|outra vez|de propósito|para sentir|ontem à noite)
          me (arranho|corto|bato|mordo|queimo|belisco) ~3 (até sangrar|de propósito|até doer)
          (automutilação|autolesão|me automutilo|me automutilei)
          cortei ~1 (meus braços|os braços|minhas coxas|os pulsos|meu braço)`,
        unless:
          '(cabelo|franja|dedo|cozinha|cozinhando|barba|cebola|forno|sol|praia|futebol|treino|treinando|papel|sem querer|jogando)',
      },
      few_words: {
        severity: 'method',
        ambiguous: true,
        alone: true,
        match: `
          me (corto|cortei|machuco|machuquei|mutilo|queimo|bato) [de novo|às vezes|muito|sempre|sozinha|sozinho|hoje]
          (parar|deixar) de (me cortar|me machucar|me queimar|me ferir)
          (voz|vozes|cabeça) ~4 (diz|dizem|manda|mandam|pede|pedem) ~3 (me cortar|me machucar|me ferir|me queimar|me corte|me corta)`,
        unless:
          '(cabelo|franja|dedo|cozinh*|barba|barbeando|cebola|forno|sol|praia|futebol|trein*|papel|unhas|uñas|pelo|sem querer|jogando|academia|joelho|panela|fogão|faca da)',
        ignore: ['negation'],
      },
    },
  },
  {
    language: 'it',
    family: 'self_harm',
    rules: {
      act: {
        severity: 'method',
        match: `
          (mi sono|mi) ~1 (tagliata|tagliato|taglio|bruciata|bruciato|brucio|graffiata|graffiato|ferita|ferito) ~3 (braccia|braccio|polsi|polso|gambe|cosce|coscia|pelle|apposta|per sentire|con la lametta|con una lametta)
          (mi sono|mi) (tagliata|tagliato|taglio) (di nuovo|ancora|stanotte|ieri sera)
          (autolesionismo|autolesionista|autolesionarmi|atti autolesivi)
          (voglio|voglia di|ho voglia di|bisogno di|sto per|penso di|vorrei) ~1 (farmi del male|tagliarmi|ferirmi|bruciarmi|autolesionarmi)
          mi faccio del male`,
        unless:
          '(capelli|frangia|dito|cucina|cucinando|barba|cipolla|forno|sole|spiaggia|calcio|allenamento|carta|per sbaglio|giocando|unghie)',
      },
      few_words: {
        severity: 'method',
        ambiguous: true,
        alone: true,
        match: `
          mi (taglio|sono tagliata|sono tagliato|brucio|faccio male|ferisco|colpisco) [ancora|di nuovo|spesso|a volte|sempre|da sola|da solo|oggi]
          smettere di (tagliarmi|farmi del male|bruciarmi|ferirmi)
          (voce|voci|testa) ~4 (dice|dicono|ordina*|chiede*) ~2 di (tagliarmi|farmi del male|bruciarmi|ferirmi)`,
        unless:
          '(capelli|frangia|dito|cucin*|barba|cipolla|forno|sole|spiaggia|calcio|allenamento|carta|per sbaglio|giocando|unghie|palestra|coltello da)',
        ignore: ['negation'],
      },
    },
  },
  {
    language: 'zh',
    family: 'self_harm',
    rules: {
      act: {
        severity: 'method',
        match: `
          (自残|自伤|自虐|划手|割手|自我伤害)
          (用|拿) ~4 (刀|刀片|剪刀|烟头|针|美工刀|小刀) ~6 (割|划|烫|扎|刺) ~3 (自己|手臂|胳膊|手腕|大腿|皮肤)
          (割|划|烫|掐|打|扇) 自己 ~4 (的手|手臂|手腕|胳膊|大腿|一刀|几刀|才|就|了|耳光)
          (想|要|忍不住|控制不住|又) ~3 (伤害自己|弄伤自己|割自己|划自己|烫自己)`,
        unless: '(切菜|做饭|刮胡|洋葱|不小心|健身|讲座|新闻|纪录片|油溅)',
      },
      few_words: {
        severity: 'method',
        ambiguous: true,
        alone: true,
        match: `
          我 ~3 (割自己|划自己|打自己|烫自己|掐自己|伤害自己)
          (又|刚|刚刚) ~1 割 了 ~1 (手|手腕|自己|胳膊|腿)
          (声音|脑子) ~4 (叫|让|要|命令) ~3 (割自己|伤害自己|划自己)`,
        unless: '(切菜|做饭|刮胡|洋葱|不小心|健身|油|气|脸红|清醒)',
      },
    },
  },
]
