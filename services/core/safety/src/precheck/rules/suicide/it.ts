import type { RuleSet } from '../rule.ts'

const adverbs = '[solo|davvero|soltanto|semplicemente|proprio|tanto|veramente]'
const idioms = `
  (morire|muoio|morto|morta|muore|morendo|morti) ~1 (dal|dalla|di|dalle|dall) (ridere|fame|sonno|caldo|freddo|sete|vergogna|noia|voglia|invidia|curiosità|paura|risate|imbarazzo|nostalgia)
  (ammazzare|ammazzo|ammazzato) ~1 (il tempo|il caffè|la noia|di lavoro|di fatica|di risate)
  (bella|bello|buona|buono|belle) da morire
  da morire
  (ammazzarmi|mi ammazzo) ~1 (in palestra|di lavoro|di studio)`

export const suicideIt: RuleSet = {
  language: 'it',
  family: 'suicide',
  rules: {
    want_to_die: {
      severity: 'wish',
      match: `
        {voglio} ${adverbs} (morire|essere morta|essere morto|sparire per sempre|scomparire per sempre|non svegliarmi più|non svegliarmi|non esistere|smettere di esistere|smettere di vivere|dormire per sempre|non esserci più|non essere mai nata|non essere mai nato|addormentarmi e non svegliarmi più|farla finita)
        (vorrei|magari|se solo) ~2 (fossi morta|fossi morto|non essere mai nata|non essere mai nato|morissi|non svegliarmi|non mi svegliassi)
        (meglio|preferirei) ~1 (essere morta|essere morto|morta|morto|morire)
        spero ~2 non (svegliarmi|mi sveglio|mi sveglierò|risvegliarmi)
        sarebbe meglio ~2 (morire|morta|morto|se morissi|se non esistessi|se non ci fossi)
        lasciatemi morire`,
      idiom: idioms,
    },
    dont_want_to_live: {
      severity: 'wish',
      match: `
        non (voglio|ho voglia di|riesco a|sopporto di|ce la faccio a|desidero|ho più voglia di|volevo) ~1 (vivere|esistere|continuare a vivere|essere viva|essere vivo|stare al mondo|esserci|svegliarmi|andare avanti a vivere|stare in questo mondo)
        non (ho|vedo|c è|trovo|esiste) ~3 (ragione|motivo|motivi|senso|ragioni) (per|di|nel|a) (vivere|continuare a vivere|esistere|restare in vita|andare avanti)
        (la mia|questa|la) vita non (vale|ha) ~1 (niente|senso|la pena|più senso)
        non vale la pena (vivere|di vivere|continuare)
        (stanca|stanco|stufa|stufo) (di|della) (vivere|esistere|vita|stare al mondo|questa vita|mia vita)
        (odio) (essere viva|essere vivo|esistere|vivere)
        non mi importa ~2 (vivere|morire|se muoio|se vivo)
        (a che serve|che senso ha|perché) (vivere|continuare a vivere|sono ancora viva|sono ancora vivo)`,
      unless: `
        (vivere|stare|esserci|svegliarmi) (a|in|con|qui a|da sola|da solo|presto|alle|così presto|coi|dai|insieme)
        (questa|in questa) (casa|città)`,
      ignore: ['negation'],
    },
    kill_myself: {
      severity: 'thoughts',
      match: `
        (uccidermi|ammazzarmi|suicidarmi|togliermi la vita|mettere fine alla mia vita|porre fine alla mia vita|impiccarmi|spararmi|tagliarmi le vene|buttarmi ~3 (ponte|treno|finestra|balcone|metro|binari)|gettarmi ~3 (ponte|treno|finestra)|saltare ~2 (ponte|balcone|finestra)|annegarmi|farmi fuori|togliermi di mezzo|lanciarmi ~3 (ponte|finestra|balcone))
        (farla finita|finirla) ~1 (con tutto|con la vita|per sempre|stanotte|stasera)
        (voglio|penso di|vorrei|voglia di|a|di|deciso di|sto per) farla finita
        (mi ammazzo|mi uccido|mi suicido|mi impicco|mi tolgo la vita|la faccio finita)
        il suicidio (è|sarebbe|sembra) ~3 (soluzione|via|uscita)`,
      idiom: idioms,
    },
    suicidal: {
      severity: 'thoughts',
      match: `
        (pensieri|idee|ideazione|impulsi|istinti) (suicidi|suicide|suicidari|di suicidio|di morte|suicida|suicidarie)
        (penso|pensare|pensando|pensato|pensavo) ~3 (suicidio|al suicidio|alla morte|di uccidermi|ad ammazzarmi|di ammazzarmi|di morire|a morire|a togliermi la vita)
        (mi sento|sono) ~1 suicida
        (la mia|una|la) lettera (d addio|di addio)
        tentato suicidio
        tentativo di suicidio`,
      unless: '(prevenzione|conferenza|libro|tesi|lezione|film|statistiche|documentario|corso|convegno) ~4',
    },
    intent: {
      severity: 'intent',
      match: `
        (sto per|ho deciso di|intendo|voglio|vado a|domani|stasera|stanotte) ~1 (uccidermi|ammazzarmi|suicidarmi|togliermi la vita|farla finita|impiccarmi|finirla)
        (stanotte|stasera|oggi|domani) ~2 (mi ammazzo|mi uccido|la faccio finita|mi tolgo la vita|finisce tutto|le prendo tutte|muoio|prendo tutto)
        (ho tentato|ho provato|ho cercato) ~1 (di uccidermi|di suicidarmi|a uccidermi|di ammazzarmi|ad ammazzarmi|il suicidio|di togliermi la vita|di farla finita)
        (questa|è) ~1 (la mia ultima) (notte|lettera|pagina)
        addio (mondo|a tutti|per sempre)`,
      idiom: idioms,
    },
    method: {
      severity: 'method',
      match: `
        (voglio|sto per|vorrei|voglia di) tagliarmi le vene
        quante {pastiglie} ~5 (morire|uccidermi|letale|per morire|mortale)
        (modi|modo|metodi|metodo|maniera) (per|di) ~3 (morire|uccidermi|suicidarmi|ammazzarmi|morire senza)
        come (uccidermi|suicidarmi|ammazzarmi|morire senza dolore|impiccarmi)
        (messo|messe|conservato|conservate|accumulato|raccolto|nascosto|tenute|tengo) ~3 {pastiglie} ~8 (prendo|prendere|tutte|notte|stanotte)
        {pastiglie} ~3 (da parte|nascoste|accumulate) ~6 (prendo|tutte|stanotte)
        (prendere|ingoiare|ingoio) (tutte le|tutto il|tutte le mie|l intera) {pastiglie}`,
      unless: '(nonna|nonno|settimana|ricetta|farmacia)',
    },
    better_without_me: {
      severity: 'thoughts',
      match: `
        (tutti|la mia famiglia|i miei figli|i miei genitori|loro|il mondo|lei|lui|starebbero|sarebbero) ~4 (meglio|più felici|più felice|sollevati) ~1 (senza di me|se non ci fossi|se fossi morta|se fossi morto|se morissi|se sparissi|se io non esistessi)
        (meglio|più felici) senza di me
        a nessuno (mancherei|importerebbe se)
        nessuno (sentirebbe la mia mancanza|se ne accorgerebbe|piangerebbe per me)
        (sono|solo) ~2 peso ~8 (senza di me|morire|sparire|morta|morto)`,
      unless: '(squadra|riunione|partita|progetto|lavoro) ~6 senza di me',
    },
    implicit: {
      severity: 'thoughts',
      ambiguous: true,
      match: `
        (voglio|vorrei|ho voglia di|voglia di|solo) ~1 (sparire|scomparire|che tutto finisca|che finisca tutto|che finisca|spegnermi)
        non (posso|riesco) ~1 (andare avanti|continuare così|più così|sopportare questa vita)
        non (vedo|ho|c è) ~1 (via d uscita|futuro|speranza|senso|uscita)
        non (merito|dovrei) (di vivere|vivere|esistere|di esistere|essere viva|essere vivo)
        (ho scritto|scritto|lasciato) ~2 (lettere d addio|lettera d addio|lettere di addio)`,
      unless: `
        (caldo|fame|lavoro|palestra|rumore|vicini|dieta|ridere|sonno|mangiare|correre|traffico|esami|capo|riunione|pioggia|torta|traslochi|trasloco)
        (sparire|scomparire) ~1 (qualche|una settimana|un po|in|al|dalla|sotto)`,
      ignore: ['negation'],
    },
    no_reason: {
      severity: 'wish',
      match: `
        non (ho|vedo|trovo|c è|esiste) ~2 (motivo|motivi|ragione|ragioni|senso) (per|di|nel) ~1 (svegliarmi domani|svegliarmi|alzarmi domani|vivere|restare viva|restare vivo|esistere)
        non so perché ~1 (vivo|sono viva|sono vivo|esisto|sono nata|sono nato|continuo a vivere)
        mi (voglio|vorrei) ~1 (uccidere|ammazzare|suicidare|impiccare|buttare giù)
        mi butto ~1 (dal|dalla|sotto|giù dal|giù dalla) ~1 (ponte|finestra|treno|balcone|tetto|metro)
        (merito|dovrei|devo|meriterei) ~1 (morire|essere morto|essere morta|la morte)
        nessuno (sentirà|sentirebbe) ~2 mancanza
        domani (sarò|sono) (morto|morta)`,
      unless:
        '(ridere|risate|fame|caldo|freddo|sonno|vergogna|noia|presto|riunione|lavoro|gioco|livello|stanc*)',
      ignore: ['negation'],
    },
    voices_tell: {
      severity: 'method',
      match:
        '(voce|voci|testa|mente|cervello) ~4 (dice|dicono|dicendo|ordina|ordinano|chiede|chiedono|urla|urlano) ~2 (di|d) ~1 (morire|uccidermi|ammazzarmi|suicidarmi|buttarmi|impiccarmi|farla finita)',
      unless: '(gioco|film|personaggio)',
    },
    overdose_wish: {
      severity: 'method',
      match: `
        (penso|pensando|voglio|vorrei|voglia|pensato) ~3 overdose
        (prendere|ingoiare) ~3 {pastiglie} ~3 (morire|non svegliarmi|dormire per sempre|farla finita)`,
      unless: '(caffè|zucchero|cioccolat*|serie)',
    },
  },
}
