import type { RuleSet } from './rule.ts'

const harmless = `
  (took|taken|take|taking) # (mg|ml|mcg|iu|units|milligrams)
  (podcast|podcasts|coffee|caffeine|chocolate*|cookie*|sugar|netflix|cake|christmas|carbs|cheese|sun|news|tiktok|twitter|memes|series|reality tv|cuteness|biscuits|vitamin c|vitamins|garlic|spinach|kdrama|kdramas|sushi|pizza|candy|sweets|work|homework|culture)
  (my|his|her|their|your) ~1 (pride|words|tears|anger)
  (bottle|bottles) of (water|wine|beer|coke|cola|juice|milk|tea|lemonade|champagne|prosecco|gatorade|kombucha|squash|smoothie|ketchup|sauce)
  (over the|in a) ~1 (week|month|year|course)
  (friend|cousin|brother|sister|uncle|mother|father|aunt|neighbour|neighbor|prince|heath|character|celebrity|singer|he|she) ~4 overdos*
  (cat|dog|puppy|toddler|hamster|kitten|rabbit) ~5 (ate|took|swallowed|got into|drank)
  (weekly|pill box|pillbox|organiser|organizer|little box|to work|to the pharmacy|to the post|from the pharmacy|expired|down the toilet|recycling|bin|drain|organiser|for recycling|back to)`

