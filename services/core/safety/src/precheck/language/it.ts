import type { LanguagePack } from './pack.ts'

export const it: LanguagePack = {
  language: 'it',
  lists: {
    person:
      'amico|amica|fratello|sorella|madre|mamma|padre|papà|figlio|figlia|fidanzato|fidanzata|ragazzo|ragazza|marito|moglie|cugino|cugina|zio|zia|collega|coinquilino|coinquilina|vicino|vicina|alunno|alunna|migliore amica|migliore amico|compagno|compagna|nonno|nonna',
    '=voglio': 'voglio|vojo|vojio|vogl',
    '=ammazzare': 'ammazzare|ammazza|ammazzà',
    voglio:
      'voglio|vorrei|ho voglia di|voglia di|desidero|sto per|penso di|penso a|pensando di|ho pensato di|ho intenzione di|ho deciso di|volevo|ho provato a|ho tentato di|mi viene da|devo|intendo|pronta a|pronto a|sto pensando di',
    pastiglie:
      'pastiglie|pillole|pasticche|compresse|medicine|farmaci|sonniferi|tranquillanti|antidepressivi|tachipirina|scatola|flacone|blister|gocce|xanax|paracetamolo',
  },
  stopwords:
    'che di la il e un una per non con mi sono del della le gli ho ma come più anche si questo io mio mia oggi è nel alla molto tutto perché quando due sto',
  negators: '(nao|no|non|mai|né|senza|nemmeno|neanche)',
  negationFill:
    'è che|davvero|veramente|mai|ho|avuto|pensato|a|al|di|nessuna|nessun|intenzione|idea|idee|pensieri|sto|voglio|voglia|sono|che|io|voglia',
  falseNegation: 'perché non',
  denials: '(non|mai)',
  deniesAcrossClauses: false,
  pastTense: '(volevo|ho voluto|ho tentato|ho provato|ero|avevo|pensavo|desideravo|tagliavo|picchiava)',
  pastMarkers: `
    (#|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|quindici|venti|molti|tanti|alcuni|qualche) (anni|anno) fa
    anni fa
    (quando ero|quando avevo|all epoca|a quei tempi|in passato|una volta|un tempo|da ragazza|da ragazzo|da adolescente|da giovane|prima ero|sopravvissuta|sopravvissuto|guarita|guarito)
    nel (19*|20*)
    (anni|mesi) (senza|dal|che non)`,
  returning:
    '(di nuovo|ancora|un altra volta|ultimamente|stasera|stanotte|adesso voglio|ora voglio|è tornato|sono tornati|tornata|ieri|in questi giorni)',
  fiction:
    '(canzone|testo|ritornello|romanzo|libro|film|serie|personaggio|protagonista|poesia|opera|capitolo|scena|copione|titolo|cantante|racconto|attore|attrice|puntata)',
  attribution:
    '(canzone|personaggio|protagonista|film|libro|romanzo|ritornello) ~2 (dice|canta|grida|si intitola|sussurra|urla)',
  selfQuote: `
    (io|le|gli) ~2 (ho|dico|scrivo|penso|ripeto) ~3
    (ho detto|ho scritto|ho pensato|scrivo|penso|ripeto) ~4
    (voce|voci|testa|mente) ~4`,
  firstPerson: '',
  otherPerson: '',
  override: `
    (ignora|dimentica|ignorate|aggira) ~3 (regole|istruzioni|sicurezza|filtro|filtri|norme)
    (è solo|questa è|questo è|è) ~1 (finzione|un gioco|gioco di ruolo|ipotetico|un test)`,
}
