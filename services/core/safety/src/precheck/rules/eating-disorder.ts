import type { RuleSet } from './rule.ts'

/** Purging, starving as a goal, and the danger signs around them; ordinary dieting and illness do not count. */
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
    },
  },
]
