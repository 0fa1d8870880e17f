import type { LanguagePack } from './pack.ts'

export const de: LanguagePack = {
  language: 'de',
  lists: {
    person:
      'freund|freundin|bruder|schwester|mutter|mama|vater|papa|sohn|tochter|mann|frau|cousin|cousine|onkel|tante|kollege|kollegin|mitbewohner|mitbewohnerin|nachbar|nachbarin|schüler|schülerin|kumpel|partner|partnerin|beste freundin|bester freund|ex|kind|enkel|enkelin',
    will: 'will|möchte|möcht|wollte|würde gern|würde gerne|würde am liebsten|könnte|werde|mag|mog|muss|wünschte ich könnte',
    tabletten:
      'tabletten|pillen|schlaftabletten|medikamente|schmerztabletten|antidepressiva|paracetamol|ibuprofen|packung|schachtel|beruhigungsmittel|valium|insulin|blister',
    '=ich': 'ich|i|ick|isch',
    '=nicht': 'nicht|nich|ned|net|nit|ni',
    '=nichts': 'nichts|nix|nichs',
    '=leben': 'leben|lebn|lem',
    '=sterben': 'sterben|sterbn|steam',
    '=mich': 'mich|mi',
    '=mir': 'mir|ma',
    '=habe': 'habe|hob|han',
    '=will': 'will|wü|wui|wil',
    nimmer: 'nicht mehr|nimmer|nicht länger|nimma|nicht weiter',
  },
  stopwords:
    'der und ich nicht ist das ein eine zu mit auf es sich den dem auch wie so aber mir mich war hat haben bin wir sie er heute noch nur wenn einfach mein meine im am',
  negators: '(nicht|nie|niemals|kein|keine|keinen|keinerlei|ohne|weder|noch nie|nimmer)',
  negationFill:
    'wirklich|ernsthaft|mehr|an|daran|zu|gedanken|absicht|pläne|plan|habe|ich|dass|vor|mich|mir|suizid|am|aktiv|akut|mal|wegen|etwa|gedacht|dran|gewollt|darüber|nachgedacht',
  falseNegation: `
    warum ~2 nicht
    wieso ~2 nicht
    nicht nur`,
  denials: '(nicht|nie|niemals|kein|keine)',
  deniesAcrossClauses: true,
  pastTense: '(wollte|war|hatte|dachte|versucht|versuchte|habe ~3 versucht|ritzte|schlug|geritzt)',
  pastMarkers: `
    vor (#|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|fünfzehn|zwanzig|vielen|einigen|ein paar|langen) jahren
    (früher|damals|einst|in meiner jugend|als kind|als jugendliche|als jugendlicher|als teenager|überlebt|vor jahren)
    mit (#|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn|zwanzig)
    als ich (#|# jahre alt|jung|jünger|klein|ein teenager|noch ~2 war|in der schule)
    (jahre|monate) (clean|ohne|seit)
    seit ~2 (jahren|monaten) (clean|nicht mehr|ohne)`,
  returning:
    '(wieder|immer noch|noch immer|heute nacht|heute abend|jetzt will|neuerdings|zurück|letzte nacht|gestern|letzte woche|zur zeit|in letzter zeit|momentan)',
  fiction:
    '(lied|song|liedtext|roman|buch|film|serie|figur|held|heldin|hauptfigur|gedicht|stück|kapitel|szene|drehbuch|titel|sänger|sängerin|zitat|geschichte|folge|autor|autorin|krimi)',
  attribution:
    '(lied|song|figur|held|heldin|film|roman|buch|refrain|hauptfigur) ~2 (sagt|singt|ruft|flüstert|heißt|schreit|lautet)',
  selfQuote: `
    (ich|hab|habe) ~3 (sagte|gesagt|sage|schrieb|schreibe|denke|dachte|geschrieben|gedacht|flüstere|googelte) ~4
    (hab|habe) ~5
    (stimme|stimmen|kopf) ~4`,
  firstPerson: '',
  otherPerson: '',
  override: `
    (ignoriere|vergiss|umgehe) ~3 (regeln|regel|sicherheitsregeln|anweisungen|anweisung|filter|vorgaben)
    (das ist|ist) ~2 (fiktion|rollenspiel|hypothetisch|ein spiel|ein test|nur ein spiel)`,
}
