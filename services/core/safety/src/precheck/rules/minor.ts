import type { RuleSet } from './rule.ts'

/** A child who writes of abuse, grooming or neglect, or an adult who writes of a child at risk. */
const enMinor = `
  (im|i am|iam|am|being|turned|only) ~1 (8|9|10|11|12|13|14|15|16|17|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)
  (8|9|10|11|12|13|14|15|16|17) [years] (old|yo|yrs)
  (in|im in|year|grade) ~1 (4th|5th|6th|7th|8th|9th|10th|11th|fifth|sixth|seventh|eighth|ninth|tenth|eleventh) grade
  in (y7|y8|y9|y10|y11|yr 7|yr 8|yr 9|yr 10|yr 11)
  (middle school|primary school|elementary school|year (5|6|7|8|9|10|11)|grade (4|5|6|7|8|9|10|11)|high school|my foster (mum|mom|dad|parents|mother|father|home)|childrens home|freshman|sophomore)
  (im|i am) (a kid|a minor|a child|underage|not 18 yet|not eighteen)`

export const minorAtRisk: readonly RuleSet[] = [
  {
    language: 'en',
    family: 'minor_at_risk',
    rules: {
      child_writes: {
        severity: 'intent',
        match: `
          (my|the|a|his|her) ~2 ({parent}|coach|teacher|priest|pastor|tutor|neighbour|neighbor|cousin|babysitter|family friend|man|guy|moms boyfriend|mums boyfriend|boyfriend|stepbrother|older brother|grandfather) ~4 (touches|touched|touching|hits|hit|beats|beat|beating|hurts|hurt|kisses|kissed|comes into my|came into my|rapes|raped|molests|molested|locks|locked|punches|slaps|kicks|chokes|burns|whips|starves|gropes|undresses|films|filmed|watches me) ~2 (me|my|room|bed|at night|with a belt|in the shower|undress)
          (touches|touched|touching|molests|raped|rapes|beats|hits|hurts|chokes|whips) me ~6
          (asked|asks|asking|wants|wanted|begging|pressuring|telling|tells|blackmail*|threat*) ~3 (for|me for|to send|me to send|to post|ill send|to share|my) ~2 (nudes|nude|naked|pics without|pictures without|photos without|topless|dirty pics|intimate)
          (wants|wanted|asks for|asked for|asking for|demands) ~1 (nudes|(naked|nude|topless) (pictures|photos|pics|videos|selfies))
          (sit|sat|sitting) on his (lap|knee|knees)
          (hand|hands|fingers) (under|up|down|in|inside) my (skirt|shirt|top|trousers|pants|dress|underwear|knickers|bra|pyjamas)
          (nobody|no one|noone|mum|mom|dad) ~2 (been home|home|come home|came home) ~1 (for|in|since) ~1 (#|two|three|four|five|days|monday|tuesday|wednesday|thursday|friday|saturday|sunday|a week)
          (asked|asks|asking|wants|wanted|wana|begging|demands|keeps asking) ~3 (pics|pictures|photos|pictures of me|photo|selfies|video|videos|a pic|a video) ~2 (without|with no|no|naked|nude|topless|in my (bra|underwear|pants)|of my body)
          (sent|send|sending|posted|post|share|leak|leaked) ~2 (nudes|nude pictures|nude|naked pics|naked photos|my nudes|naked pictures)
          (older|grown|adult|grown up) (man|guy|boyfriend|men|woman) ~6 (sex|meet him|meet me|secret|hotel|kiss|nudes|touch|send|alone)
          (meet|meeting) ~3 (online|discord|snapchat|roblox|instagram) ~8 (secret|alone|older|hotel|dont tell|twenty|thirty|20*|3#)
          (no|isnt any|never any|not enough) food (at home|in the house)
          (left|leave|leaves|leaving) me alone for (days|a week|weeks)
          (mum|mom|dad|mums|moms|dads|parents) ~2 (gone|away|left|disappeared) ~1 since
          no food left
          sleeping (rough|outside|in the park|on the street|(at|in) the (bus|train) station|in a (car|tent|doorway))
          (ran|running|run) away ~3 (home|foster|tonight|again|last night|yesterday|from) ~6
          boyfriend ~4 (19|20|21|22|23|24|25|26|27|28|29|30|31|32|33|34|35|36|37|38|39|40|45|50|thirty|forty|fifty|twenty #)
          (man|guy|adult|stranger|teacher|coach|someone online|he|she) ~1 (wants|wanted|asked|asks|keeps asking) ~1 to (meet me|meet up|see me naked|come to my|touch me|kiss me|sleep with me|have sex)
          (wants|wanted|told|asked|makes|made|forces|forced) me to (undress|strip|take off|take my clothes|touch|get naked|have sex|kiss)
          (sent|send|gave|has|have|showed|share*|leak*|post*) ~3 (nudes|my nudes|naked (photo|photos|pic|pics|picture|pictures|video)|nude (photo|photos|pic|pics|picture|pictures)|pictures of me naked)
          (blackmail*|threaten*) ~3 (me|pictures|photos|nudes|video)
          [i] (ran|run|running|runaway) away
          (home alone|alone at home|left alone|nobody home) ~3 (days|week|weeks|every night|all night|since)
          (left me|leave me|left me home) (alone|all alone|by myself)
          (nobody|no one|noone) ~1 (feeds me|feed me|cooks for me|gives me (food|anything to eat))
          (doesnt|dont|never|wont|do not) (feed me|give me food|cook for me)
          pregnant ~3 (uncle|dad|father|stepdad|step dad|teacher|coach|brother|cousin|boyfriend|rape*)
          (kicked|threw|throwing) me out
          (i was|i got|i have been|i am being|im being|being|i am|im) ~1 (abused|raped|molested|beaten|groomed|touched|trafficked)
          (hurts|hurting|beats|hitting|touching|abusing|beating) me
          (kicked|threw|throwing) me out of (the|our|my) (house|home)`,
        needs: enMinor,
        unless: `
          (film|movie|song|novel|book|story|poem|speech|letter|card|gesture|kindness) ~6 touch*
          touch* me (so much|deeply|when (she|he|they) (said|sang|wrote|gave))
          (chess|tennis|mario|game|fifa|uno|monopoly|cards|table tennis|quiz|race)
          (hit|hits) me (that|with a pillow|with a hug)
          (vaccine|dentist|haircut|nurse|doctor gave|pillow*|wasp|bee|bees|spider|goose|evening|on my own for an hour)`,
        ignore: ['person', 'past', 'reported', 'negation'],
      },
      child_of_writer: {
        severity: 'intent',
        match: `
          (my|a|the|this|our|his|her) ~1 (daughter|son|kid|child|little girl|little boy|niece|nephew|stepdaughter|stepson|student|pupil|kids|children|grandson|granddaughter|baby|toddler|sister|brother|little sister|little brother|neighbours kid|neighbors kid|neighbours child) ~5 (told me|says|said|was|is being|has been|being|came home|came in|came to class|shows|has|with|got|is|gets|that) ~6 (touched|touches|touching|molested|abused|raped|groomed|beaten|hit by|hits|sexually|nudes|bruises|bruised|burned|burns|belt marks|handprint|hurt by) ~4 (her|him|them|by|private|on|from|inappropriately|all over|with|a man|his|every|online|online by)
          (i hit|i shook|i beat|i slapped|i burned|i locked) ~1 (my|the) ~1 (baby|son|daughter|child|kid|kids|toddler|children)
          (i|ive) (shook|shaken) the baby
          (man|guy|adult|stranger|coach|teacher) ~4 (grooming|groomed|asking|sending|messaging|touching|touched) ~3 (my|a|the) ~1 (daughter|son|child|kid|little girl|little boy|niece|nephew|student|pupil|sister|brother)
          (video|videos|photos|pictures) of me as a (child|kid|minor|baby|little girl|little boy)
          (husband|boyfriend|wife|partner|ex|father|mother|stepdad|stepfather|stepmom|stepmother|dad|mum|mom|grandfather|uncle|someone|somebody|neighbour|neighbor|a man|teacher|coach|he|she) ~2 ~1 (hurting|hitting|beating|touching|abusing|molesting|raping|beats|hits|molests|abuses|rapes) ~1 (my|our|the|his|her|their) ~2 (daughter|son|child|kids|children|baby|kid|toddler|girl|boy|sister|brother|stepson|stepdaughter|niece|nephew)
          (little|younger|baby) (sister|brother|cousin) ~1 (is|was|gets|being) ~1 (being abused|abused|beaten|being beaten|raped|molested|being hit|hit by|touched)
          (child|girl|boy|kid|student|pupil) ~2 in my class ~4 (bruises|beaten|abused|afraid to go home|scared to go home|is hit)
          (husband|boyfriend|wife|partner|ex|father|mother|stepdad|grandfather|uncle) ~3 (hits|beats|hurts|touches|shakes|shook|molests|abuses|slapped|burned|locks) ~1 (my|our|the|his|her) ~1 (daughter|son|child|kids|children|baby|kid|toddler|little girl|little boy)`,
        unless: `
          (football|rugby|playground|fell (off|over|down|from)|bike|skateboard|sunburn|sun|tennis|mosquito|soccer|judo|hockey|trampoline|nettles|gymnastics|chess|game|film|movie|book|song|speech|gesture|letter|hit by a (ball|cold|bug)|(baby|kids|childrens) (section|aisle|shop|department|store)|the flu|vaccin*|match|goal|home run|snowball|climbing frame)`,
        ignore: ['person', 'past', 'reported', 'negation'],
      },
    },
  },
  {
    language: 'es',
    family: 'minor_at_risk',
    rules: {
      child_writes: {
        severity: 'intent',
        match: `
          mi (padrastro|padre|tio|abuelo|hermano|primo|madre|profesor|entrenador|papa|mama|vecino|hermanastro) ~2 me ~1 (toca|toco|pega|golpea|viola|violo|lastima|encierra|obliga|besa|beso|hace cosas|manosea|pego)
          (foto|fotos|video|videos) ~2 (sin ropa|desnuda|desnudo|en ropa interior|intimas)
          (me toca|me pega|me manosea|me viola|me golpea) ~4
          (pide|pidio|pidiendo|exige|amenaza) ~4 (fotos desnuda|fotos desnudo|fotos intimas|nudes|desnuda|desnudo|fotos mias)
          (mi) (hija|hijo|sobrina|sobrino|alumna|alumno|niña|niño) ~5 (la toco|lo toco|toca|tocado|abuso|abusado|abusada|golpeado|golpes|moretones|violaron|manosea)`,
        needs: `
          tengo (8|9|10|11|12|13|14|15|16|17)
          tengo (8|9|10|11|12|13|14|15|16|17|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciseis|diecisiete)
          (soy menor|en la secundaria|en primaria|en la eso|en el cole|en el colegio|instituto)
          mi (hija|hijo|sobrina|sobrino|alumna|alumno|niña|niño)`,
        unless:
          '(cancion|pelicula|libro|ajedrez|resfriado|resfriados|gripe|virus|catarro|tos|juego|futbol|se cayo|bici|vacuna|la guitarra|el piano|me toca (a mi|estudiar|fregar|limpiar|ir|hacer|lavar|cocinar))',
        ignore: ['past', 'reported', 'negation'],
      },
    },
  },
  {
    language: 'fr',
    family: 'minor_at_risk',
    rules: {
      child_writes: {
        severity: 'intent',
        match: `
          (mon|ma|le|un) (pere|beau pere|oncle|frere|grand pere|mere|prof|professeur|entraineur|cousin|voisin|coach|belle mere|papa|maman|beau frere) ~2 (me|m a|m) ~1 (frappe|touche|bat|tape|viole|embrasse|force|enferme|caresse|frappee|touchee|cogne|gifle|fait du mal)
          (vient|venait|entre|se glisse) ~1 (dans mon lit|dans ma chambre|sous ma couette) ~2 (nuit|soir|dort)
          (il|elle) (me|m a) (touche|touchee|frappe|caresse|viole|violee) ~4
          (demande|demandait|veut|exige|menace|envoyer) ~4 (photos nue|photos nu|nudes|photos de moi nue|photos intimes|photos sans)
          (ma|mon) (fille|fils|niece|neveu|eleve|petite sœur|petite soeur|petit frere) ~6 (touchee|touche|attouchements|frappee|bleus|abusee|violee|coups)`,
        needs: `
          j ai (8|9|10|11|12|13|14|15|16|17|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix sept) ans
          (je suis mineure|je suis mineur|au college|en 6eme|en 5eme|en 4eme|en 3eme|en cm2|au lycee|en seconde)
          (ma|mon) (fille|fils|niece|neveu|eleve|petite sœur|petite soeur|petit frere)`,
        unless:
          '(chanson|film|livre|echecs|jeu|foot|tombee|tombe|velo|vaccin|touche beaucoup|partie|piano|guitare)',
        ignore: ['past', 'reported', 'negation'],
      },
    },
  },
  {
    language: 'de',
    family: 'minor_at_risk',
    rules: {
      child_writes: {
        severity: 'intent',
        match: `
          (mein|meine|der|ein) (stiefvater|vater|onkel|opa|bruder|trainer|lehrer|cousin|papa|mutter|mama|nachbar|stiefmutter|stiefbruder|freund meiner mutter) ~2 (fasst|berührt|schlägt|küsst|missbraucht|vergewaltigt|verprügelt|begrapscht|würgt|hat) ~1 mich ~3
          (er|sie) (fasst|schlägt|berührt|begrapscht) mich ~2 (an|immer|wieder|nachts|überall)
          (fotos|bilder|videos|foto|bild) ~1 (ohne|nackt|in unterwäsche|oben ohne)
          (will|verlangt|fordert|wollte|schicken|droht) ~5 (nacktbilder|nacktfotos|nacktbild|nudes|intime bilder|bilder ohne)
          (meine|mein) (tochter|sohn|nichte|neffe|schülerin|schüler|kleine schwester|kleiner bruder|enkelin|enkel) ~6 (angefasst|missbraucht|berührt|geschlagen|blaue flecken|begrapscht|vergewaltigt|misshandelt)`,
        needs: `
          (bin|erst|ich bin) ~1 (8|9|10|11|12|13|14|15|16|17|acht|neun|zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn)
          (in der (5|6|7|8|9|10)|# klasse|siebte klasse|achte klasse|neunte klasse|minderjährig|im heim|pflegefamilie|pflegevater)
          (meine|mein) (tochter|sohn|nichte|neffe|schülerin|schüler|kleine schwester|kleiner bruder|enkelin|enkel)`,
        unless:
          '(beim|lied|film|buch|schach|spiel|fußball|gefallen|fahrrad|impfung|tischtennis|handball|turnen|judo|bewegt mich|gestürzt)',
        ignore: ['past', 'reported', 'negation'],
      },
    },
  },
  {
    language: 'pt',
    family: 'minor_at_risk',
    rules: {
      child_writes: {
        severity: 'intent',
        match: `
          (meu|minha|o) (padrasto|pai|tio|avô|irmão|primo|mãe|professor|treinador|vizinho|madrasta) ~2 me ~1 (toca|tocou|bate|bateu|estupra|estuprou|beija|beijou|abusa|abusou|obriga|tranca|machuca|passa a mão|apalpa)
          (padrasto|pai|tio|avô|irmão|primo|vizinho|treinador) ~1 (mexe|mexeu|toca|encosta|passa a mão) (em mim|no meu)
          (ele|ela) me (toca|tocou|bate|apalpa) ~4
          (foto|fotos|vídeo|vídeos) ~2 (sem roupa|nua|nu|pelada|pelado|de calcinha|íntimas)
          (pede|pediu|pedindo|exige|ameaça|mandar) ~4 (nudes|fotos nua|fotos nu|fotos pelada|fotos íntimas|foto pelada)
          (minha|meu) (filha|filho|sobrinha|sobrinho|aluna|aluno|irmãzinha|irmãozinho|neta|neto) ~6 (tocou nela|tocou nele|tocou|abusada|abusado|apanha|hematomas|abusou|machucada)`,
        needs: `
          tenho (8|9|10|11|12|13|14|15|16|17|oito|nove|dez|onze|doze|treze|quatorze|catorze|quinze|dezesseis|dezessete)
          (sou menor|no fundamental|no sexto ano|no sétimo ano|no oitavo ano|no nono ano|no ensino médio)
          (minha|meu) (filha|filho|sobrinha|sobrinho|aluna|aluno|irmãzinha|irmãozinho|neta|neto)`,
        unless: '(música|filme|livro|xadrez|jogo|futebol|caiu|bicicleta|vacina|violão|piano|guitarra)',
        ignore: ['past', 'reported', 'negation'],
      },
    },
  },
  {
    language: 'it',
    family: 'minor_at_risk',
    rules: {
      child_writes: {
        severity: 'intent',
        match: `
          (mio|mia|il mio|la mia|il|un) (patrigno|padre|zio|nonno|fratello|cugino|madre|professore|allenatore|vicino|papà|mamma|compagno di mamma) ~2 mi ~1 (tocca|toccata|toccato|picchia|picchiata|violenta|bacia|baciata|obbliga|chiude|fa male|mena|palpa|ha toccata|ha toccato)
          (lui|lei) mi (tocca|picchia|palpa|ha toccata) ~4
          (chiede|chiesto|vuole|minaccia|mandare) ~4 (foto nuda|foto nudo|nudes|foto intime|foto senza vestiti)
          (mia|mio) (figlia|figlio|nipote|alunna|alunno|sorellina|fratellino) ~6 (toccata|toccato|molestata|abusata|lividi|picchiata|picchiato|ha toccata|abusato)`,
        needs: `
          ho (8|9|10|11|12|13|14|15|16|17|otto|nove|dieci|undici|dodici|tredici|quattordici|quindici|sedici|diciassette) anni
          (sono minorenne|alle medie|in prima media|in seconda media|in terza media|alle elementari|al liceo)
          (mia|mio) (figlia|figlio|nipote|alunna|alunno|sorellina|fratellino)`,
        unless:
          '(canzone|film|libro|scacchi|gioco|calcio|caduta|caduto|bici|vaccino|pianoforte|chitarra|mi tocca (studiare|andare|fare|pulire|lavare))',
        ignore: ['past', 'reported', 'negation'],
      },
    },
  },
  {
    language: 'zh',
    family: 'minor_at_risk',
    rules: {
      child_writes: {
        severity: 'intent',
        match: `
          (继父|爸爸|父亲|叔叔|舅舅|爷爷|哥哥|老师|教练|邻居|表哥|堂哥|妈妈|继母|外公) ~6 (摸我|打我|强奸我|亲我|碰我|猥亵我|脱我|性侵我|踢我|锁在|抽我|侵犯我)
          (要|让|逼|威胁|叫) ~4 (裸照|发照片|裸聊|私密照|不穿衣服)
          (女儿|儿子|孩子|学生|侄女|外甥|孙女) ~8 (被摸|被打|被猥亵|被性侵|摸了她|摸了他|摸她|淤青|被侵犯|被虐待|猥亵)`,
        needs: `
          (八|九|十|十一|十二|十三|十四|十五|十六|十七|#) 岁
          (小学|初中|初一|初二|初三|高一|高二|未成年|年级)
          (女儿|儿子|孩子|学生|侄女|外甥|孙女)`,
        unless: '(电影|小说|新闻|电视|打我电话|打电话|下棋|打牌|游戏|乒乓|篮球|摔|疫苗|骑车)',
        ignore: ['past', 'reported', 'negation'],
      },
    },
  },
]
