import type { Catalogue } from './en.ts'

/** What is said before there is an account. */
export const landing: Catalogue['landing'] = {
  title: 'Sieh den Gedanken. Wende ihn.',
  text: 'Kalei ist ein Ort, um frei zu schreiben. Er zeigt dir in deinen eigenen Worten, wo ein Gedanke schief liegt, und hilft dir, ihn von einer anderen Seite anzusehen.',
  begin: 'Anfangen',
  signIn: 'Ich habe ein Konto',
  small:
    'Wohlbefinden, keine Therapie. Kostenlos nutzbar, jederzeit kündbar, und alles lässt sich mitnehmen.',
  tryTitle: 'Probier, wie es sich anfühlt',
  tryLead: 'Jemand schrieb das nach einem langen Tag. Drück auf die farbigen Worte.',
  tryBefore: 'Ich habe zwei Folien vergessen, und jetzt ',
  tryFragment: 'halten mich alle für eine Hochstaplerin',
  tryAfter:
    '. Auf dem Heimweg hat es geregnet, und ich stand eine Weile unter dem Kastanienbaum. Das war gut.',
  tryViews: [
    'Zwei von zwanzig Folien fehlten. Drei Leute blieben für Fragen, das tut man selten bei einer Hochstaplerin.',
    'Erzählte dir das eine Freundin, klänge sie müde, nicht ertappt.',
    'Es tut weh, weil es dir wichtig war. Das ist Sorgfalt, kein Versagen.',
  ],
  tryAction: 'Schick die zwei Folien an die Gruppe, mit einem einfachen Satz dazu.',
  tryAfterword:
    'Der Regen und der Kastanienbaum bleiben, wie sie sind. Nicht jeder Satz muss gewendet werden.',
}

export const welcome: Catalogue['welcome'] = {
  title: 'Bevor du schreibst',
  step: (n, of) => `${n} von ${of}`,
  next: 'Weiter',
  what: {
    title: 'Was Kalei ist',
    points: [
      'Eine Seite, die mitliest. Du schreibst, wie es kommt; manche Worte bekommen einen sanften Farbstrich.',
      'Ein Strich heißt: Dieser Gedanke liegt schief. Tippe ihn an, und er entfaltet sich in drei andere Sichtweisen und eine kleine Sache, die du tun kannst.',
      'Kein Strich ist auch eine Antwort. Traurig ist nicht falsch, und das meiste, was du schreibst, braucht keine Berichtigung.',
    ],
  },
  not: {
    title: 'Was es nicht ist',
    points: [
      'Keine Therapie und keine Ärztin. Es stellt keine Diagnosen und sagt nichts über Medikamente.',
      'Nicht für Notfälle. Wenn es dunkel wird, zeigt „Hilfe jetzt“ Menschen, die du sofort erreichst, auf jeder Seite und ohne Verbindung.',
      'Es läuft dir nicht nach. Keine Serien, die reißen können, kein schlechtes Gewissen.',
    ],
  },
  who: {
    title: 'Wer was lesen kann',
    rows: [
      ['Du', 'Alles, immer. Du kannst alles mitnehmen oder löschen.'],
      [
        'Menschen, die Kalei betreiben',
        'Deine Texte nicht. Sie sind mit einem eigenen Schlüssel verschlüsselt; niemand liest sie bei der Arbeit.',
      ],
      ['Die Software', 'Deinen Text, für den Augenblick, den die Antwort braucht.'],
      ['Das Modell einer anderen Firma', 'Nichts, solange du es auf der nächsten Seite nicht erlaubst.'],
    ],
  },
  model: {
    title: 'Deine Wahl: wie Kalei denkt',
    off: 'Das eingebaute Denkwerk',
    offDetail:
      'Läuft auf unserem eigenen Server. Keine andere Firma sieht ein Wort. Einfacher, und es funktioniert.',
    on: 'Ein Sprachmodell',
    onDetail: 'Aufmerksamere Antworten.',
    sentTo: (name) => `Dein Text geht an ${name}.`,
    sentThrough: (name, hosts) => `Dein Text geht über ${name} an eine dieser Firmen: ${hosts}.`,
    place: (place) => `Wo er verarbeitet wird: ${place}.`,
    anywhere: 'irgendwo auf der Welt',
    keepsNothing:
      'Gefragt werden nur Firmen, die zusagen, nichts aufzubewahren und nichts zum Training zu benutzen.',
    mayKeep: 'Wie lange er dort aufbewahrt wird, entscheiden sie.',
    note: 'Du kannst das jederzeit unter „Du“ ändern. Nichts wird gesendet, bevor du es wählst.',
  },
  finish: 'Mein Konto anlegen',
  leave: {
    title: 'Nichts für dich?',
    text: 'Wenn du unter 18 bist oder im falschen Konto, kommst du hier wieder hinaus. Was über dich gespeichert ist, bleibt deins: Nimm es mit, oder lösche es.',
    account: 'Mein Konto und meine Daten',
  },
}
