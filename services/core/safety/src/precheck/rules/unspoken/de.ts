import type { RuleSet } from '../rule.ts'

export const unspokenDe: RuleSet = {
  language: 'de',
  family: 'suicide',
  rules: {
    is_back: {
      severity: 'thoughts',
      match: '(sind|ist|kommen|kommt) ~2 (wieder da|zurück|wieder)',
      needs: '(suizidgedanken|selbstmordgedanken|sterben wollen|umbringen|todeswunsch)',
      unless: '(urlaub|winter|serie|schmerzen)',
    },
    worn_out: {
      severity: 'thoughts',
      ambiguous: true,
      alone: true,
      match: `
        (ich|kann) ~1 (kann|könnte) ~2 (nicht mehr|so nicht weiter|nicht mehr weiter|nicht mehr weitermachen)
        (kann|halte|halt) ~1 (nicht mehr|es nicht mehr aus)`,
      unless:
        '(stau|hitze|lärm|nachbar|nachbarn|arbeit|job|chef|diät|sport|kilometer|lachen|schicht|prüfung|prüfungen|winter|regen|kuchen|satt|essen|laufen|joggen|handwerker|sitzung|baustelle|schnupfen|erkältung|muskelkater|training|hausaufgaben|umzug|warten|schlafen|finden|sehen|hören)',
      ignore: ['negation'],
    },
    worn_out_of_life: {
      severity: 'thoughts',
      ambiguous: true,
      match: `
        (ich|kann) ~1 (kann|könnte) ~2 (nicht mehr|so nicht weiter|nicht mehr weiter|nicht mehr weitermachen)
        (kann|halte|halt) ~1 (nicht mehr|es nicht mehr aus)`,
      needs:
        '(tut weh|schmerz|müde|leer|allein|einsam|wertlos|hoffnung|sinn|leben|tot|sterben|niemand|nichts|egal|last|alles|dunkel|leid|verzeiht|weinen)',
      unless:
        '(stau|hitze|lärm|nachbar|nachbarn|arbeit|job|chef|diät|sport|kilometer|lachen|schicht|prüfung|prüfungen|winter|regen|kuchen|satt|essen|laufen|joggen|handwerker|sitzung|baustelle|schnupfen|erkältung|muskelkater|training|hausaufgaben|umzug|warten|schlafen|finden|sehen|hören)',
      ignore: ['negation'],
    },
    last_words: {
      severity: 'intent',
      ambiguous: true,
      alone: true,
      match: '(meine letzte nachricht|mein letzter post|mein letzter beitrag|meine letzten worte)',
      unless: '(ignorier*|gelesen|vergiss|bekommen|urlaub|heute|woche|jahr|account|konto|ferien|mahnung)',
    },
    no_more_burden: {
      severity: 'thoughts',
      match: `
        (werde|werd) ~4 (geburtstag|weihnachten|sommer|frühling|jahr|morgen) ~2 nicht (mehr|erleben) [erleben]
        (niemand|keiner) ~1 mehr um mich (kümmern|sorgen)
        (bald|dann) ~2 (niemandem|keinem) mehr zur last`,
      unless: '(equipo|equipe|team|squadra|projekt)',
      ignore: ['negation'],
    },
    at_the_edge: {
      severity: 'method',
      ambiguous: true,
      alone: true,
      match: `(steh|stehe|sitz|sitze|bin) ~2 (auf|am|an) ~2 (brücke|dach|geländer|brüstung|gleisen|gleise|bahnsteigkante|klippe|abgrund|hochhaus|parkhaus|dachkante|fenstersims|viadukt)`,
      unless: '(foto*|aussicht|freund*|repar*|solar*|dachdecker|ausflug)',
    },
    looking_down: {
      severity: 'method',
      ambiguous: true,
      match: `(brücke|dach|geländer|brüstung|klippe|hochhaus|parkhaus|balkon|viadukt) ~3 (schau|schaue|guck|gucke|blick|blicke|starr|starre) ~2 (runter|hinunter|hinab|unten|wasser|tiefe|gleise)`,
      unless: '(foto*|aussicht|schiffe|boote|enten|kinder|schön*)',
    },
    means_at_hand: {
      severity: 'plan',
      ambiguous: true,
      alone: true,
      match: `
        (hab|habe) ~1 (den|das|einen|ein|die|eine) (strick|seil|pistole|waffe|schlinge) ~1 (gekauft|besorgt|geholt|geknotet|vorbereitet)
        (der|das|mein) (tag|datum) (steht fest|steht)
        (diesmal|heute) (geh|gehe|tret|trete|spring|springe) ich ~1 (nicht zurück|nicht weg)`,
      unless: '(schaukel|klettern|boot|garten|hochzeit)',
    },
    farewell: {
      severity: 'intent',
      ambiguous: true,
      match: `
        (macht s gut|machts gut|lebt wohl|leb wohl|tschüss|ciao) ~1 (alle|ihr lieben|zusammen|welt|für immer)
        (alles|meine sachen|meine ganzen sachen|all meine sachen) ~1 (verschenkt|weggegeben|hergegeben)`,
      needs:
        '(kann nicht mehr|tut mir leid|verzeiht|vergebt|es ist zeit|brauche ~2 nicht mehr|für immer|halte ~2 nicht mehr|bin müde)',
      unless: '(urlaub|wochen|montag|bald|bis|reise|ferien|umzug|rente|feierabend|kleinanzeigen|flohmarkt)',
      ignore: ['negation'],
    },
    never_wake: {
      severity: 'wish',
      match: `
        (um|würde|würd|möchte|will|wollte|damit|dass|hoffe|hoff) ~4 (nicht mehr|nie mehr|nie wieder|nimmer) (aufzuwachen|aufwachen|aufwache|aufwach)
        wenn ich (sterbe|sterben würde|tot wäre|tot umfalle) ~4 (egal|auch gut|umso besser|nicht schlimm|wär gut|okay)
        (wär|wäre) (mir|s mir) ~1 egal wenn ich ~2 (sterbe|tot bin|tot wäre|nicht mehr aufwache)`,
      unless: '(früh|wecker|kater|hunger|lachen|sechs uhr)',
      ignore: ['negation'],
    },
    follow_the_dead: {
      severity: 'thoughts',
      ambiguous: true,
      match: `(will|möchte|werde|würde) ~2 (ihm folgen|ihr folgen|zu ihm|zu ihr|bei ihm sein|bei ihr sein|ihm nach|ihr nach|ihnen folgen)`,
      needs:
        '(gestorben|tot|umgebracht|selbstmord|suizid|himmel|grab|verstorben|erhängt|erschossen|das leben genommen)',
      unless: '(fahren|besuchen|instagram|rat)',
    },
    same_as: {
      severity: 'intent',
      match: '(will|werde|möchte|könnte) ~1 (das auch|dasselbe|das gleiche|auch so) ~1 (tun|machen)',
      needs: '(springt|gesprungen|erhängt|erschießt|erschossen|umgebracht|bringt sich um|selbstmord|suizid)',
      ignore: ['reported'],
    },
    in_earnest: {
      severity: 'wish',
      match: '(mein|meine) (es|das) ~1 ernst',
      needs: '(erschießen|umbringen|sterben|tot sein|erhängen)',
      unless: '(haha|lol|hunger)',
    },
    bare_word: {
      severity: 'thoughts',
      ambiguous: true,
      whole: true,
      match: `
        (selbstmord|suizid|suizidal|sterben|umbringen) [hilfe|bitte|heute]
        ich (springe|spring|werde springen|will springen|möchte springen|spring jetzt|springe jetzt) [jetzt|heute|gleich]
        [ich] (mach|mache) (schluss|ein ende) [jetzt|heute]
        [ich] (will|mag|kann) nicht mehr`,
      ignore: ['negation'],
    },
    few_words: {
      severity: 'thoughts',
      ambiguous: true,
      alone: true,
      match: `
        [bitte] (bring mich um|bringt mich um|tötet mich|töte mich|erschieß mich|erschießt mich)
        (verschenkt|weggegeben|abgegeben) ~6 (alles geregelt|alles erledigt|geregelt)
        (katze|hund|sachen) ~4 (verschenkt|weggegeben) ~5 (geregelt|erledigt|bereit)`,
      unless: '(haha*|lol|montag|meeting|prüfung|klausur|allergi*|umzug|umziehen|hausaufgaben|spiel|chef)',
    },
  },
}
