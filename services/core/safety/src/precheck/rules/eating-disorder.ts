import type { RuleSet } from './rule.ts'

/** Purging, starving as a goal, and the danger signs around them; ordinary dieting and illness do not count. */
const thin =
  '(thin|thinner|skinny|skinnier|slim|slimmer|lose weight|losing weight|get fat|gain weight|gaining weight|so fat|too fat|im fat|am fat|feel fat|feel so fat|lighter|smaller|bones|weigh less|size zero)'

export const eatingDisorder: readonly RuleSet[] = [
  {
    language: 'en',
    family: 'eating_disorder',
    rules: {
      purge: {
        severity: 'method',
        match: `
          (made|make|making|makes|forced|force|forcing) myself (throw up|sick|vomit|puke|purge|be sick|throwing up|throw it up)
          (throw|throwing|threw|puke|puking|vomit|vomiting) ~2 (up|everything up) ~2 (after (every|each|dinner|lunch|eating|meals|a meal|i eat)|on purpose|my dinner on purpose|to get rid|so i dont gain|to stay thin|in secret|deliberately)
          (purge|purging|purged|binged and purged|binge and purge|bingeing and purging|binging and purging|bulimia|bulimic|anorexia|anorexic|pro ana|thinspo) ~6 (again|after|every|everything|last night|today|tonight|voice|relapse*|wins|back|lately|my|cant stop|daily)
          (binged|binge|binges|bingeing|binging) ~4 (purged|purge|purging|threw up|laxatives|throw up|starve|fasted)
          (threw|throw|throwing) up ~6 (to|so i) ~1 (get|be|stay|become|stays) (thin|skinny|thinner|skinnier|slim)
          (fingers|finger|toothbrush) down my throat
          (laxatives|laxative|diet pills|diuretics|ipecac) ~6 (lose|weight|ate|eat|eating|calories|thin|after|every|again|empty|abuse|dinner|daily|skinny)
          (taking|take|took|abuse|abusing|using|swallowed) ~2 (laxatives|diet pills|diuretics) ~3`,
        unless: `
          (doctor|colonoscopy|prescribed|constipat*|pharmacist|nurse|surgery|documentary|lecture|recovered|dog|cat|vet)
          (purge|purged|purging) ~3 (closet|wardrobe|inbox|photos|contacts|data|cache|emails|stuff|clothes|garage|movie)
          (food poisoning|hangover|hungover|stomach bug|norovirus|prawns|rollercoaster|seasick|pregnan*|morning sickness|chemo|migraine|dodgy)
          (years|months) (in|of|into) recovery`,
        ignore: ['person'],
      },
      to_be_thin: {
        severity: 'method',
        match: `
          (not eat|want to eat|dont eat|not eating|not eaten|havent eaten|never eat|stopped eating|stop eating|eat nothing|eating nothing|only drink water|only drinking water|no food|skip meals|skip every meal|fast|fasting|starve|starving|vomit|puke|throw up) ~1 [anymore|anything|at all|completely|food|myself|for days|since ~1|for ~2|in ~2] ~1 (to|so|so that|because|until|and|till) ~5 ${thin}
          (havent|have not|not|hadnt) eaten ~1 (since|for|in) ~3 (to|so|so that|because|until) ~5 ${thin}
          ${thin} ~4 [so|and|that|because|but] i (dont|do not|cant|cannot|wont|never|stopped|refuse to) ~1 (eat|eating)
          (fast|fasted|fasting) ~3 (days|weeks) ~2 to ~2 ${thin}
          (throw|throwing|give|giving) ~1 (my|the) (lunch|food|dinner|breakfast|meals|sandwich*) ~1 away ~8 ${thin}
          (count|counting) every calorie ~4 (starve|starving|fast|scared|afraid)
          (vomit|vomiting|vomited|puke|puking|throw up|throwing up|threw up) (on purpose|after (meals|eating|i eat|dinner|lunch|food|every meal)|deliberately)
          (force|forcing|forced|make|making) myself to (throw up|vomit|puke|be sick|purge)
          (guilty|fat|disgusting|ashamed) ~4 (eat|eating|ate|meal|food) ~3 (throw up|throwing up|vomit|purge|starve|stop eating)
          (binge|binged|bingeing|binging) ~3 (vomit|vomited|puke|throw up|purge)
          (eat|eating|ate|eaten) ~1 (100|150|200|250|300|350|400|450|500) (calories|kcal|cals) (a|per|every|each|all) day
          only (eat|eating|ate|have|had) ~1 (one|an|half an|a) (apple|egg|cracker|carrot|cucumber|rice cake|yogurt|salad) (a|per|each|all|every) day
          (faint|fainted|fainting|passed out|blacked out|dizzy|collapsed) ~6 (dont eat|do not eat|not eat|didnt eat|wont eat|never eat)
          (period|periods) ~2 (stopped|gone|missing) ~6 (eat|eating|weight|thin|starv*)
          (see|feel|show|count) my (bones|ribs|collarbones|hip bones) ~8 (thin|skinny|proud|weight|eat|perfect|pretty|happy)
          (so thin|so skinny|thin enough) ~3 (bones|ribs|disappear|nothing left)
          (chew|chewing) and (spit|spitting)
          (hunger|being hungry|empty stomach|starving) ~1 (makes me feel|feels) ~1 (good|strong|proud|powerful|clean|pure|safe)
          (hide|hiding|hid) ~1 my food ~6 (eat|eating|eaten)`,
        unless: `
          (ramadan|lent|intermittent|blood test|surgery|colonoscopy|yom kippur|flu|stomach bug|food poisoning|toothache|norovirus|covid|chemo|ekadashi|doctor|dentist|prawns|hangover|hungover|pregnan*|morning sickness|migraine|rollercoaster|seasick|16 8|until noon)
          (dog|cat|hamster|rabbit|baby|toddler|puppy|kitten|he|she) ~4 (eaten|eating|eat|vomit*|throw*)
          (bread|sugar|carbs|meat|sweets|chocolate|cheese|pasta|dairy|fast food|junk food|dessert)`,
        ignore: ['negation', 'person'],
      },
      has_it: {
        severity: 'thoughts',
        match: `
          (i|im|ive|think|probably|still|am) ~3 (am|have|got|had|becoming|become|was|be|im|developed) ~1 (bulimic|anorexic|bulimia|anorexia|[an] eating disorder|eating disordered|ednos|orthorexia|arfid|binge eating disorder)
          (food|eating) (scares|terrifies|frightens|disgusts) me`,
        unless:
          '(lecture|essay|documentary|thesis|seminar|patients|recovered|healed|class on|workshop|talk on|film|novel|podcast|spicy|spinning|(raw|hospital|canteen) food)',
        ignore: ['person'],
      },
      not_eating: {
        severity: 'method',
        ambiguous: true,
        alone: true,
        match: `
          (havent|have not|not|hadnt|without) ~1 (eaten|ate|eat|eating|had food|food) ~2 (all week|a week|for days|in days|a whole week|over a week|for weeks|in weeks)
          (dont|do not|cant|cannot|refuse to|stopped|not|quit|wont) ~1 (eat|eating) (anything|anymore|at all|any food|food anymore)
          [only] (drink|drinking|drank|live on|living on) only water
          only (drink|drinking|drank) water ~3 (days|proud|week|nothing|food|eat)
          (feel|feeling|felt) (guilty|disgusting|fat) (when|after|every time|whenever|each time|for) ~1 (i eat|eating|i ate|i have eaten)`,
        unless:
          '(out|sweet|spicy|raw|green|meat|sugar|bread|carbs|chocolate|dairy|gluten|fish|sweets|cake|flu|fever|ill|sick|bug|covid|nausea|pregnan*|chemo|surgery|braces|tooth*|ramadan|lent|broke|no money|animals|leftovers|your|his|her|their|dog|cat|baby|toddler|puppy|kitten|son|daughter|my last|at this|there|in bed|after (eight|nine|ten|#)|before)',
        ignore: ['negation'],
      },
      bare_word: {
        severity: 'thoughts',
        ambiguous: true,
        whole: true,
        match: `
          [my|i|im] (anorexia|bulimia|anorexic|bulimic|pro ana|thinspo|eating disorder|purge|purging) [again|help]
          [i] [have] (stopped eating|refuse to eat|stop eating|dont eat) [now|again|completely]`,
        ignore: ['negation'],
      },
      starve: {
        severity: 'intent',
        match: `
          (havent|have not|not|havent really|hadnt|without) ~1 (eaten|ate|eat|eating|had food|had any food|had anything|eaten anything) ~3 (in|for|since) ~1 (two|three|four|five|six|seven|several|2|3|4|5|6|7|many) (days|weeks)
          (starve|starving|starved|fasting) myself ~6
          (starve|starving) ~2 (until|so that|to be|to get) ~2 (thin|skinny|bones|smaller|nothing|disappear|lighter|weigh)
          (hide|hiding|hid|flush|flushing) ~1 (my|the) (dinner|food|lunch|meals|breakfast) ~3 (napkin|napkins|pocket|pockets|bag|dog|bin|sleeve|sleeves|toilet)
          # (kg|kilos|lbs|pounds) ~1 and ~2 (want|wana|aiming|need|goal|target) ~3 #
          (had|eaten|ate) ~1 (only|just|one|an|a|half|nothing|nothing but) ~3 since (yesterday|the day before|monday|tuesday|wednesday|thursday|friday|saturday|sunday|last ~1|days) ~6 (rid|weigh|fat|weight|kilos|pounds|calories|proud|strong|empty|thin|scale|scales|if i eat)
          (get|getting|got) rid of (it|everything|the food|dinner|lunch|what i ate|whatever i eat) ~1 (after|afterwards|straight|in the|before it)
          # (kilos|kg|kilo|pounds|lbs|stone) ~1 and ~2 (fat|pig|huge|disgusting|whale|cow|gross|obese|too much|not enough)
          (not eating|wont eat|not touching food|no food|will not eat|refuse to eat) ~1 (till|until|til|before) ~1 (i|im|the scale|the scales) ~3 (#|see|weigh|reach|fit|thin|thinner|skinny|says|below|under)
          (only|just) ~1 (eat|eating|ate|allow myself|allowing myself|had) ~1 (100|200|300|400|500|one hundred|two hundred|three hundred|four hundred|five hundred) (calories|kcal|cals) ~2
          (under|below|less than) ~1 (300|400|500|five hundred|600) (calories|kcal|cals) (a day|today|per day|again|every day)
          (fainted|fainting|faint|blacked out|passed out|dizzy|collapsed) ~8 (not eating|havent eaten|starving|fasting|empty stomach|calories|restricting|still too fat|still fat)
          (dont|do not|doesnt) deserve (to eat|food|dinner|lunch)
          (afraid|scared|terrified) (of|to) (eat|eating|food|calories|gaining weight|gain weight|gaining) ~6
          (feels|feel|felt|like) ~3 (empty|bones|hollow|hip bones|ribs|collarbones) ~6 (good|control|proud|powerful|victory|win|clean|perfect|pure|safe)
          (hate|disgusted by|cant stand) ~2 (my fat body|how fat i am|my disgusting body) ~8 (eat|eating|starve|food|calories|throw up|skip)
          (restricting|restrict) (again|food|my food|my eating|calories|all week|since)
          my (eating disorder|anorexia|bulimia|ed) ~2 (is|voice|says|tells|back|wins|winning|screams|relapse*|got)`,
        unless: `
          (ramadan|lent|intermittent|blood test|surgery|colonoscopy|yom kippur|flu|stomach bug|food poisoning|toothache|jet lag|sick with|tonsil*|norovirus|covid|chemo|ekadashi|pizza|junk food for|meat in|sugar in|sweets in|meat for|chocolate for|out in|out for|sushi|takeaway|since lunch|bread)
          (starving|starve) (artists|children|kids|for)
          (dog|cat|hamster|rabbit|baby|toddler|puppy|kitten|he|she) ~4 (eaten|eating|eat)
          (starved|starve|starving) myself of (sleep|fun|holidays|sunlight)`,
        ignore: ['negation', 'person'],
      },
    },
  },
  {
    language: 'es',
    family: 'eating_disorder',
    rules: {
      purge: {
        severity: 'method',
        match: `
          (me provoco|me provoque|me he provocado|provocarme|provoco|me induzco|me obligo a|me hago) ~1 (el vomito|vomito|vomitar|vomitos|a vomitar)
          (vomito|vomite|vomitar|vomitarlo) ~2 para (no engordar|adelgazar|bajar)
          (luego|despues) (vomito|lo vomito|la vomito|me hago vomitar)
          (vomito|vomite|vomitar|vomitado) ~2 (despues de|tras|cada|a escondidas|todo lo que|lo que como|a proposito)
          (dedos|dedo) ~2 (garganta|la boca)
          (laxantes|diureticos|pastillas para adelgazar) ~6 (adelgazar|peso|comer|comida|cena|todos|otra|engordar|bajar|comi|compensar)
          (llevo|hace) ~1 (dos|tres|cuatro|cinco|2|3|4|5|varios) dias sin (comer|probar bocado|comer nada)
          (no merezco comer|me da miedo comer|miedo a comer|miedo a engordar|me mato de hambre a proposito|dejar de comer para)
          mi (anorexia|bulimia|tca|trastorno alimenticio|trastorno alimentario)
          (atracon|atracones) ~6 (vomito|vomite|vomitar|laxantes|culpa|ayuno)`,
        unless:
          '(virus|gastroenteritis|embarazo|embarazada|gambas|resaca|medico|estreñimiento|colonoscopia|perro|gato|intoxicacion|fiebre|ramadan|gripe|mayonesa|recuperad*)',
        ignore: ['negation'],
      },
      to_be_thin: {
        severity: 'method',
        match: `
          (no he comido|sin comer|no como|deje de comer|dejado de comer|no comer|no comi|no ceno|ayuno) ~5 (para|por) ~1 (adelgazar|estar flaca|estar flaco|estar delgada|estar delgado|bajar de peso|no engordar|ser flaca|perder peso|ser delgada)
          (tengo|sufro|soy|padezco) ~1 (anorexia|bulimia|anorexica|anorexico|bulimica|bulimico|un tca|un trastorno alimenticio|un trastorno alimentario|de anorexia|de bulimia)
          (llevo|hace) ~1 (una semana|varios dias|# dias) sin comer ~3 para`,
        unless:
          '(carne|azucar|pan|dulces|chocolate|ramadan|medico|analisis|intermitente|lactosa|harina*|recuperad*|hace años|ensayo|charla)',
        ignore: ['negation'],
      },
      bare_word: {
        severity: 'thoughts',
        ambiguous: true,
        whole: true,
        match: `
          [la|mi|tengo] (anorexia|bulimia|anorexica|bulimica)
          [yo|ya] (deje de comer|no como nada|no quiero comer mas)`,
        ignore: ['negation'],
      },
    },
  },
  {
    language: 'fr',
    family: 'eating_disorder',
    rules: {
      purge: {
        severity: 'method',
        match: `
          (je me|me|me suis|je me suis) (fais|fait|faire|force a|forcee a|forces a) vomir
          (vomis|vomi|vomir) ~2 (apres chaque|apres avoir mange|apres le repas|en cachette|expres|tout ce que je mange|volontairement|apres le diner)
          (doigts|doigt) ~2 (gorge|bouche)
          (laxatifs|laxatif|coupe faim|diuretiques) ~6 (maigrir|poids|mange|repas|manger|grossir|perdre|compenser|chaque|encore)
          (mange|avale|mangeais) ~1 (rien|pas|plus rien) depuis (deux|trois|quatre|cinq|#|plusieurs) jours
          (rien mange|pas mange|plus mange|rien avale) ~2 (depuis|pendant) (deux|trois|quatre|cinq|2|3|4|5|plusieurs) jours
          (je ne merite pas|je merite pas) de manger
          (peur|terrifiee|angoisse) (de|a l idee de) (manger|grossir|prendre du poids) ~4
          (mon|ma) (anorexie|boulimie|tca)
          (crise|crises) de boulimie
          (je m affame|m affamer|je me prive de manger)`,
        unless:
          '(gastro|enceinte|grossesse|huitres|cuite|medecin|constipation|coloscopie|chien|chat|intoxication|fievre|ramadan|grippe|guerie|gueri|conference|reportage)',
        ignore: ['negation'],
      },
      to_be_thin: {
        severity: 'method',
        match: `
          (pas mange|mange plus|mange pas|mange rien|rien mange|arrete de manger|sans manger|jeune) ~5 pour ~1 (maigrir|etre mince|etre maigre|perdre du poids|ne pas grossir|pas grossir|mincir)
          (je suis|suis|j ai|souffre d|souffre de) ~2 (anorexique|boulimique|anorexie|boulimie|trouble alimentaire|tca|troubles alimentaires)
          (vomis|vomit|vomir) ~1 (apres les repas|apres manger|apres chaque repas|expres)`,
        unless:
          '(viande|sucre|pain|chocolat|ramadan|medecin|prise de sang|intermittent|gueri*|expose|conference|gastro|enceinte|reportage)',
        ignore: ['negation'],
      },
      bare_word: {
        severity: 'thoughts',
        ambiguous: true,
        whole: true,
        match: `
          [l|mon|j ai] (anorexie|boulimie|anorexique|boulimique)
          [je] [j ai] (arrete de manger|ne mange plus|mange plus)`,
        ignore: ['negation'],
      },
    },
  },
  {
    language: 'de',
    family: 'eating_disorder',
    rules: {
      purge: {
        severity: 'method',
        match: `
          (finger) ~2 (in den hals|im hals|in den rachen|hals)
          (mich|ich) ~4 (zum erbrechen|zum kotzen|zum übergeben) ~1 (gebracht|bringe|zwinge|gezwungen|bringen)
          (ess|esse|gegessen|iss) ~1 seit (zwei|drei|vier|fünf|#|mehreren) tagen (nichts|nix|kaum)
          (erbreche|kotze|übergebe|erbrochen|übergeben|gekotzt|ausgekotzt|auskotzen|kotzen) ~4 (nach jedem|absichtlich|heimlich|nach dem essen|um nicht zuzunehmen|mit absicht|damit ich nicht)
          (nach jedem essen|nach dem essen|absichtlich|heimlich) ~3 (erbrochen|übergeben|gekotzt|erbreche|kotze|auf dem klo)
          (abführmittel|appetitzügler|entwässerungstabletten) ~8 (abnehmen|abzunehmen|dünner|gewicht|essen|gegessen|dünn|nehmen|zunehmen|kalorien|wieder|jeden)
          (seit|schon) ~1 (zwei|drei|vier|fünf|2|3|4|5|mehreren) tagen ~2 (nichts|nicht|nichts mehr|kaum etwas) ~1 (gegessen|essen)
          (verdiene|verdien) ~3 (nicht zu essen|kein essen|nichts zu essen)
          (angst) (vor dem essen|zu essen|zuzunehmen|vorm zunehmen|vorm essen)
          (meine|die) (magersucht|bulimie|essstörung|anorexie) ~6
          (hungere|hungern) ~3 (mich|absichtlich|bis|um dünn|um abzunehmen|runter)
          (fressanfall|fressanfälle|essanfall) ~6 (erbrochen|gekotzt|kotzen|übergeben|abführmittel|danach)`,
        unless:
          '(magen darm|schwanger|verstopfung|arzt|ärztin|darmspiegelung|hund|katze|fieber|ramadan|grippe|kater|lebensmittelvergiftung|geheilt|überwunden|doku|vortrag)',
        ignore: ['negation'],
      },
      to_be_thin: {
        severity: 'method',
        match: `
          (nichts|nicht|nix|kaum|nichts mehr|nicht mehr|hungere|faste|weniger) ~1 [gegessen|essen|ess] ~1 (um|damit ich) ~1 (abzunehmen|dünn zu werden|dünner zu werden|schlank zu werden|dünn werde|abnehme|dünn zu sein|nicht zuzunehmen|nicht zunehme)
          (bin|hab|habe|leide) ~2 (magersüchtig|bulimisch|anorektisch|magersucht|bulimie|anorexie|eine essstörung|essstörung|an magersucht|an bulimie|essgestört)
          seit (einer woche|tagen|einer ganzen woche|mehr als einer woche) ~1 (nichts|nicht|nichts mehr) ~1 gegessen`,
        unless:
          '(fleisch|zucker|brot|schokolade|ramadan|arzt|blutabnahme|intervall*|geheilt|überwunden|referat|vortrag|doku|magen darm|grippe)',
        ignore: ['negation'],
      },
      bare_word: {
        severity: 'thoughts',
        ambiguous: true,
        whole: true,
        match: `
          [meine] (magersucht|bulimie|magersüchtig|essstörung|anorexie)
          ich (esse|ess) (nicht mehr|nichts mehr|gar nichts mehr|nichts)
          [ich] [hab|habe] aufgehört zu essen`,
        ignore: ['negation'],
      },
    },
  },
  {
    language: 'pt',
    family: 'eating_disorder',
    rules: {
      purge: {
        severity: 'method',
        match: `
          (provoco|provoquei|provocar|forço|forcei|induzo|induzi) ~1 (vômito|o vômito|vômitos|vomitar|a vomitar|o vomito)
          (vomito|vomitei|vomitar) ~2 (depois de comer|depois de cada|escondida|escondido|tudo que como|de propósito|tudo o que como|após comer|após cada)
          (dedos|dedo) ~2 (garganta|goela)
          (laxantes|laxante|diuréticos|remédio para emagrecer) ~6 (emagrecer|peso|comer|comida|engordar|comi|perder|compensar|todo)
          (há|faz) ~1 (dois|três|quatro|cinco|2|3|4|5) dias (sem comer|que não como|que nao como)
          (não como|sem comer) [nada] há (dois|três|quatro|cinco|2|3|4|5) dias
          (não mereço comer|medo de comer|medo de engordar|parar de comer para)
          minha (anorexia|bulimia)
          meu transtorno alimentar
          compulsão ~6 (vomitei|vomito|vomitar|laxante)`,
        unless:
          '(virose|grávida|gravidez|camarão|ressaca|médico|constipação|prisão de ventre|colonoscopia|cachorro|gato|intoxicação|febre|gripe|recuperad*)',
        ignore: ['negation'],
      },
      to_be_thin: {
        severity: 'method',
        match: `
          (não como|não comi|sem comer|parei de comer|não comer|jejum|deixei de comer) ~5 (para|pra) ~1 (emagrecer|ficar magra|ficar magro|perder peso|não engordar|ser magra|afinar)
          (tenho|sofro|sou) ~1 (anorexia|bulimia|anoréxica|anoréxico|bulímica|bulímico|transtorno alimentar|de anorexia|de bulimia)`,
        unless:
          '(carne|açúcar|pão|doces|chocolate|ramadã|médico|exame|intermitente|lactose|glúten|recuperad*|anos atrás|palestra|trabalho sobre)',
        ignore: ['negation'],
      },
      bare_word: {
        severity: 'thoughts',
        ambiguous: true,
        whole: true,
        match: `
          [tenho] (anorexia|bulimia|anoréxica|bulímica)
          [eu] (parei de comer|não como mais|não como nada)`,
        ignore: ['negation'],
      },
    },
  },
  {
    language: 'it',
    family: 'eating_disorder',
    rules: {
      purge: {
        severity: 'method',
        match: `
          (mi provoco|mi sono provocata|mi sono provocato|provocarmi|mi induco|mi costringo a) ~1 (il vomito|vomito|vomitare|conati)
          (vomito|vomitato|vomitare) ~2 (dopo mangiato|dopo ogni|di nascosto|apposta|tutto quello che mangio|dopo aver mangiato|dopo i pasti|dopo cena apposta)
          (dita|dito) ~2 (gola|in gola)
          (lassativi|lassativo|diuretici|pillole dimagranti) ~6 (dimagrire|peso|mangiato|mangiare|ingrassare|perdere|compensare|ogni)
          (non mangio|sono|digiuno) ~1 da (due|tre|quattro|cinque|2|3|4|5) giorni
          (da) (due|tre|quattro|cinque|2|3|4|5) giorni (non mangio|senza mangiare|non tocco cibo)
          (non merito di mangiare|paura di mangiare|paura di ingrassare|smettere di mangiare per)
          la mia (anoressia|bulimia)
          (il mio) (disturbo alimentare|dca)
          (abbuffata|abbuffate|abbuffo) ~6 (vomito|vomitato|lassativi|vomitare)`,
        unless:
          '(virus|incinta|gravidanza|gamberi|sbornia|medico|stitichezza|colonscopia|cane|gatto|intossicazione|febbre|influenza|guarita|guarito|gastroenterite)',
        ignore: ['negation'],
      },
      to_be_thin: {
        severity: 'method',
        match: `
          (non mangio|non ho mangiato|senza mangiare|smesso di mangiare|non mangiare|digiuno) ~5 per ~1 (dimagrire|essere magra|essere magro|perdere peso|non ingrassare)
          (sono|soffro di|ho) ~1 (anoressica|anoressico|bulimica|bulimico|anoressia|bulimia|un disturbo alimentare|l anoressia)
          mi (faccio vomitare|sono fatta vomitare|sono fatto vomitare)`,
        unless:
          '(carne|zucchero|pane|dolci|cioccolat*|ramadan|medico|esami|intermittente|lattosio|glutine|guarit*|anni fa|conferenza|tesi|gamberi|sbornia)',
        ignore: ['negation'],
      },
      bare_word: {
        severity: 'thoughts',
        ambiguous: true,
        whole: true,
        match: `
          [ho|l] (anoressia|bulimia|anoressica|bulimica)
          (ho smesso di mangiare|non mangio più|non mangio niente)`,
        ignore: ['negation'],
      },
    },
  },
  {
    language: 'zh',
    family: 'eating_disorder',
    rules: {
      purge: {
        severity: 'method',
        match: `
          (催吐|抠喉|扣喉|抠吐)
          (吃完|饭后|吃了) ~6 (逼自己吐|强迫自己吐|吐出来|吐掉|去吐|故意吐)
          (手指|牙刷) ~3 (伸进|塞进|插进|抠) ~2 (喉咙|嗓子)
          (泻药|减肥药|利尿剂) ~8 (减肥|瘦|吃|体重|排|吃了)
          (吃|用) ~2 (泻药|减肥药) ~6
          (两|三|四|五|几|好几) 天 ~3 (没吃|没有吃|不吃|滴米未进|没进食|只喝水|没吃东西)
          (厌食症|暴食症|贪食症|进食障碍) ~6 (我|又|复发)
          我 ~3 (厌食症|暴食症|贪食症|进食障碍)
          暴食 ~6 (吐|泻药|断食|后悔)
          (不配|不敢|害怕) (吃饭|吃东西|进食|长胖|变胖)`,
        unless:
          '(没吃 ~1 (火锅|肉|辣|零食|外卖|甜|面|水果|早餐|烧烤|海鲜)|肠胃炎|怀孕|孕吐|医生|便秘|肠镜|狗|猫|中毒|发烧|海鲜|喝酒|宿醉|纪录片|讲座|感冒|宝宝)',
        ignore: ['negation'],
      },
      to_be_thin: {
        severity: 'method',
        match: `
          (不吃|没吃|没有吃|不吃饭|没吃饭|绝食|断食|饿) ~6 (为了瘦|为了减肥|减肥|变瘦|瘦下来|瘦一点)
          (一个星期|一周|一星期|好多天|整周|几个星期) ~2 (没吃|没有吃|不吃|没进食)
          (吃完|吃了) ~1 就 ~1 吐`,
        unless:
          '(没吃 ~1 (火锅|肉|辣|零食|外卖|甜|面|水果|早餐|烧烤|海鲜)|肠胃|怀孕|孕吐|医生|狗|猫|中毒|发烧|海鲜|喝酒|宿醉|纪录片|感冒|宝宝|晕车|糖|夜宵|晚饭后)',
        ignore: ['negation'],
      },
      bare_word: {
        severity: 'thoughts',
        ambiguous: true,
        whole: true,
        match: '(厌食症|暴食症|贪食症|进食障碍|厌食|催吐)',
        ignore: ['negation'],
      },
    },
  },
]
