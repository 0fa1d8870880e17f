import type { Lexicon } from './language.ts'

export const italian: Lexicon = {
  frequent:
    'il lo gli le che di un una per con ma perche molto mio mia sono sempre mai nessuno tutto niente non mi oggi io lei lui anche ho piu quando essere del della al si questo ieri e nel stato ha come devo tutta solo stata e i domani alle domani mi tutte dei mia era',
  joints: 'ma|perche|anche se|quindi|e (?:adesso|ora|io|lui|lei|tutti|nessuno)',
  rules: {
    all_or_nothing: [
      {
        weight: 0.8,
        on: 'se tutto o totale completo completamente intera intero',
        match:
          'se non .{0,60}?(?:perfett[oa]|migliore|riesco|perfettamente).{0,60}?(?:non serve|non vale|fallimento|niente|tanto vale|inutile)|(?:o )?tutto o niente|o .{2,50}? o (?:niente|sono|e un fallimento)|(?:fallimento|disastro) (?:totale|completo|assoluto)|(?:tutt[oa]|inter[oa]) .{0,25}?(?:rovinat[oa]|sprecat[oa]|da buttare)',
      },
    ],
    overgeneralization: [
      {
        weight: 0.82,
        on: 'sempre',
        match:
          '(?:rovino|sbaglio|fallisco|deludo|perdo|capita|succede|finisco|va|finisce|dimentico|tutti|mi [a-z]+) sempre ?(?:tutto|a me|male|storto|cosi|da sol[oa]|per [a-z]+)?|sempre (?:colpa|a me|tutto)',
      },
      {
        weight: 0.82,
        on: 'mai niente tutto',
        match:
          '(?:non )?(?:ne )?(?:faccio|riesco|combino|ho|finisco|concludo|va|funziona) (?:mai )?(?:a fare )?(?:mai |niente |nulla )+(?:di )?(?:buono|bene|giusto|fortuna)?|niente (?:mi )?(?:va|riesce|funziona)|rovino tutto|sbaglio tutto|tutto (?:quello che faccio )?(?:va|mi va) (?:storto|male)',
      },
      {
        weight: 0.78,
        on: 'nessuno tutti',
        match:
          '(?:nessuno mi (?:ascolta|aiuta|capisce|invita|chiede)|tutti (?:mi )?(?:abbandonano|deludono|lasciano|mentono|prima o poi))',
      },
    ],
    mental_filter: [
      {
        weight: 0.78,
        on: 'solo unica',
        match:
          "(?:riesco (?:solo )?a pensare solo|penso solo|vedo solo|ricordo solo|l'unica cosa (?:che|a cui)|non faccio che pensare).{0,50}",
      },
    ],
    disqualifying_positive: [
      {
        weight: 0.82,
        on: 'fortuna conta gentile gentili pena cortesia chiunque',
        match:
          '(?:e stata|era|ho avuto) (?:solo |pura |soltanto )?fortuna|non conta(?: niente)?|(?:solo )?per (?:pena|gentilezza|cortesia|essere gentil[ei]|educazione)|chiunque (?:avrebbe|puo|poteva|ci sarebbe)',
      },
    ],
    mind_reading: [
      {
        weight: 0.9,
        on: 'pensano pensa credono crede odia odiano sopporta ridono giudicando',
        match:
          '(?:tutti|loro|lui|lei|la gente|il mio [a-z]+|la mia [a-z]+|mi[oa] [a-z]+|sicuramente) .{0,30}?(?:pensa(?:no)?|cred(?:e|ono)) che (?:io )?(?:sono|sia|non)|mi odia(?:no)?|non mi (?:sopporta|sopportano|vuole)|(?:ridono|ridevano) di me|mi (?:stanno|stavano) giudicando|(?:e|sono) stuf[aioe] di me|a nessuno importa di me|nessuno mi vuole',
      },
    ],
    fortune_telling: [
      {
        weight: 0.84,
        on: 'sara andra mai bocceranno lascera rimarro restero fallira fallero trovero riusciro diranno',
        match:
          '(?:andra (?:malissimo|male|tutto storto)|sara un (?:disastro|fallimento|fiasco)|mi (?:bocceranno|lascera|licenzieranno|rifiuteranno)|(?:restero|rimarro|moriro) (?:per sempre )?sol[oa]|fallir[oa]|fallero|non (?:trovero|riusciro|saro|ce la faro|guariro) .{0,30}?(?:mai|nessuno)?|diranno (?:sicuramente )?di no|nessuno (?:verra|mi amera|mi vorra))',
      },
    ],
    catastrophizing: [
      {
        weight: 0.84,
        on: 'vita mondo se sopporto catastrofe finita peggiore peggio',
        match:
          '(?:la mia vita|la mia carriera|tutto) e (?:finit[oa]|rovinat[oa]|perdut[oa]|pers[oa])|(?:e )?la fine del mondo|e se .{0,60}?(?:mor|cancro|tumore|infarto|incidente|perdo|licenzi)|non (?:lo |la )?sopporto (?:piu|questo)|non ce la faccio piu|e una catastrofe|la cosa peggiore',
      },
    ],
    emotional_reasoning: [
      {
        weight: 0.84,
        on: 'sento',
        match:
          'mi sento .{0,50}?(?:quindi|percio|allora|vuol dire|significa|dunque)|mi sento (?:un |una |cosi |come |davvero )*(?:inutile|fallit[oa]|fallimento|peso|stupid[oa]|schifo|nullita|incapace)',
      },
    ],
    should_statements: [
      {
        weight: 0.82,
        on: 'dovrei avrei devo dovrebbe',
        match:
          '(?:non )?dovrei (?:essere|avere|gia|riuscire|sapere|sentir\\w*|piangere|farcela|stare|aver)|avrei dovuto .{0,40}|devo (?:essere perfett[oa]|essere forte|piacere|farcela sempre)|(?:lui|lei|la gente) dovrebbe(?:ro)? (?:sapere|capire|sempre)',
      },
    ],
    labeling: [
      {
        weight: 0.88,
        on: 'sono che e',
        match:
          "(?:sono|che) (?:proprio |davvero |un |un'|una |cosi |solo |il |la |vero |vera |soltanto |troppo |totale )*(?:idiota|inutile|stupid[oa]|fallit[oa]|fallimento|imbecille|patetic[oa]|brutt[oa]|pigr[oa]|peso|codard[oa]|schifo|cattiva (?:madre|persona|figlia|amica)|cattivo (?:padre|figlio|amico)|pessim[oa] [a-z]+|buon[oa] a nulla|nullita|disastro|scem[oa]|incapace|impostor[ae]|perdente)|(?:lui |lei )?e un[a']? ?(?:idiota|egoista|mostro|stronz[oa])",
      },
    ],
    personalization: [
      {
        weight: 0.86,
        on: 'colpa causa',
        match:
          '(?:e|era|e stata|tutta|tutto) (?:tutta |solo )?colpa mia|per colpa mia|per causa mia|la colpa e (?:tutta )?mia|mi do la colpa',
      },
    ],
    blaming: [
      {
        weight: 0.85,
        on: 'colpa rovinato distrutto',
        match:
          '(?:e )?(?:tutta |solo )?colpa (?:sua|loro|tua|di |del |della |dei )|per colpa (?:sua|di |del |della )|mi ha(?:nno)? (?:rovinato|distrutto) la vita',
      },
    ],
    comparing: [
      {
        weight: 0.84,
        on: 'di me altri confronto tutti',
        match:
          '(?:meglio|piu [a-z]+|migliore|migliori) di me|(?:gli altri|tutti) .{0,50}? (?:e|tranne) (?:io|me)|gli altri (?:ce la fanno|riescono|sono)|non saro mai (?:cosi|brav[oa])|(?:in confronto|rispetto) a',
      },
    ],
  },
  reported:
    '(?:ha detto|dice|hanno detto|disse|ha urlato|mi ha detto|secondo|canta|ha scritto|rispose)(?: che)?',
  denied: '(?:non|mai|neanche|non e)',
  resolved: 'prima (?:credevo|pensavo)|non e vero che|non (?:credo|penso) piu',
  hedged: 'forse|a volte|magari|puo darsi',
}
