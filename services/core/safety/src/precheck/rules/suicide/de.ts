import type { RuleSet } from '../rule.ts'

const adverbs =
  '[einfach|nur|nur noch|wirklich|echt|endlich|bloß|so gern|am liebsten|einfach nur|am liebsten einfach]'
const idioms = `
  (sterbe|sterben|gestorben|sterb) ~2 (vor|fast vor|an) (hunger|lachen|langeweile|scham|durst|neugier|hitze|kälte|peinlichkeit|müdigkeit|sehnsucht|aufregung|angst vor dem zahnarzt|glück)
  (vor|aus) (lachen|langeweile|scham|peinlichkeit) ~2 (sterben|umbringen|gestorben)
  (tot|kaputt|schlapp) (lachen|gelacht|lach|lache|gearbeitet)
  (zeit) tot (schlagen|geschlagen)`

export const suicideDe: RuleSet = {
  language: 'de',
  family: 'suicide',
  rules: {
    want_to_die: {
      severity: 'wish',
      match: `
        ich ~1 {will} ~1 ${adverbs} (sterben|tot sein|nicht mehr aufwachen|nie mehr aufwachen|für immer schlafen|für immer einschlafen|für immer weg sein|aufhören zu existieren|nicht mehr sein|nicht mehr da sein|verrecken|krepieren|einschlafen und nie wieder aufwachen|einschlafen und nicht mehr aufwachen|nie geboren sein)
        {will} ich ${adverbs} (sterben|tot sein|nicht mehr aufwachen|für immer schlafen|verrecken|nicht mehr da sein)
        {will} (einfach|nur noch|nur|endlich|einfach nur) (sterben|tot sein|verrecken)
        (wünschte|wünsche|wünsch) ~2 (wäre tot|wär tot|würde sterben|würde nicht mehr aufwachen|wäre nie geboren|wär nie geboren|ich nicht mehr da|nicht mehr aufwache)
        (wünsche|wünsch) mir ~2 (tot|zu sterben|den tod|nicht mehr aufzuwachen|tot zu sein)
        (wäre|wär) ich ~2 (tot|nie geboren|nicht mehr da)
        ohne mich ~2 (hätte|hättet|hätten|habt|haben) ~2 (ihr|es|sie|alle) ~2 (leichter|besser|einfacher|ruhe)
        (lieber|besser) (tot|sterben) als
        (hoffe|hoff|bete) ~3 (nicht mehr aufwache|nie mehr aufwache|morgen nicht aufwache|nicht aufwache|sterbe)
        (sehne|sehn) mich ~2 (tod|danach zu sterben)
        lasst mich ~2 sterben`,
      idiom: idioms,
    },
    dont_want_to_live: {
      severity: 'wish',
      match: `
        (ich|und|aber|einfach|kann|will|mag|möchte) ~2 {nimmer} ~1 (leben|existieren|weiterleben|am leben sein|da sein|aufwachen|auf der welt sein|hier sein müssen|auf dieser welt sein)
        {nimmer} (leben|weiterleben|existieren|am leben sein)
        (kein|keinen|keinerlei|null) ~1 (grund|sinn|lust|wille|willen|kraft) ~1 (zu leben|zum leben|am leben zu sein|weiterzuleben|mehr zu leben|zum weiterleben|im leben)
        (keine|null) ~1 (lust|kraft) ~2 (zu leben|zum leben|weiterzuleben|aufs leben|mehr zu leben)
        (leben) (ist|hat|macht) ~2 (nicht lebenswert|keinen sinn|sinnlos|nichts mehr wert|nicht mehr lebenswert|nicht wert)
        (müde|satt|leid) ~2 (zu leben|vom leben|zu existieren|das leben|mein leben)
        (kein|keinen|keine) ~1 (bock|lust|kraft|grund|freude|mut) ~1 (zu leben|am leben|aufs leben|weiterzuleben)
        lebensmüde
        (hasse|bereue) es ~1 (zu leben|am leben zu sein|zu existieren)
        (wozu|warum|wofür) ~1 (lebe ich|noch leben|weiterleben|bin ich noch da|existiere ich)
        (egal|gleichgültig) ob ich (lebe|sterbe|tot bin|morgen aufwache)`,
      unless: `
        (leben|wohnen|hier|da|aufwachen) (in|bei|mit|um|so früh|mitten)
        {nimmer} ~1 (mit|in|bei|um|so früh|ohne) ~5 (leben|aufwachen)
        lebensmüde ~2 (fahrer|autofahrer|radfahrer|idee|aktion)`,
      ignore: ['negation'],
    },
    kill_myself: {
      severity: 'thoughts',
      match: `
        (mich|mir) ~1 (umbringen|umzubringen|töten|zu töten|erhängen|zu erhängen|erschießen|das leben nehmen|das leben zu nehmen|was antun|etwas antun|etwas anzutun|die pulsadern ~2|die kugel geben|vor den zug werfen|vor einen zug werfen|vor den zug ~1|selbst töten|selbst umbringen|vom dach stürzen|von der brücke stürzen|von der brücke springen|ertränken|vergiften|suizidieren|wegmachen)
        ich ~3 mich ~4 (umbringen|töten|erhängen|erschießen|ertränken|vergiften)
        ich ~3 mir ~4 (das leben nehmen|was antun|etwas antun)
        (bringe|bring|bringen|brachte) mich ~3 um
        (erhänge|erschieße|töte|suizidiere) mich
        (nehme|nehm) mir ~3 das leben
        mach ~1 schluss mit ~1 leben
        (meinem leben|meinem dasein|dem allen|allem|dem leiden) ~1 ein ende (setzen|zu setzen|machen|bereiten|zu machen)
        (springe|spring|springen) ~4 (brücke|dach|balkon|vor den zug|hochhaus|gleise)
        (schluss machen|schluss) mit (dem leben|allem|meinem leben)
        (suizid|selbstmord) (begehen|zu begehen|machen|begangen)
        (ist|wäre|scheint) ~2 (suizid|selbstmord) ~4 (ausweg|lösung)`,
      idiom: idioms,
      unless: `
        (er|sie|ex|mann|freund|vater|partner|stiefvater) ~4 (droht|drohte|gedroht|will|wollte) ~1 mich (umzubringen|umbringen|töten)
        (wenn|falls) ~5 (chef|mama|mutter|papa) ~3 umbringen
        (mutter|mama|vater|papa|eltern|chef|chefin|lehrer|lehrerin|oma|opa) (wird|werden|würde|würden|bringt|bringen) mich ~4 (umbringen|töten|um)
        springen ~8 (schwimmbad|see|bungee|fallschirm)`,
    },
    suicidal: {
      severity: 'thoughts',
      match: `
        (suizidgedanken|selbstmordgedanken|suizidgedanke|todessehnsucht|suizidpläne|todeswunsch)
        (bin|fühle mich|fühl mich|wieder|akut|immer noch|werde) ~1 (suizidal|selbstmordgefährdet|suizidgefährdet)
        (denke|denk|denken|gedanken|gedanke|dachte|gedacht|nachdenken) ~3 (selbstmord|suizid|ans sterben|an den tod|ans sterben|mich umzubringen|umbringen|mir das leben zu nehmen|zu sterben|ans ende)
        (abschiedsbrief|abschiedsbriefe)
        (mein|meinen|ein|noch einen|neuer) (selbstmordversuch|suizidversuch)`,
      unless: `
        (prävention|seminar|vortrag|vorlesung|buch|film|roman|statistik|doku|dokumentation|schulung|fortbildung|arbeitsplatz|kollegen|kollegin|umzug|abschiedsfeier|klasse|lehrerin) ~3
        abschiedsbrief ~4 (kollegin|kollegen|lehrerin|klasse|firma)`,
    },
    intent: {
      severity: 'intent',
      match: `
        (werde|werd|habe beschlossen|hab beschlossen|habe vor|hab vor|plane|bin bereit) ~4 (mich umbringen|mich umzubringen|mir das leben nehmen|mir das leben zu nehmen|mich töten|mich erhängen|sterben zu gehen|alles beenden|dem ein ende setzen|es beenden|es heute beenden)
        (heute nacht|heute abend|morgen|heute|am freitag) ~2 (bringe|bring|nehme|mache|beende|erhänge|springe|sterbe) ich ~3 (um|das leben|schluss|alles|mich|es|alle)
        (habe|hab|hatte) ~5 versucht ~2 (umzubringen|das leben zu nehmen|zu töten|zu erhängen|mich umzubringen)
        (das ist|heute ist|ist) (mein letzter|meine letzte|der letzte) (tag|nacht|abend|eintrag) ~3 (leben|erde|hier|je)
        (lebt wohl|leb wohl|tschüss welt|adieu welt)
        (morgen|bald) bin ich (tot|nicht mehr da|weg für immer)
        (selbstmordversuch|suizidversuch) ~3 (gestern|letzte|heute)`,
      idiom: idioms,
      ignore: [],
    },
    method: {
      severity: 'method',
      match: `
        (wie viele|wieviele|wie viel) {tabletten} ~6 (sterben|tödlich|zu sterben|umzubringen|reichen um|tot)
        (wie|methoden|methode|möglichkeiten) ~4 (schmerzlos sterben|mich umbringen|am besten umbringen|mich umbringe|zu sterben ohne|sich umzubringen|schmerzfrei sterben)
        (gesammelt|sammle|gehortet|horte|gespart|aufgehoben|zurückgelegt|bereit|besorgt) ~8 (nehme ich|schlucke ich|alle nehmen|nehm ich|alles vorbei)
        ich (habe|hab) ~3 {tabletten} ~1 (gesammelt|gehortet|aufgespart)
        {tabletten} ~3 (gesammelt|gehortet|zurückgelegt|liegen bereit|aufgespart) ~8 (nehme|schlucke|nehm|alle|schluss)
        (alle|die ganzen|die ganze) {tabletten} ~2 (nehmen|schlucken|nehme|schlucke|einnehmen|auf einmal)
        (strick|seil) ~3 (gekauft|besorgt|bereit|hängt) ~6 (heute|nacht|dachboden|schluss|brief)`,
      unless:
        '(gegessen|gefuttert|kekse|chips|schokolade|pralinen|eis|oma|opa|sortiert|tablettenbox|klettern|apotheke|pflegeheim|wochenbox|katze|hund)',
    },
    better_without_me: {
      severity: 'thoughts',
      match: `
        (alle|alles|sie|meine familie|meine kinder|meine eltern|die welt|ihr|jeder|anderen|er) ~4 (besser|besser dran|glücklicher|leichter|froh|erleichtert) ~2 (ohne mich|wenn ich nicht mehr da|wenn ich tot|wenn ich weg|gäbe es mich nicht|wenn es mich nicht)
        ohne mich ~4 (besser|besser dran|glücklicher|leichter)
        (besser dran|glücklicher) ohne mich
        (niemand|keiner) würde (mich vermissen|es merken|merken wenn ich|trauern|um mich weinen)
        (bin|nur) ~2 (last|belastung) ~8 (ohne mich|weg|tot|sterben|nicht mehr da)`,
      unless: '(team|mannschaft|projekt|besprechung|meeting|spiel|abteilung) ~6 ohne mich',
    },
    implicit: {
      severity: 'thoughts',
      ambiguous: true,
      match: `
        (ich|einfach) ~2 (will|möchte|würde) ~3 (verschwinden|weg sein|alles aufhört|dass es aufhört|dass alles vorbei ist|dass es vorbei ist)
        (ich|kann) ~1 (halte|halt) ~2 (das nicht mehr aus|es nicht mehr aus|so nicht weiter|nicht mehr weiter|nicht mehr weitermachen)
        (sehe|seh|gibt|gibts|habe|hab) ~2 (keinen ausweg|keine hoffnung|keine zukunft|keinen sinn) ~1
        (verdiene|verdien) ~2 nicht zu (leben|existieren|sein)
        (dürfte|sollte) ~2 (nicht am leben|nicht leben|nicht existieren|nie geboren)
        (habe|hab) ~3 (abschiedsbriefe|meine sachen verschenkt|alles verschenkt)
        (will|möchte) ~2 dass (es|alles|das) ~2 (vorbei ist|aufhört|endet)`,
      unless: `
        (stau|hitze|lärm|nachbar|nachbarn|arbeit|job|chef|diät|sport|kilometer|lachen|schicht|prüfung|prüfungen|winter|regen|kuchen|satt|essen|laufen|joggen|handwerker|sitzung|baustelle|schnupfen|erkältung)
        (verschwinden|weg sein) ~2 (urlaub|meer|woche|wochenende|berge|sofa|decke)
        (woche|wochenende|urlaub|meer|boden|mal eine|mal kurz|stunde|tage) ~3 (verschwinden|weg sein)`,
      ignore: ['negation'],
    },
    no_reason: {
      severity: 'wish',
      match: `
        (kein|keinen|keine) ~1 (grund|sinn|lust|motivation) ~3(mehr|für|mich|dafür|hier) (aufzuwachen|aufzustehen|zu existieren|zu leben|am leben)
        (weiß|weiss) nicht (warum|wozu|wofür) ich ~1 (lebe|noch lebe|existiere|am leben bin|geboren bin)
        (hoffe|hoff|bete) ~1 ich wache ~2 nicht [mehr] auf
        (wäre|wär) ~1 (gern|gerne|besser|lieber|am liebsten) (tot|gestorben|nicht da)
        (lust|bedürfnis|wunsch|verlangen) ~1 zu sterben
        (sollte|verdiene|muss|müsste|verdien) ~2 (sterben|tot sein|den tod|zu sterben)
        leben ist ~1 (nichts wert|wertlos|sinnlos)
        und will ~1 (sterben|tot sein)
        morgen bin ich tot
        (will|möchte|werde|wil) ~1 (alles|es) beenden
        ich will nicht leben`,
      unless:
        '(um (fünf|sechs|sieben|acht|#)|früh|urlaub|lachen|hunger|scham|langeweile|irgendwann|so leben|in (dieser|einer|der)|mit (dir|ihm|ihr|meinen)|muskelkater|klausur|sport)',
      ignore: ['negation'],
    },
    voices_tell: {
      severity: 'method',
      match:
        '(stimme|stimmen|kopf|gehirn) ~4 (sagt|sagen|sag|befiehlt|befehlen|flüstert|flüstern|schreit|schreien|wollen) ~5 (umbringen|sterben|töten|springen|erhängen|bring dich um|stirb|zu sterben|mich umzubringen)',
      unless: '(film|spiel|figur|jemand|leute|andere|ihn|sie|menschen|hunger)',
    },
    jump: {
      severity: 'method',
      match: `
        (will|möchte|werde|könnte|will) ~1 (von der|vom|aus dem|vor den|vor die|von einer|von einem) ~1 (brücke|dach|fenster|balkon|zug|bahn|hochhaus|turm) (springen|stürzen|werfen|fallen)
        ich spring* ~1 (von der|vom|aus dem|vor den|vor die) (brücke|dach|fenster|balkon|zug|bahn|hochhaus)
        mich ~2 (aufhängen|aufzuhängen|erstechen|ersticken)
        (häng|hänge) mich ~1 auf
        (wie|ohne) ~3 (stirbt man|sterbe ich|sterben kann) ~2 (schmerzlos|schnell|ohne schmerzen|am schnellsten|am besten)`,
      unless: '(bungee|fallschirm|see|wasser|pool|spiel|sofa)',
    },
    overdose_wish: {
      severity: 'method',
      match: `
        (denke|denk|will|möchte|werde|plane) ~2 [an] [eine] überdosis
        (will|werde|möchte|könnte) ~2 (alle|die ganzen|sämtliche) ~1 {tabletten} ~1 (schlucken|nehmen|einnehmen)`,
      unless: '(kaffee|zucker|schokolade|katze|hund|oma|woche)',
    },
  },
}
