import type { RuleSet } from '../rule.ts'

export const unspokenIt: RuleSet = {
  language: 'it',
  family: 'suicide',
  rules: {
    worn_out: {
      severity: 'thoughts',
      ambiguous: true,
      alone: true,
      match: `
        non ce la faccio più`,
      unless:
        '(caldo|fame|lavoro|palestra|rumore|vicini|dieta|ridere|sonno|mangiare|correre|traffico|esami|capo|riunione|pioggia|torta|traslochi|trasloco|compiti|lavori)',
      ignore: ['negation'],
    },
    worn_out_of_life: {
      severity: 'thoughts',
      ambiguous: true,
      match: `
        non ce la faccio più`,
      needs:
        '(male|dolore|stanc*|vuot*|sola|solo|senso|vita|vivere|mort*|nessuno|niente|peso|tutto|buio|perdon*|piang*)',
      unless:
        '(caldo|fame|lavoro|palestra|rumore|vicini|dieta|ridere|sonno|mangiare|correre|traffico|esami|capo|riunione|pioggia|torta|traslochi|trasloco|compiti|lavori)',
      ignore: ['negation'],
    },
    last_words: {
      severity: 'intent',
      ambiguous: true,
      alone: true,
      match: '(mio|l) ultimo (messaggio|post|scritto)',
      unless: '(giorno|vacanze|settimana|anno|oggi|account|avviso|lezione)',
    },
    no_more_burden: {
      severity: 'thoughts',
      match: `
        non sarò più un peso`,
      unless: '(equipo|equipe|team|squadra|projekt)',
      ignore: ['negation'],
    },
    at_the_edge: {
      severity: 'method',
      ambiguous: true,
      alone: true,
      match: `(sono|seduta|seduto|in piedi|salita|salito|sto) ~2 (sul|sulla|sui|cima|bordo) ~2 (ponte|tetto|cornicione|parapetto|binari|scogliera|davanzale|ringhiera|viadotto|orlo)`,
      unless: '(foto*|vista|gelato|amici|ripar*|aggiust*|gita)',
    },
    looking_down: {
      severity: 'method',
      ambiguous: true,
      match: `(ponte|tetto|cornicione|parapetto|scogliera|viadotto|balcone|davanzale) ~3 (guardo|guardando|fisso) ~2 (giù|basso|vuoto|acqua|sotto|binari)`,
      unless: '(foto*|vista|barche|anatre|bambini|bell*)',
    },
    means_at_hand: {
      severity: 'plan',
      ambiguous: true,
      alone: true,
      match: '(ho) ~1 (comprato|preparato|trovato|legato|annodato) (la|una) (corda|pistola)',
      unless: '(barca|altalena|arrampic*|bucato)',
    },
    farewell: {
      severity: 'intent',
      ambiguous: true,
      match: `
        (addio|ciao) ~1 (a tutti|tutti|mondo)
        ho ~1 (regalato|dato via|donato) ~1 (tutte le mie cose|le mie cose|tutto)`,
      needs: '(perdona*|scusa*|non ce la faccio|è ora|è il momento|non mi serv*|vi voglio bene|stanc*|addio)',
      unless: '(vacanza|vacanze|lunedì|presto|domani|pensione|trasloco|neonat*|viaggio)',
      ignore: ['negation'],
    },
    never_wake: {
      severity: 'wish',
      match: `
        (vorrei|voglio|per|spero|magari) ~4 (non|mai|e non|per non) ~1 (svegliarmi|mi svegliassi|risvegliarmi|mi svegli) ~1
        se (muoio|morissi) ~4 (meglio|pazienza|amen|fa niente|importa a nessuno)`,
      unless: '(presto|alle|sbornia|sveglia|ridere|fame)',
      ignore: ['negation'],
    },
    follow_the_dead: {
      severity: 'thoughts',
      ambiguous: true,
      match:
        '(voglio|vorrei) ~1 (raggiungerlo|raggiungerla|seguirlo|seguirla|stare con lui|stare con lei|andare da lui|andare da lei)',
      needs: '(morto|morta|suicid*|cielo|uccis*|tomba|mancato|mancata)',
      unless: '(stazione|cena|festa|instagram)',
    },
    in_earnest: {
      severity: 'wish',
      match: '(dico|parlo|faccio) (sul serio|davvero)',
      needs: '(morire|ammazzarmi|uccidermi|spararmi)',
      unless: '(haha|ahah*|fame|sonno)',
    },
    bare_word: {
      severity: 'thoughts',
      ambiguous: true,
      whole: true,
      match: `
        (suicidio|suicida|suicidarmi|morire|uccidermi) [aiuto|oggi]
        [io] (mi butto|sto per buttarmi|voglio buttarmi|mi impicco|sto per saltare) [giù|oggi|adesso|ora]
        non voglio (svegliarmi|vivere)`,
      ignore: ['negation'],
    },
    few_words: {
      severity: 'thoughts',
      ambiguous: true,
      alone: true,
      match: `
        (uccidetemi|ammazzatemi|uccidimi|ammazzami|qualcuno mi uccida)
        (ho dato via|ho regalato|ho dato) ~1 (gatto|gatta|cane|mio gatto|mio cane) ~8 (sistemato|a posto|pronto|cose)`,
      unless: '(haha*|ahah*|lunedì|esame|riunione|gioco|compiti|lavoro|allergia|trasloco|ridere|vergogna)',
      ignore: ['negation'],
    },
  },
}
