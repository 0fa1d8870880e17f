import type { RuleSet } from './rule.ts'

/** Violence, coercion or sexual assault against the writer. Past does not excuse: a disclosure is met, gently. */
export const abuse: readonly RuleSet[] = [
  {
    language: 'en',
    family: 'abuse',
    rules: {
      hits: {
        severity: 'method',
        match: `
          (my|the) ~1 ({partner}|{parent}|boss|carer|caregiver|coach|teacher|pimp|son) ~3 (hits|hit|beats|beat|punches|punched|slaps|slapped|kicks|kicked|chokes|choked|strangles|strangled|shoves|shoved|pushed|throws|threw|dragged|burned|burnt|bit|whips|whipped|hurts|raped|rapes|molested|molests|assaulted|attacked|threatens|threatened|abuses|abused) ~1 (me|us|things at me|my head|at me|stuff at me|plates at me)
          (he|she|they) ~2 (hits|hit|beats|beat|punches|punched|slapped|slaps|kicked|kicks|choked|chokes|strangled|strangles|raped|rapes|molested|shoved|burned|dragged|grabbed) me ~3 (again|when|last|in the|in front|by|across|against|down|with|and|so|until|because|every|hard|if|tonight|yesterday|for|at)
          (he|she|they) ~2 (hit|hits|beat|beats|choked|strangled|raped|punched|slapped) me
          (hits|beats|chokes|punches|slaps|rapes|strangles) me
          (scared|afraid|terrified|frightened) ~1 (of|to go home to) my ({partner}|{parent})
          (scared|afraid|terrified|frightened) to (go|come|be) (home|alone with)
          (bruises|bruised|black eye|broken rib|split lip) ~6 (from him|from her|he gave me|she gave me|from my|he did|hide them|hide it|makeup|covered|cover)
          (takes|took|controls|hides|checks|tracks|reads) my (phone|money|passport|bank card|wages|salary|keys|location|messages) ~8 (scared|afraid|wont let|terrified|allow|permission|control|not allowed|threat*|hit|hits)
          (trapped|stuck) ~3 (with|by) (my abuser|my abusive|an abuser|a violent)
          my abuser
          (he|she|they|my ({partner}|{parent}|son|daughter|carer)) ~3 (held|holds|pinned|pins|slammed|slams|threw|throws|shoved|shoves|pushed|pushes|dragged|drags|grabbed|grabs|lifted|shook|shakes|choked|yanked) me ~1 (against|up against|down the|down stairs|to the (floor|ground|wall)|into the|onto the|onto|off the|by the (neck|throat|hair|wrist|wrists|arm|arms)|by my (neck|throat|hair|wrist|wrists|arm|arms)|across the|around)
          (threw|throws|thrown|chucked|chucks|hurled|hurls|flung|smashed|smashes|launched) ~4 (at me|at my (head|face|feet)|over my head|against my)
          (slaps|hits|beats|batters|belts|punches) us ~2 (about|around|when|if|with)
          (breaks|smashes|smashed) my (things|stuff|phone) ~6 (next time|will be me|be my|my arm|my face)
          abusive (husband|boyfriend|partner|wife|girlfriend|relationship|home|marriage|father|mother|dad|mum|mom|household)
          (locks|locked|shuts|shut) me (out|outside) ~4 (cold|snow|rain|night|shoes|coat|barefoot|all night)
          (he|she|they|my ({partner}|{parent}|son|daughter|carer)) ~1 (pinches|twists|slaps|spits on|spits at|kicks|scratches|burns|starves|chains|ties) (me|my (arm|wrist|hair|ear|face))
          and twists my (arm|wrist)
          (he|she) was on top of me
          (locks|locked) me (in|out|inside) [the|my] (room|house|basement|bathroom|bedroom|closet|cellar)
          domestic (violence|abuse)`,
        unless: `
          (at chess|chess|poker|scrabble|monopoly|tennis|table tennis|ping pong|badminton|pool|darts|mario kart|fifa|uno|game|games|cards|race|arm wrestling|squash|quiz|video game|racing|snooker|golf|swimming|wordle|padel|cycling|debates|home by|to work|to the (shower|bus|punch|top|bathroom|door)|sudoku|board games|catan|checkers)
          (hit|hits) me (that|up|with a (hug|joke|text|question|bill|memory|idea)|like a (train|truck|wave|brick)|hard that|then that|how|when i (realised|realized|read|saw|heard))
          (threw|throws) (a party|a surprise|a birthday|a baby shower|it at me playing)
          (song|film|movie|news|grief|book|wave|smell|realisation|realization|coffee|cold|heat|jet lag|ball|frisbee|snowball|pillow|pillow fight|boxing|sparring|judo|karate|krav maga|jiu jitsu|massage|physio)
          (kicks|kicked) me (under the table|off the sofa|out of bed|in my sleep|from inside)
          (saved|confetti|rice|petals|danced|dancing|dance|the dog|against the clock|train* ~3 push*|party)
          (baby|bump|toddler|cat|dog|horse|puppy|kitten) ~3 (kicks|kicked|bit|hit|hits|bites|punches|scratches)
          (volunteer*|lecture|seminar|documentary|training|workshop|charity|report|essay|episode|statistics|awareness|novel|podcast|campaign|conference|law|bill) ~8 domestic
          domestic (violence|abuse) ~4 (charity|training|seminar|documentary|report|campaign|awareness|law|shelter volunteer|lecture|essay|statistics|episode|course|unit|legislation)
          (wont|doesnt|does not|never) let me (leave|out|see|sleep) ~6 (cat|dog|puppy|without a (hug|coffee|snack)|without feeding|before dessert)`,
        ignore: ['person', 'past'],
      },
      control: {
        severity: 'method',
        match: `
          (he|she|they|my {partner}|my {parent}) ~2 (wont|doesnt|does not|never) (let|lets|allow|allows) me (leave|leave the house|see my friends|see my family|have money|have my phone|use my phone|go out|work|see a doctor)`,
        unless:
          '(cat|dog|baby|toddler|without a (hug|coffee|snack)|dessert|seconds|party|tired|boss|meeting)',
        ignore: ['person', 'past', 'negation'],
      },
      assault: {
        severity: 'intent',
        match: `
          (i|ive|was|got|been|being|i was|i got|i have been) ~2 (raped|molested|sexually assaulted|sexually abused|gang raped|date raped|groped|trafficked|drugged and)
          (raped|molested|assaulted|groped|abused) me
          (forced|forces|force|forcing|made|makes|pressured|coerced) (me|himself on me|herself on me) ~2 (to have sex|into sex|to do things|into having sex|to sleep with|to touch|to undress|to perform|on me)
          forced (himself|herself|themselves) on me
          my ~1 ({parent}|stepbrother|cousin|coach|teacher|priest|babysitter|tutor) ~2 (touches|touched|touching) me ~2 (at night|in bed|in my bed|down there|when (nobody|no one|mum|mom|everyone)|in the shower|under my|where)
          (makes|made|making|forces|forced) me ~1 (undress|strip|take my clothes off|get naked|pose naked|touch (him|her|them)|touch myself)
          (said|say|told|kept saying|screamed|begged) (no|him no|stop) ~5 (didnt stop|wouldnt stop|kept going|did it anyway|carried on|he still)
          (touched|touches|touching|groped|grabbed|gropes) (me|my breasts|my body|my private|between my) ~5 (didnt want|without my|private|while i (slept|was asleep)|inappropriately|wouldnt stop|sexually|consent|against my will|under my clothes)
          (touches|touched|touching) me ~3 (secret|dont tell|not to tell|down there|private)
          my (rapist|rape)
          he (raped|assaulted|molested|drugged) me`,
        unless:
          '(novel|film|movie|episode|documentary|podcast|character|exam (raped|assaulted)|traffic|speed limit|game|raid|boss level)',
        ignore: ['person', 'past'],
      },
      danger: {
        severity: 'plan',
        match: `
          (he|she|they|my {partner}|my {parent}) ~3 (is going to|will|gonna|said ~2|says ~2|threatened to|threatens to|threatening to|swore ~2|keeps saying ~2|might|tried to|promised to) ~2 (kill me|killing me|hurt me|shoot me|burn me|stab me|finish me|strangle me|kill us|kill me if i leave|find me and)
          if i (go|leave|left|tell|divorce) ~2 (hell|shell|he will|she will|he|she|theyll) ~2 (take|takes) (the|my|our) (baby|kids|children|passport)
          (kill|find|hurt) me and (the|my|our) (kids|weans|children|baby|bairns|boys|girls|mother)
          (kill me|kills me) if i (leave|tell|go|left|told|call|ever)
          (he|she|my {partner}|my {parent}) ~3 (choked|choke|strangled|strangling|had his hands around|put his hands around|held a knife to|pointed a gun at|points a gun at|held a gun to|came at me with|put a knife to) ~1 (me|my throat|my neck|my head) 
          (hands|belt|arm) around my (throat|neck)
          (locked|hiding|hide) ~2 (in|myself in) ~1 (bathroom|bedroom|closet|room) ~8 (he|hes|him|she|screaming|outside|bang*|angry|drunk)
          (next time|this time) (he|she) (wont stop|will not stop|will kill|kills|said he)
          (hes|he is|shes) (outside|downstairs|back|coming|home) ~6 (kill|gun|knife|hurt me|scared|drunk)`,
        unless: `
          (mum|mom|dad|parents|mother|father|boss|sister|brother|wife|husband|coach|teacher|roommate|flatmate|partner|girlfriend|boyfriend|he|she) ~3 (will|would|gonna|going to|is going to|might|ll) ~1 kill me ~2 (if i (forget|dont|miss|spill|buy|am late|break|eat|lose|scratch|spoil|wake)|when (he|she|they) (see|sees|find|finds|hear|hears|notice*)|for (being|forgetting|this|that|buying|losing|eating|spoiling)|over the|lol|haha|because i (forgot|lost|ate|broke|scratched|spilled)|about the|with kindness)
          (hide and seek|zombie|game|haha|lol|jk|tickle*|halloween|film|movie|novel|workout|trainer|squats|leg day|stairs|chilli|spicy)`,
        ignore: ['person', 'past'],
      },
      bullied_to_die: {
        severity: 'method',
        match: `
          (told|tell|tells|telling|tells me|texted|wrote|commented|messaged|dmed|shouted|said|saying|says) ~2 (me|at me) ~2 (kill myself|kys|go die|to die|kill yourself|just die|should be dead|hang myself)
          (told me|telling me|say) ~2 (everyone|world|they|school) would be better (off) without me
          (comment|comments|messages|texts|dms|notes) ~4 (kys|kill yourself|telling me to die|go die)`,
        unless: '(voice|voices|head|brain|mind|game chat|lobby)',
        ignore: ['person', 'past'],
      },
    },
  },
  {
    language: 'es',
    family: 'abuse',
    rules: {
      hits: {
        severity: 'method',
        match: `
          mi (marido|esposo|novio|pareja|ex|padre|padrastro|madre|hermano|tio|mujer|novia|esposa|jefe) ~2 me ~1 (pega|pego|golpea|golpeo|maltrata|amenaza|amenazo|ahorco|ahorca|empuja|empujo|viola|violo|grita y|insulta y|patea|encierra|abofeteo|estrangulo|ha pegado|controla el|abusa)
          me (pega|golpea|maltrata|golpeo|violo|violaron|viola|estrangulo|ha pegado|pego) ~3 (cuando|mi|otra|y|porque|si|delante|cada|con|anoche|ayer|de nuevo|un|el|en)
          (el|ella|mi (marido|novio|pareja|hijo|ex|esposo|mujer)) ~1 me ~1 (tiro|empujo|empuja|agarro|agarra|arrastro|estampo|lanzo|tira) ~2 (contra|al suelo|por las escaleras|del pelo|del cuello|por el cuello|de los pelos)
          (me violo|me violaron|fui violada|fui violado|abuso de mi|abusaron de mi|abusa de mi|me forzo|me obligo a tener)
          (tengo miedo|miedo|me da miedo) ~1 (de|a) mi (marido|novio|pareja|padre|ex|esposo|padrastro)
          (me da miedo|tengo miedo de|tengo miedo a) volver a casa
          (me amenaza con|amenazo con|dijo que me va a|dice que me va a|me va a) (matar|matarme)
          violencia (domestica|de genero|machista) ~4 (mi|yo|sufro|vivo|casa)
          no me deja (salir|ver a|tener|trabajar)`,
        unless:
          '(ajedrez|juego|tenis|partida|cartas|resfriado|resfriados|gripe|catarro|abrazo|susto|risa|padel|virus|tos|parchis|energia|gato|perro|bebe|si llego tarde|cuando vea|como se entere)',
        ignore: ['past'],
      },
    },
  },
  {
    language: 'fr',
    family: 'abuse',
    rules: {
      hits: {
        severity: 'method',
        match: `
          mon (mari|copain|pere|beau pere|ex|compagnon|frere|conjoint|mec|oncle|patron) ~2 (me|m a|m) ~1 (frappe|frappee|frapper|bat|battue|tape|tapee|gifle|giflee|menace|menacee|etrangle|etranglee|insulte et|cogne|viole|violee|pousse|maltraite|enferme|a frappee|violente)
          ma (mere|femme|copine|belle mere|ex) ~2 (me|m a|m) ~1 (frappe|frapper|bat|tape|gifle|menace|maltraite|cogne|battu)
          (il|elle|mon mari|mon copain|mon compagnon|mon fils) ~1 (m a|me) ~1 (poussee|pousse|jetee|jete|plaquee|plaque|trainee|traine|attrapee|attrape) ~2 (contre|par terre|par les cheveux|au sol|dans l escalier|dans les escaliers|a la gorge|par le cou|contre le mur)
          (il|elle) (me|m a) ~1 (frappe|frappee|bat|battue|etranglee|etrangle|cogne|violee|viole|giflee|tabasse|tabassee)
          et me (gifle|frappe|bat|tape|cogne|menace|pousse|etrangle)
          (j ai ete|on m a|je me suis fait|me suis fait) ~1 (violee|viole|agressee|agresse|abusee|abuse|violer|agresser|frapper)
          (j ai|ai) peur de (mon mari|mon copain|mon pere|mon ex|mon compagnon|lui|rentrer|rentrer chez moi|mon beau pere|mon conjoint)
          (il|elle) ~2 (va|menace de|a dit qu il allait|a menace de|dit qu il va) ~1 me tuer
          (violences|violence) (conjugales|conjugale) ~4 (je|ma|mon|vis|subis)
          (il|elle|mon mari|mon copain) ne me laisse pas (sortir|voir)`,
        unless:
          '(echecs|tennis|jeu|partie|cartes|bat a|scrabble|ping pong|calin|chanson|nouvelle|mes parents vont|si je|boxe|judo|pied sous|gifle d air)',
        ignore: ['past'],
      },
    },
  },
  {
    language: 'de',
    family: 'abuse',
    rules: {
      hits: {
        severity: 'method',
        match: `
          (mein|meine) (mann|freund|vater|partner|ex|stiefvater|mutter|bruder|frau|freundin|onkel|chef|mama|papa|stiefmutter) ~2 (schlägt|schlug|verprügelt|würgt|würgte|tritt|misshandelt|bedroht|vergewaltigt|prügelt|stößt|ohrfeigt|schubst) ~1 mich
          (mein|meine) (mann|freund|vater|partner|ex|stiefvater|mutter|bruder|frau|freundin|sohn|onkel|papa|mama) ~1 hat mich ~5 (gestoßen|runtergestoßen|hinuntergestoßen|geschubst|geworfen|gepackt|gezerrt|gedrückt|geboxt|angespuckt|verbrannt)
          (er|sie) hat mich ~5 (gestoßen|runtergestoßen|hinuntergestoßen|an den haaren|am hals|gegen die wand|zu boden)
          (mein|meine) (mann|freund|vater|partner|ex|stiefvater|mutter|bruder|frau|onkel|papa|mama) ~1 hat mich ~4 (geschlagen|gewürgt|verprügelt|vergewaltigt|getreten|bedroht|misshandelt|missbraucht|geohrfeigt)
          (er|sie) (schlägt|würgt|verprügelt|misshandelt|vergewaltigt) mich
          (er|sie) hat mich ~4 (geschlagen|gewürgt|verprügelt|vergewaltigt|getreten|missbraucht|begrapscht)
          (wurde|bin|worden) ~4 (vergewaltigt|missbraucht|sexuell belästigt|misshandelt|verprügelt)
          (habe|hab) angst (vor meinem (mann|freund|vater|ex|partner|stiefvater)|nach hause zu|vor ihm)
          (er|mein mann|mein freund|mein ex|mein vater) ~6 (droht mich|drohte mich|gedroht mich) (umzubringen|zu töten)
          (er|mein mann|mein freund|mein ex) ~3 (bringt mich um|will mich umbringen|droht mich umzubringen|hat gedroht mich|droht mir ~2)
          häusliche gewalt ~4 (ich|bei uns|mein|erlebe)
          lässt mich nicht (aus dem haus|raus|meine freunde)`,
        unless:
          '(schach|tennis|spiel|karten|tischtennis|monopoly|beim|quiz|kniffel|wenn ich zu spät|wenn (er|sie) (das|den) ~2 (sieht|merkt)|boxen|judo)',
        ignore: ['past'],
      },
    },
  },
  {
    language: 'pt',
    family: 'abuse',
    rules: {
      hits: {
        severity: 'method',
        match: `
          (meu|minha) (marido|namorado|pai|padrasto|ex|companheiro|irmão|tio|mãe|namorada|esposa|chefe) ~2 me ~1 (bate|bateu|espanca|espancou|agride|agrediu|ameaça|ameaçou|enforcou|empurra|empurrou|estuprou|xinga e|tranca|maltrata|abusa|abusou|chuta|machuca)
          (ele|ela) me (bate|bateu|espanca|espancou|agride|agrediu|enforcou|estuprou|ameaça de morte|ameaçou de morte)
          (ele|ela|meu (marido|namorado|pai|filho|ex)) ~1 me ~1 (jogou|joga|empurrou|empurra|arrastou|agarrou|segurou|atirou) ~2 (contra|no chão|da escada|pelas escadas|pelo cabelo|pelo pescoço|pelos cabelos|na parede)
          (bate|bateu|agride|espanca|espancou) me
          me ~1 (obrigou|obriga|força|forçou) ~1 a ~1 (fazer sexo|transar|ter relações|dormir com)
          (fui|fui eu|sou) ~1 (estuprada|estuprado|abusada|abusado|violentada|violada|agredida|espancada)
          (me estuprou|me estupraram|abusou de mim|abusaram de mim|me forçou a)
          (tenho medo|medo) (do|de|da|dele) ~1 (meu marido|meu namorado|meu pai|meu ex|dele|voltar para casa|voltar pra casa|marido|padrasto|ir pra casa)
          (disse que vai|ameaçou|ameaça|diz que vai|vai) me matar
          violência doméstica ~4 (eu|sofro|minha|vivo|meu)
          não me deixa (sair|ver|trabalhar|ter)`,
        unless:
          '(xadrez|jogo|tênis|cartas|saudade|fome|sono|gripe|video game|dominó|se eu chegar|quando (vir|souber)|cachorro|gato|bebê)',
        ignore: ['past'],
      },
    },
  },
  {
    language: 'it',
    family: 'abuse',
    rules: {
      hits: {
        severity: 'method',
        match: `
          mi (prende|ha preso|ha presa) a (cinghiate|schiaffi|pugni|calci|botte|bastonate)
          mi [ha] ~1 (presa|preso|sbattuta|sbattuto|spinta|spinto|trascinata|strattonata|buttata) ~1 (per i capelli|per il collo|contro il muro|a terra|giù|dalle scale|contro)
          mi (dà|ha dato|tira|molla|riempie di) ~1 (schiaffi|schiaffo|pugni|pugno|calci|botte)
          (mio|mia|il mio|la mia) (marito|ragazzo|padre|patrigno|ex|compagno|fratello|zio|madre|fidanzato|moglie|capo|papà|mamma) ~2 (mi|m) ~1 (picchia|picchiata|picchiato|mena|menata|maltratta|minaccia|minacciata|strangola|strozza|violenta|violentata|spinge|schiaffeggia|ha picchiata|tira calci|insulta e)
          (lui|lei) mi (picchia|mena|ha picchiata|ha picchiato|ha strangolata|ha violentata|maltratta)
          mi (picchia|mena|ha picchiata|ha violentata|ha stuprata|hanno violentata|ha strangolata)
          (sono stata|sono stato|mi hanno) ~1 (violentata|stuprata|abusata|abusato|molestata|molestato|picchiata|violentato|aggredita)
          (ho paura) (di|del|di mio|a) ~1 (mio marito|mio padre|ragazzo|tornare a casa|lui|mio ex|marito|compagno)
          (ha detto che|minaccia di|dice che|ha minacciato di) ~1 (mi ammazza|mi uccide|uccidermi|ammazzarmi|mi ucciderà)
          violenza domestica ~4 (io|subisco|mia|vivo)
          non mi lascia (uscire|vedere|lavorare)`,
        unless:
          '(scacchi|gioco|tennis|carte|partita|se faccio tardi|quando (vede|scopre)|gatto|cane|bambino|raffreddore|idea|burraco)',
        ignore: ['past'],
      },
    },
  },
  {
    language: 'zh',
    family: 'abuse',
    rules: {
      hits: {
        severity: 'method',
        match: `
          (老公|丈夫|男友|男朋友|爸爸|父亲|继父|前夫|前男友|妈妈|母亲|婆婆|我爸|我妈|老婆|他|舅舅|叔叔) ~8 (打我|揍我|踢我|掐我|扇我|家暴我|虐待我|强奸我|性侵我|殴打我|侵犯我|掐住我|猥亵我|威胁我|打了我|踹我)
          (被) ~4 (家暴|强奸|性侵|猥亵|强暴|虐待|殴打|侵犯|性骚扰)
          (家暴|家庭暴力) ~6 (我|害怕|报警)
          (他|老公|前夫|男友) ~4 (说|威胁) ~4 (杀了我|弄死我|打死我)
          (害怕|不敢) ~2 回家 ~6 (打|他|爸|骂|继父)
          不让我 (出门|见朋友|和家人联系)`,
        unless:
          '(打篮球|打球|措手不及|逗我|闹着玩|开玩笑|打我电话|打我手机|打电话|新闻|电影|讲座|小说|打我游戏|下棋|打牌|游戏|没有|打我的主意|乒乓|羽毛球)',
        ignore: ['past', 'negation'],
      },
    },
  },
]