/** Something was taken: help must come now, whatever the reason. Every rule is `plan`, the top of the ladder. */
export const overdose: readonly RuleSet[] = [
  {
    language: 'en',
    family: 'overdose',
    rules: {
      taken: {
        severity: 'plan',
        match: `
          (i|ive|just|ive just|i just|i have|and|have|already|i already) [just|already|only just] (took|taken|swallowed|downed|ate|popped|swallow|drank|injected|drunk) ~2 (all my|all me|all of me|all of my|all the|all of the|all of them|them all|the whole|the entire|a whole|an entire|the full|every one of my|every one of the|every single|a bunch of|a load of|loads of|lots of|a lot of|a handful of|handfuls of|two handfuls of|too many|way too many|everything in the|so many|half a|half the|both|the rest of my|my whole) ~2 (pills|{pills}|bottle|bottles|packet|packets|box|blister|strip|pack|tablets|prescription|medicine cabinet|stash|cabinet|bleach)
          (took|taken|swallowed|downed|popped) (all of them|them all|the lot|everything|every pill) ~8 (pills|bottle|sleepy|drowsy|sick|dizzy|scared|numb|die|goodbye|regret|tired|heart|vomit|help)
          (took|taken|swallowed|downed|popped|taking) ~1 (ten|fifteen|twenty|thirty|forty|fifty|sixty|hundred|a dozen|dozens of|dozen|30|40|50|60|20|25|35|45|15|10|12|16|24|32|80|90|100|18|22|28) ~1 [of] ~1 ({pills})
          (took|taken|swallowed|downed|had|necked) ~1 (two|three|four|five|six|several|#) (boxes|packets|packs|bottles|strips|blisters|sheets|trays) [of] ({pills})
          (emptied|emptying|finished|necked|polished off|drained) ~1 (the|a|my|his|her|whole) ~1 (bottle|box|packet|pack|blister) of ~1 {pills}
          (had|taken) all (the|my|of the|of my) {pills}
          (took|taken|swallowed) # ({pills}) ~6 (drowsy|dizzy|numb|sleepy|slipping|blurry|heart|scared|die|goodbye|fading|sick|vomiting|help|regret|shaking)
          (i|ive|ive just|just|i just|i have|think i|may have) [just] (overdosed|overdosing|od d|oded|od)
          (took|taken|taking|had) an overdose
          (im|i am) overdosing
          (i|ive|just|i just|ive just|have|and) [just] (drank|drunk|swallowed|ingested|drink) ~2 (bleach|antifreeze|drain cleaner|rat poison|poison|pesticide|weed killer|weedkiller|detergent|cleaning fluid|battery acid|methanol|paint thinner|toilet cleaner|ant killer)
          (took|taken|ate|swallowed|downed) ~1 (a|the|my|one|two|three) (box|bottle|packet|pack|strip|handful|bunch|load) of ~2 {pills}
          (took|taken|swallowed|ate|drank) (poison|rat poison|cyanide|antifreeze|pesticide)
          (took|swallowed|ate|downed) ~3 {pills} all of (them|it)
          (took|taken|swallowed|mixed|drank) ~2 {pills} (and|with|plus) ~2 (vodka|alcohol|whisky|whiskey|gin|rum)
          (injected|shot up|took) ~1 (way|far|much|a lot) too much ~1 (insulin|heroin|fentanyl|morphine|{pills})
          (injected|shot up) ~1 too much
          (took|did|done) an overdose
          (pills|tablets) (are|have|are already) (kicking in|starting to work|in me|in my stomach|working)`,
        unless: harmless,
        ignore: ['person', 'past'],
      },
      taken_without_subject: {
        severity: 'plan',
        match: `
          (took|swallowed|downed|popped) (way too many|too many|too much|all my|all of my|the whole|the entire|a whole|an entire|a handful of|a load of|every) ~2 ({pills}|bottle of {pills}|packet of {pills}|box of {pills})`,
        unless: harmless,
        ignore: ['past'],
      },
      taken_too_much: {
        severity: 'plan',
        ambiguous: true,
        alone: true,
        match: `
          (took|taken|had|swallowed|injected) ~1 (too much|way too much|too many|more than (i should|prescribed|allowed))
          (swallowed|downed) [some|my|the] (pills|tablets)
          (pills|tablets) ~3 i swallowed them`,
        unless: `${harmless}
          (time|space|sun|on|work|food|photos|pictures|luggage|bags|credit|water|with water|as always|breakfast|to eat|to drink|fun|books|classes|courses|shifts|risks|turn*|space|off|dog|cat)`,
        ignore: ['past'],
      },
      bare_word: {
        severity: 'plan',
        ambiguous: true,
        whole: true,
        match: '[i|an] [have|am|just|took|taken] [an] (overdose|overdosed|overdosing)',
      },
    },
  },
  {
    language: 'es',
    family: 'overdose',
    rules: {
      taken: {
        severity: 'plan',
        match: `
          (tome|trague|bebi) (todas|toda|todo|veinte|treinta|cuarenta|cincuenta|20|30|40|50|60|un monton de|demasiadas|muchisimas|la caja entera) ~3 ({pastillas}|caja|frasco|bote)
          (me|acabo de|me he|ya me|me acabo de|he|acabo) ~1 (tragarme|tomarme|tragado|tomado|tome|trague) (un|una|el|la) (bote|frasco|caja|blister) (entero|entera) ~2
          (me|acabo de|me he|ya me|me acabo de|he|acabo) ~1 (tomar|tomarme|tomado|tome|tragar|tragado|trague|tragarme|bebido|bebi|beberme) ~1 (todas|todo|toda|entera|entero|un monton de|muchas|muchisimas|demasiadas|veinte|treinta|cuarenta|#|medio|la caja|el frasco|el bote|todos) ~3 ({pastillas}|pastillas|caja|frasco|lejia)
          (acabo de|me he|me acabo de|he) ~2 (lejia|veneno|cloro|matarratas|raticida|insecticida)
          (bebi|tome|tomado|bebido|trague) ~1 (lejia|veneno|cloro|matarratas|raticida|insecticida)
          (tengo|tome|sufro|me he hecho) una sobredosis`,
        unless:
          '(# (pastillas|pastilla|comprimidos) (para|por|al)|una pastilla|receta|gato|perro|cafe|serie|series|chocolate*|bombon*|galleta*|helado|zumo|jugo|vitaminas|abuela|dos (pastillas|paracetamol|comprimidos|ibuprofenos))',
        ignore: ['past'],
      },
      taken_much: {
        severity: 'plan',
        match:
          '(tome|trague|tomado|tragado|tome|ingeri) ~2 (muchas|todas|demasiadas|un bote de|una caja de|un frasco de|un monton de|muchisimas) ~2 {pastillas}',
        unless: '(gato|perro|vitaminas|en total|al año|farmacia|abuela)',
        ignore: ['past'],
      },
      bare_word: {
        severity: 'plan',
        ambiguous: true,
        whole: true,
        match: '[una] sobredosis',
      },
    },
  },
  {
    language: 'fr',
    family: 'overdose',
    rules: {
      taken: {
        severity: 'plan',
        match: `
          (je viens d|je viens de|j ai|viens d|viens de|j ai deja) ~1 (avaler|avale|prendre|pris|bu|boire|ingere) ~1 (toute|tout|tous|toutes|une boite entiere|la boite entiere|deux boites|trop de|plein de|vingt|trente|quarante|toute une|beaucoup trop|une plaquette|la plaquette|la boite) ~4 ({medicaments}|boite|plaquette|flacon|tube|somniferes)
          (je viens de|j ai|viens de) ~1 (bu|boire|avale|avaler) ~2 (javel|l eau de javel|de la javel|poison|du poison|deboucheur|antigel|mort aux rats)
          j ai tout (avale|pris) ~4 ({medicaments}|cachets|vodka|alcool|boite)
          (j ai|fait|je fais) ~1 (une overdose|un surdosage)
          (j ai|je viens d) (pris|avale|avaler) (20|30|40|50|60|15|25|vingt|trente|quarante|cinquante) {medicaments}`,
        unless:
          '(chat|chien|cafe|series|chocolat*|bonbon*|gateau*|biscuit*|chips|macaron*|olives|vitamines|pilulier|sur (un|le) mois|netflix)',
        ignore: ['past'],
      },
      bare_word: {
        severity: 'plan',
        ambiguous: true,
        whole: true,
        match: '[une|j ai fait une|je fais une] (overdose|surdose)',
      },
    },
  },
  {
    language: 'de',
    family: 'overdose',
    rules: {
      taken: {
        severity: 'plan',
        match: `
          (habe|hab|gerade) ~4 (alle|die ganze|die ganzen|eine ganze|die komplette|zu viele|20|30|40|50|60|25|15|zwanzig|dreißig|vierzig|fünfzig|eine handvoll|jede menge|sämtliche|alles an|meine ganzen) ~2 {tabletten} ~4 (geschluckt|genommen|eingenommen|runtergespült|intus|schlucken)
          (habe|hab) ~1 (20|30|40|50|60|25|15|zwanzig|dreißig|vierzig|fünfzig) ~1 {tabletten} ~2 (geschluckt|genommen|eingenommen|intus)
          (habe|hab) ~3 (überdosis|überdosiert)
          (habe|hab) ~3 (bleichmittel|rohrreiniger|gift|rattengift|frostschutzmittel|chlorreiniger|domestos) ~2 (getrunken|geschluckt)
          (alle|ganze|ganzen) {tabletten} ~2 (geschluckt|genommen|eingenommen)`,
        unless:
          '(gegessen|katze|hund|kaffee|serien|schokolade|vitamine|über die woche|verteilt|sortiert|zurück|oma|entsorgt)',
        ignore: ['past'],
      },
      bare_word: {
        severity: 'plan',
        ambiguous: true,
        whole: true,
        match: '[eine] überdosis',
      },
    },
  },
  {
    language: 'pt',
    family: 'overdose',
    rules: {
      taken: {
        severity: 'plan',
        match: `
          (acabei de|tomei|engoli|já tomei|bebi|ingeri) ~1 [tomar|engolir|beber|ingerir] ~1 (todos|toda|tudo|a cartela inteira|a caixa inteira|uma cartela inteira|uma cartela|duas cartelas|o frasco inteiro|muitos|vários|vinte|trinta|quarenta|20|30|40|50|60|a caixa toda|um monte de|demais) ~4 ({comprimidos}|cartela|frasco|caixa)
          (acabei de|tomei|engoli) ~1 [tomar|engolir] ~1 (cartela|caixa|frasco) (inteira|inteiro|toda|todo)
          (acabei de tomar|tomei|engoli) ~1 (a|uma|o) (cartela|caixa|frasco) (inteira|inteiro|toda|todo)
          (bebi|acabei de beber|tomei|engoli) ~1 (água sanitária|alvejante|veneno|soda cáustica|chumbinho|lixívia)
          (tive|tomei|estou tendo|fiz) uma overdose`,
        unless:
          '(gato|cachorro|café|séries|chocolate*|biscoito*|bombon*|sorvete|vitaminas|dois comprimidos|um comprimido|avó (toma|precisa|tem)|ao longo)',
        ignore: ['past'],
      },
      bare_word: {
        severity: 'plan',
        ambiguous: true,
        whole: true,
        match: '[uma] overdose',
      },
    },
  },
  {
    language: 'it',
    family: 'overdose',
    rules: {
      taken: {
        severity: 'plan',
        match: `
          (ho appena|ho|ho già) ~1 (ingoiato|preso|bevuto|mandato giù|inghiottito|buttato giù|ingerito) ~1 (tutta|tutte|tutto|un intera|una scatola intera|troppe|venti|trenta|quaranta|20|30|40|50|60|l intera|mezza|due scatole|una manciata di) ~3 ({pastiglie}|scatola|flacone|sonniferi|confezione)
          (ho appena|ho) ~1 (bevuto|ingoiato) ~2 (candeggina|veneno|veleno|antigelo|acido|varechina|topicida)
          (ho|sono in|fatto) ~1 (overdose|un overdose)`,
        unless: '(gatto|cane|caffè|serie|cioccolat*|biscott*|gelato|patatine|vitamine|nonna|nel mese)',
        ignore: ['past'],
      },
      taken_much: {
        severity: 'plan',
        match:
          'ho ~1 (ingoiato|preso|mandato giù|buttato giù|ingerito) ~1 (una scatola|un flacone|una confezione|un mucchio|tantissime|tante|una manciata) ~1 [di] {pastiglie}',
        unless: '(gatto|cane|vitamine|nonna|nel mese)',
        ignore: ['past'],
      },
      bare_word: {
        severity: 'plan',
        ambiguous: true,
        whole: true,
        match: '[un] overdose',
      },
    },
  },
  {
    language: 'zh',
    family: 'overdose',
    rules: {
      taken: {
        severity: 'plan',
        match: `
          (刚|刚刚|已经|我|刚才) ~6 (整瓶|一整瓶|全部|所有|一大把|几十片|几十颗|半瓶|一瓶|整盒|一整盒|三十片|二十片|五十片) ~3 {yao} ~4 (吃|吞|喝)
          (吃|吞|喝) 了 ~2 (整瓶|一整瓶|全部|所有|一大把|几十片|几十颗|半瓶|一瓶|整盒|一整盒|三十片|二十片|五十片|# 片|# 颗|很多片) ~3 {yao}
          {yao} ~3 (全|都|全都|全部) ~1 (吃了|吞了|吃掉了|喝了|吃下去了)
          (喝|吞) 了 ~3 (农药|百草枯|敌敌畏|漂白水|洁厕灵|老鼠药|消毒液|毒药)
          服药过量
          吃药过量`,
        unless: '(猫|狗|感冒药按|维生素|今晚就|打算|准备|医生让|疗程)',
        ignore: ['past'],
      },
      taken_much: {
        severity: 'plan',
        match: '(吃|吞|服) 了 ~1 (很多|好多|大量|一堆|全部|所有|太多) ~2 {yao}',
        unless: '(猫|狗|感冒|维生素|医生|疗程|中药|这些年|为了治)',
        ignore: ['past'],
      },
    },
  },
]
