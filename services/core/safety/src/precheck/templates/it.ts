import type { TemplateTexts } from './template.ts'

export const it: TemplateTexts = {
  not_meant: 'Non è quello che volevo dire',
  keep_writing: 'Il tuo testo resta salvato solo per te. Puoi continuare a scrivere quando vuoi.',
  texts: {
    'suicide.gentle': [
      'È un peso grande',
      'Hai scritto che non vuoi più esserci. Grazie per averlo messo in parole.',
      'Non devi portarlo senza aiuto. Se vuoi, parla ora con qualcuno, al telefono o per iscritto. Ti ascolterà senza giudicare.',
    ],
    'suicide.urgent': [
      'Parla con qualcuno adesso, per favore',
      'Quello che hai scritto suona pericoloso per te. C’è una persona sveglia, pronta ad ascoltare.',
      'Se puoi, allontanati da ciò che potrebbe ferirti e avvicinati a qualcuno. Se sei in pericolo adesso, chiama il numero di emergenza.',
    ],
    'self_harm.gentle': [
      'Qualcosa fa male',
      'Hai scritto di farti del male. Succede spesso quando qualcosa è troppo da tacere.',
      'Se l’impulso è forte, aspetta dieci minuti, vicino ad altre persone se puoi. Puoi anche parlare con chi conosce tutto questo.',
    ],
    'self_harm.urgent': [
      'Prima il tuo corpo',
      'Se una ferita è profonda, continua a sanguinare o sembra infetta, cerca un medico adesso.',
      'Poi parla con qualcuno. Non serve spiegare tutto.',
    ],
    'abuse.gentle': [
      'Quello che è successo non è colpa tua',
      'Hai scritto che qualcuno ti fa del male o che hai paura. Decidi tu cosa viene dopo, e quando.',
      'Ci sono persone che conoscono queste situazioni. Ascoltano in modo riservato e dicono che cosa è possibile.',
    ],
    'abuse.urgent': [
      'La tua sicurezza viene prima',
      'Se sei in pericolo adesso, chiama il numero di emergenza o vai dove ci sono altre persone.',
      'Una linea di aiuto può preparare con te il passo seguente. Se qualcuno legge questo telefono, usane un altro.',
    ],
    'harm_to_others.gentle': [
      'È tanta rabbia',
      'Hai scritto di fare del male a qualcuno. Un pensiero non è un atto, e se ne può parlare.',
      'Una persona esterna può aiutarti ad abbassare la pressione.',
    ],
    'harm_to_others.urgent': [
      'Metti distanza',
      'Vai altrove, lontano dalla persona e da tutto ciò che può ferire.',
      'Chiama qualcuno adesso, prima che accada qualcosa. Se non può aspettare, chiama il numero di emergenza.',
    ],
    'overdose.urgent': [
      'Chiedi aiuto medico adesso',
      'Chiama subito il numero di emergenza o il centro antiveleni, anche se ti senti bene. Alcuni danni si vedono ore dopo.',
      'Di’ che cosa hai preso, quanto e quando. Conserva la confezione. Non provocarti il vomito. Non restare senza compagnia.',
    ],
    'eating_disorder.gentle': [
      'Sembra faticoso',
      'Scrivi del cibo e del tuo corpo come di una lotta. Non serve stare peggio per chiedere aiuto.',
      'Ci sono persone che conoscono questa lotta e ne parleranno con te.',
    ],
    'eating_disorder.urgent': [
      'Il tuo corpo ha presto bisogno di aiuto',
      'Non mangiare, svenire o vomitare può diventare pericoloso in fretta, anche se non sembra.',
      'Vai oggi da un medico o chiama uno di questi numeri. Se svieni o il cuore corre, chiama il numero di emergenza.',
    ],
    'minor_at_risk.gentle': [
      'Nessuno può fare questo a un minore',
      'Quello che descrivi non va bene, e il minore non ha colpa.',
      'C’è chi lavora per aiutare bambini e ragazzi. Si può chiedere senza dire il nome.',
    ],
    'minor_at_risk.urgent': [
      'Deve finire, e non è colpa tua',
      'Dillo a un adulto di cui ti fidi o a una di queste linee. Sono lì per bambini e ragazzi, e non serve il nome.',
      'Se siete in pericolo adesso, chiama il numero di emergenza.',
    ],
    'bystander.gentle': [
      'Sei in pensiero per qualcuno',
      'È giusto prenderlo sul serio. Puoi chiedere direttamente se pensa al suicidio. Chiederlo non mette l’idea in testa.',
      'Ascolta, resta in contatto, cercate aiuto insieme. Questi numeri sono anche per te.',
    ],
    'bystander.urgent': [
      'Aiuto per quella persona, e per te',
      'Se è in pericolo adesso, chiama il numero di emergenza e resta vicino, se è sicuro. Allontana ciò che potrebbe usare.',
      'Non dipende solo da te. Questi numeri consigliano anche amici e famiglie.',
    ],
  },
}
