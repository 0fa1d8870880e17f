import type { MicroAction } from './actions.ts'
import type { Views } from './views/views.ts'

export interface PlainReframes {
  readonly views: Views
  readonly actions: readonly MicroAction[]
  /** Stands in for the quotation when a thought has no words fit to quote. */
  readonly moment: string
  readonly quote: readonly [string, string]
}

/** Views without regard to the pattern, for languages where the engine knows the basics. */
export const OTHER_LANGUAGES: Readonly<Record<'es' | 'fr' | 'de' | 'pt' | 'it', PlainReframes>> = {
  es: {
    moment: 'este momento',
    quote: ['«', '»'],
    views: {
      evidence: [
        'En {it}, ¿qué es un hecho y qué es una suposición? Dos listas cortas bastan.',
        'Piensa en una vez en que {it} fue de otra manera. Con una sola, la frase ya es demasiado grande.',
        '¿Qué habría grabado una cámara en {it}, sin interpretar nada?',
      ],
      distance: [
        'Si una amiga te contara {it}, ¿qué le preguntarías primero?',
        'Dentro de un año, {it} tendrá otro tamaño. Hoy está muy cerca de los ojos.',
        'Un pensamiento en un día difícil se parece a un parte del tiempo: vale para hoy.',
      ],
      kindness: [
        'Es comprensible que {it} pese. No hay que resolverlo en este minuto.',
        'Detrás de {it} hay algo que te importa. Puedes cuidarlo sin castigarte.',
        'Háblate como hablarías a alguien a quien quieres y que acaba de decirte {it}.',
      ],
    },
    actions: [
      { text: 'Escribe {it} otra vez y, debajo, solo lo que sabes con seguridad.', minutes: 3 },
      { text: 'Da una vuelta corta y fíjate en cinco cosas que no conocías.', minutes: 10 },
      { text: 'Escribe tres líneas como si respondieras a una amiga.', minutes: 5 },
    ],
  },
  fr: {
    moment: 'ce moment',
    quote: ['« ', ' »'],
    views: {
      evidence: [
        'Dans {it}, qu’est-ce qui est un fait, et qu’est-ce qui est une supposition ? Deux petites listes suffisent.',
        'Cherche une seule fois où {it} s’est passé autrement. Cela suffit pour que la phrase soit trop grande.',
        'Qu’aurait filmé une caméra pour {it}, sans rien interpréter ?',
      ],
      distance: [
        'Si quelqu’un de proche te racontait {it}, quelle serait ta première question ?',
        'Dans un an, {it} aura une autre taille. Aujourd’hui, c’est tout près des yeux.',
        'Une pensée d’un jour difficile ressemble à la météo : elle vaut pour aujourd’hui.',
      ],
      kindness: [
        'On comprend que {it} pèse. Rien n’oblige à le résoudre dans la minute.',
        'Derrière {it}, il y a quelque chose qui compte pour toi. Tu peux en prendre soin sans te punir.',
        'Parle-toi comme à une personne que tu aimes et qui viendrait de te dire {it}.',
      ],
    },
    actions: [
      { text: 'Écris {it} encore une fois, et dessous seulement ce dont tu as la certitude.', minutes: 3 },
      { text: 'Fais un petit tour dehors et remarque cinq choses nouvelles.', minutes: 10 },
      { text: 'Écris trois lignes comme si tu répondais à quelqu’un de proche.', minutes: 5 },
    ],
  },
  de: {
    moment: 'diesem Moment',
    quote: ['„', '“'],
    views: {
      evidence: [
        'Was ist bei {it} Tatsache, und was ist Vermutung? Zwei kurze Listen genügen.',
        'Such ein einziges Mal, bei dem es mit {it} anders war. Eines reicht, damit der Satz zu groß ist.',
        'Was hätte eine Kamera bei {it} aufgenommen, ganz ohne Deutung?',
      ],
      distance: [
        'Wenn dir jemand Nahes von {it} erzählte, was würdest du zuerst fragen?',
        'In einem Jahr hat das mit {it} eine andere Größe. Heute ist es sehr nah vor den Augen.',
        'Ein Gedanke an einem schweren Tag ist wie das Wetter: Er gilt für heute.',
      ],
      kindness: [
        'Es ist verständlich, dass es dich mit {it} so drückt. In dieser Minute muss nichts gelöst werden.',
        'Hinter {it} steht etwas, das dir wichtig ist. Du darfst dich darum kümmern, ohne dich zu bestrafen.',
        'Sprich mit dir wie mit einem lieben Menschen, der dir gerade von {it} erzählt hat.',
      ],
    },
    actions: [
      { text: 'Schreib den Gedanken noch einmal auf und darunter nur, was du sicher weißt.', minutes: 3 },
      { text: 'Geh einmal um den Block und achte auf fünf Dinge, die dir neu sind.', minutes: 10 },
      { text: 'Schreib dir drei Zeilen, als würdest du einem Freund antworten.', minutes: 5 },
    ],
  },
  pt: {
    moment: 'este momento',
    quote: ['“', '”'],
    views: {
      evidence: [
        'Em {it}, o que é facto e o que é suposição? Duas listas curtas bastam.',
        'Procura uma única vez em que {it} foi diferente. Uma basta para a frase ser grande demais.',
        'O que teria gravado uma câmara em {it}, sem interpretar nada?',
      ],
      distance: [
        'Se alguém de quem gostas te contasse {it}, o que perguntarias primeiro?',
        'Daqui a um ano, {it} terá outro tamanho. Hoje está muito perto dos olhos.',
        'Um pensamento num dia difícil é como o tempo: vale para hoje.',
      ],
      kindness: [
        'É natural que {it} pese. Não é preciso resolver nada neste minuto.',
        'Por trás de {it} há algo que te importa. Podes cuidar disso sem te castigar.',
        'Fala contigo como falarias com alguém querido que te dissesse {it}.',
      ],
    },
    actions: [
      { text: 'Escreve {it} outra vez e, por baixo, só o que sabes ao certo.', minutes: 3 },
      { text: 'Dá uma volta curta e repara em cinco coisas novas.', minutes: 10 },
      { text: 'Escreve três linhas como se respondesses a um amigo.', minutes: 5 },
    ],
  },
  it: {
    moment: 'questo momento',
    quote: ['«', '»'],
    views: {
      evidence: [
        'In {it}, che cosa è un fatto e che cosa una supposizione? Bastano due liste brevi.',
        'Cerca una sola volta in cui {it} è andato diversamente. Ne basta una perché la frase sia troppo grande.',
        'Che cosa avrebbe ripreso una telecamera in {it}, senza interpretare?',
      ],
      distance: [
        'Se una persona cara ti raccontasse {it}, che cosa le chiederesti per prima cosa?',
        'Fra un anno {it} avrà un’altra misura. Oggi è molto vicino agli occhi.',
        'Un pensiero in una giornata difficile è come il tempo: vale per oggi.',
      ],
      kindness: [
        'È comprensibile che {it} pesi. Non c’è niente da risolvere in questo minuto.',
        'Dietro {it} c’è qualcosa a cui tieni. Puoi averne cura senza punirti.',
        'Parlati come parleresti a una persona cara che ti avesse appena detto {it}.',
      ],
    },
    actions: [
      { text: 'Scrivi {it} ancora una volta e, sotto, solo ciò che sai per certo.', minutes: 3 },
      { text: 'Fai un giro breve e nota cinque cose nuove.', minutes: 10 },
      { text: 'Scrivi tre righe come se rispondessi a una persona amica.', minutes: 5 },
    ],
  },
}
