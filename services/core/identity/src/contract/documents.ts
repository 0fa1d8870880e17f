interface LegalText {
  readonly title: string
  readonly parts: readonly (readonly [heading: string, text: string])[]
}

type Texts = Readonly<Record<'en' | 'de', LegalText>>

const terms: Texts = {
  en: {
    title: 'Terms of use',
    parts: [
      [
        'What you get',
        'In Kalei a place for reflective writing, for people of 18 years and older; in oO one tip at a time out of your own tasks. The free plan stays free; what a paid plan adds is shown before you pay.',
      ],
      [
        'What it is not',
        'Kalei is for wellness. It does not diagnose, treat or advise on medication, and it is not watched by people who could come to help. In danger, call the emergency number or one of the lines under “Help now”.',
      ],
      [
        'What is yours',
        'Your writing, your tasks and what comes out of them belong to you. We use them for nothing but showing them to you and answering you.',
      ],
      [
        'What we ask',
        'Keep your password to yourself, and do not use Kalei or oO to harm others or to break them.',
      ],
      [
        'Leaving',
        'You can take everything with you and delete your account at any moment, on every plan. A lapsed plan still reads, exports and deletes.',
      ],
    ],
  },
  de: {
    title: 'Nutzungsbedingungen',
    parts: [
      [
        'Was du bekommst',
        'In Kalei einen Ort zum nachdenklichen Schreiben, für Menschen ab 18 Jahren; in oO einen Tipp nach dem anderen aus deinen eigenen Aufgaben. Der kostenlose Tarif bleibt kostenlos; was ein bezahlter Tarif hinzufügt, siehst du, bevor du zahlst.',
      ],
      [
        'Was es nicht ist',
        'Kalei dient dem Wohlbefinden. Es stellt keine Diagnosen, behandelt nicht, rät nicht zu Medikamenten, und niemand schaut zu, der zu Hilfe kommen könnte. In Gefahr ruf den Notruf an oder eine der Nummern unter „Hilfe jetzt“.',
      ],
      [
        'Was dir gehört',
        'Deine Texte, deine Aufgaben und was daraus entsteht, gehören dir. Wir benutzen sie für nichts anderes, als sie dir zu zeigen und dir zu antworten.',
      ],
      [
        'Worum wir bitten',
        'Behalte dein Passwort für dich, und benutze Kalei und oO nicht, um anderen zu schaden oder etwas zu zerstören.',
      ],
      [
        'Gehen',
        'Du kannst jederzeit alles mitnehmen und dein Konto löschen, in jedem Tarif. Auch ein ausgelaufener Tarif liest, nimmt mit und löscht.',
      ],
    ],
  },
}

const privacy: Texts = {
  en: {
    title: 'Privacy',
    parts: [
      [
        'What is held',
        'Your e-mail and name, your settings, what you write and what Kalei writes for you, which devices are signed in, and what you agreed to.',
      ],
      [
        'What oO reads',
        'The tasks of what you connect, the tips you saw and what you did with them. Before you connect anything you see what is read, what for, and how long it stays after you disconnect. How tips are chosen is judged on a log of numbers, without a word of yours.',
      ],
      [
        'How your words are kept',
        'Every text and every task is encrypted with a key that is yours alone. Logs, counters and messages between the parts of the system hold references, never text.',
      ],
      [
        'Who answers you',
        'By default an engine on our own server. Only if you choose the language model does your text go to the provider and region named beside that choice, and you can take it back at any moment.',
      ],
      [
        'When words sound like danger',
        'A check that needs no network shows you people to reach. Such text is saved for you alone: never summarised, counted or quoted. That it happened is recorded without the words.',
      ],
      [
        'On your device',
        'What has not been sent yet is kept on this device until it has. Nothing that signs you in is stored where scripts can read it. There are no advertising or tracking tools.',
      ],
      [
        'Leaving',
        'Deleting your account destroys your key first, then every part erases its share and you get a receipt that names each.',
      ],
    ],
  },
  de: {
    title: 'Datenschutz',
    parts: [
      [
        'Was gespeichert ist',
        'Deine E-Mail und dein Name, deine Einstellungen, was du schreibst und was Kalei für dich schreibt, welche Geräte angemeldet sind, und womit du einverstanden warst.',
      ],
      [
        'Was oO liest',
        'Die Aufgaben dessen, was du verbindest, die Tipps, die du gesehen hast, und was du damit gemacht hast. Bevor du etwas verbindest, siehst du, was gelesen wird, wozu, und wie lange es nach dem Trennen bleibt. Wie Tipps gewählt werden, wird an einem Protokoll aus Zahlen gemessen, ohne ein Wort von dir.',
      ],
      [
        'Wie deine Worte liegen',
        'Jeder Text und jede Aufgabe ist mit einem Schlüssel verschlüsselt, der nur zu dir gehört. Protokolle, Zähler und Nachrichten zwischen den Teilen des Systems enthalten Verweise, nie Text.',
      ],
      [
        'Wer dir antwortet',
        'Von Haus aus ein Denkwerk auf unserem eigenen Server. Nur wenn du das Sprachmodell wählst, geht dein Text an den Anbieter und in die Region, die bei dieser Wahl stehen, und du kannst das jederzeit zurücknehmen.',
      ],
      [
        'Wenn Worte nach Gefahr klingen',
        'Eine Prüfung, die kein Netz braucht, zeigt dir Menschen, die du erreichst. Solcher Text ist nur für dich gespeichert: nie zusammengefasst, gezählt oder zitiert. Dass es geschah, wird ohne die Worte festgehalten.',
      ],
      [
        'Auf deinem Gerät',
        'Was noch nicht gesendet ist, bleibt bis dahin auf diesem Gerät. Nichts, was dich anmeldet, liegt dort, wo Skripte es lesen könnten. Es gibt keine Werbe- oder Verfolgungswerkzeuge.',
      ],
      [
        'Gehen',
        'Beim Löschen deines Kontos wird zuerst dein Schlüssel vernichtet, dann löscht jeder Teil seinen Anteil, und du bekommst einen Beleg, der jeden nennt.',
      ],
    ],
  },
}

/** What a person accepts to have an account, in every panel the same. */
export const documents = { terms, privacy } as const
export type DocumentPurpose = keyof typeof documents

/** Shown beneath the texts. */
export const documentVersion = '2026-11'

/** What the hash of a consent is taken over: all languages, so that no change of a text passes for the same. */
export const hashedText = (purpose: DocumentPurpose): string => JSON.stringify(documents[purpose])
