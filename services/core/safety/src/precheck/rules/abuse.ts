import { abuseEn } from './abuse/en.ts'
import type { RuleSet } from './rule.ts'

/** Violence, coercion or sexual assault against the writer. Past does not excuse: a disclosure is met, gently. */
export const abuse: readonly RuleSet[] = [
  abuseEn,
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
      family_hits: {
        severity: 'method',
        match: `
          mi (papa|mama|hermana|abuelo|abuela|padrastro|madrastra|tio|tia|hijo|primo|marido|novio|esposo|pareja|jefe|profesor|entrenador) ~1 me ~1 (pega|pego|golpea|golpeo|maltrata|toca|toco|manosea|viola|encierra|amenaza|insulta y|empuja|patea)
          me (pegan|golpean|maltratan|violan|encierran|amenazan|tocan) ~1 (en casa|mis padres|todos los dias|en la escuela|en el colegio|mucho|siempre|cuando)
          (fui|soy|estoy siendo|he sido) ~1 (abusada|abusado|maltratada|maltratado|golpeada|golpeado)
          (miedo de|miedo a) mi (papa|mama|hermano|tio|abuelo|hijo)
          me encierra (en casa|en la casa|en el cuarto|en la habitacion|en mi cuarto|con llave)`,
        unless:
          '(guitarra|piano|cancion|turno|ajedrez|juego|tenis|partida|cartas|resfriado|gripe|catarro|abrazo|susto|risa|padel|virus|tos|energia|me toca (a mi|estudiar|fregar|limpiar|ir|hacer|lavar|cocinar)|un grito de alegria|corazon|hombro|el pelo|la cara|la frente)',
        ignore: ['past'],
      },
      few_words: {
        severity: 'thoughts',
        ambiguous: true,
        whole: true,
        match: `
          [tengo] (miedo de|miedo a) el
          me (abusan|maltratan|pegan|violaron|pega|golpea|amenaza)`,
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
      family_hits: {
        severity: 'method',
        match: `
          (papa|maman|mon pere|ma mere|mon frere|mon tonton|mon oncle|mon grand pere|mon mari|mon copain|ma soeur) ~1 me (frappe|tape|bat|cogne|gifle|touche|viole|enferme|menace)
          on me (frappe|bat|tape|cogne|maltraite|viole|harcele)
          (mari|copain|pere|conjoint|ex|compagnon|mec|mere) est ~1 (violent|violente)
          (mari|copain|ex|chef|patron|prof|compagnon) me (harcele|menace|suit partout|surveille|viole|force)
          (on me|je suis|suis) ~1 (battu|battue|maltraite|maltraitee|abusee|violentee|harcelee)`,
        unless:
          '(echecs|tennis|jeu|partie|cartes|scrabble|ping pong|calin|chanson|piano|guitare|boxe|judo|dans la main|epaule|dans l oeil|a la porte|beaucoup ce|emu*)',
        ignore: ['past'],
      },
      few_words: {
        severity: 'thoughts',
        ambiguous: true,
        whole: true,
        match: `
          (j ai|ai) peur de (lui|elle)
          (il|on) me (frappe|bat|viole|menace|force|touche)
          viol`,
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
      family_hits: {
        severity: 'method',
        match: `
          (papa|mama|vater|mutter|opa|onkel|bruder|mann|freund|frau|freundin|stiefvater|stiefmutter|schwester) (schlägt|haut|verprügelt|tritt|würgt|begrapscht|fasst|prügelt|boxt) mich ~1
          (werde|wurde|bin|wird) ~1 (zuhause|zu hause|daheim|von ihm|von meinem ~1|von meiner ~1|ständig|oft) (geschlagen|verprügelt|missbraucht|misshandelt)
          (mann|freund|vater|ex|partner|mutter|papa|sohn) ist ~1 (gewalttätig|handgreiflich)
          (mein mann|mein freund|mein vater|mein ex) (sperrt mich ein|bedroht mich|verfolgt mich|stalkt mich|kontrolliert mein)
          (fasst|fast) mich ~1 an`,
        unless:
          '(schach|tennis|spiel|karten|tischtennis|monopoly|beim|quiz|kniffel|boxen|judo|kalt|das thema|hand|trösten)',
        ignore: ['past'],
      },
      few_words: {
        severity: 'thoughts',
        ambiguous: true,
        whole: true,
        match: `
          (er|sie) (bedroht|schlägt|haut|würgt|verfolgt) mich [immer|wieder|oft]
          (er|sie) sperrt mich ein
          vergewaltigt
          vergewaltigung`,
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
      family_hits: {
        severity: 'method',
        match: `
          (meu|minha) (pai|mãe|padrasto|madrasta|tio|tia|irmão|irmã|avô|marido|namorado|primo|filho|professor|treinador) ~1 me ~1 (toca|tocou|apalpa|tranca|ameaça|ameaçou|persegue|espanca|chuta|empurra)
          (meu|minha) (marido|namorado|pai|ex|padrasto|companheiro|filho|mãe) (é|está) ~1 (violento|violenta|agressivo|agressiva)
          (apanho|apanhei) ~1 (em casa|do meu|da minha|dele|todo dia|todos os dias)
          (meu|minha) (ex|marido|namorado|pai|companheiro) ~1 (quer|vai|ameaçou|disse que vai|ameaça) ~1 me matar
          me (batem|espancam|maltratam|estupram|ameaçam) ~1 (em casa|todo dia|na escola|sempre|muito)
          medo (do|da) (meu|minha) (pai|mãe|tio|irmão|padrasto|filho)`,
        unless:
          '(xadrez|jogo|tênis|cartas|abraço|susto|música|violão|piano|coração|no trânsito|rir|se eu|palavras|boxe|judô)',
        ignore: ['past'],
      },
      few_words: {
        severity: 'thoughts',
        ambiguous: true,
        whole: true,
        match: `
          [tenho] medo dele
          (ele|eles) me (ameaça|bate|batem|machuca|persegue|estuprou|força)
          estupro`,
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
      family_hits: {
        severity: 'method',
        match: `
          (papà|mamma|mio (zio|padre|fratello|nonno|patrigno|marito|ragazzo|figlio|cugino|allenatore|professore)|mia (madre|zia|matrigna)) ~1 mi ~1 (tocca|ha toccata|ha toccato|palpa|minaccia|chiude in|perseguita|mena|picchia)
          mi (picchiano|menano|maltrattano|minacciano|violentano) ~1 (a casa|in casa|tutti i giorni|sempre|i miei|a scuola)
          (marito|ragazzo|padre|ex|compagno|fidanzato|figlio|patrigno) è ~1 (violento|aggressivo|manesco)
          (ex|marito|ragazzo|padre|compagno) ~1 (vuole|minaccia di|ha detto che vuole|sta per) ~1 (uccidermi|ammazzarmi)`,
        unless:
          '(scacchi|gioco|tennis|carte|abbraccio|canzone|pianoforte|chitarra|cuore|se torno|se faccio tardi|ridere|mi tocca (studiare|andare|fare|pulire|lavare)|pugilato)',
        ignore: ['past'],
      },
      few_words: {
        severity: 'thoughts',
        ambiguous: true,
        whole: true,
        match: `
          (lui|egli|mi|lei) [mi] (minaccia|picchia|mena|maltratta|perseguita)
          (violentata|violentato|stupro|stuprata)
          ho paura di lui`,
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
      family_hits: {
        severity: 'method',
        match: `
          (叔叔|舅舅|哥哥|继父|老师|教练|爷爷|邻居|表哥|堂哥|爸爸|我爸) ~2 (摸我|碰我|猥亵我|亲我|脱我)
          (怕|害怕|恐惧) ~1 (我老公|我丈夫|我爸|我爸爸|我男朋友|我男友|我妈|我前男友|他打我)
          (他|老公|丈夫|前男友|男友|男朋友|爸爸|前夫) ~2 威胁 ~3 (我|杀|打)
          (家暴|被家暴|家庭暴力)`,
        unless: '(头发|脸蛋|电影|小说|新闻|讲座|游戏|论文|宣传|法律|志愿|头说|生气|失望|唠叨)',
        ignore: ['past'],
      },
      few_words: {
        severity: 'thoughts',
        ambiguous: true,
        alone: true,
        match: `
          我 ~1 被 (打|强奸|性侵|虐待|猥亵) 了
          我被打`,
        unless: '(游戏|比赛|脸|动|败|球|棋|断|扰|折|包)',
        ignore: ['past'],
      },
    },
  },
]
