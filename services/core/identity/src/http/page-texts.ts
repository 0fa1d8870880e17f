export type PageLanguage = 'en' | 'de'

const en = {
  goOn: 'Go on',
  verify: {
    title: 'Is this your e-mail address?',
    text: 'Confirm it to finish setting up your account.',
    confirm: 'Yes, confirm it',
  },
  verified: {
    title: 'Your e-mail address is confirmed',
    text: 'You can close this page and go on where you were.',
  },
  reset: {
    title: 'Choose a new password',
    label: 'New password, at least 8 characters with upper and lower case and a digit',
    set: 'Set the password',
    problems: {
      password_common: 'This password is among those that are guessed first. Choose another one.',
      password_weak: 'Use at least 8 characters, with an upper-case letter, a lower-case letter and a digit.',
    },
  },
  passwordSet: {
    title: 'Your new password is set',
    text: 'All devices were signed out. Sign in with it.',
  },
  broken: {
    title: 'This link is not valid any more',
    verify: 'It is too old or incomplete. Sign in and ask for the mail again.',
    reset: 'It was used before, is too old or incomplete.',
    askAgain: 'Ask for a new link',
  },
  problem: {
    title: 'You are not signed in',
    unknown: 'Something went wrong. Try again.',
    of: {
      provider_unavailable: 'This way to sign in is not available right now.',
      sign_in_expired: 'This sign-in took too long, or was begun in another browser.',
      sign_in_denied: 'The sign-in was stopped on the other side.',
      sign_in_failed: 'The other side’s answer could not be confirmed.',
      provider_email_unverified: 'Your provider has not verified your e-mail address. Verify it there first.',
      account_unavailable: 'This account cannot sign in at the moment. Write to support.',
    },
  },
}

const de: typeof en = {
  goOn: 'Weiter',
  verify: {
    title: 'Ist das deine E-Mail-Adresse?',
    text: 'Bestätige sie, dann ist dein Konto eingerichtet.',
    confirm: 'Ja, bestätigen',
  },
  verified: {
    title: 'Deine E-Mail-Adresse ist bestätigt',
    text: 'Du kannst diese Seite schließen und dort weitermachen, wo du warst.',
  },
  reset: {
    title: 'Wähle ein neues Passwort',
    label: 'Neues Passwort, mindestens 8 Zeichen mit Großbuchstabe, Kleinbuchstabe und Ziffer',
    set: 'Passwort setzen',
    problems: {
      password_common: 'Dieses Passwort gehört zu denen, die zuerst geraten werden. Wähle ein anderes.',
      password_weak: 'Nimm mindestens 8 Zeichen, mit Großbuchstabe, Kleinbuchstabe und Ziffer.',
    },
  },
  passwordSet: {
    title: 'Dein neues Passwort gilt',
    text: 'Alle Geräte wurden abgemeldet. Melde dich mit dem neuen Passwort an.',
  },
  broken: {
    title: 'Dieser Link gilt nicht mehr',
    verify: 'Er ist zu alt oder unvollständig. Melde dich an und fordere die E-Mail noch einmal an.',
    reset: 'Er wurde schon benutzt, ist zu alt oder unvollständig.',
    askAgain: 'Neuen Link anfordern',
  },
  problem: {
    title: 'Du bist nicht angemeldet',
    unknown: 'Etwas ging schief. Versuche es noch einmal.',
    of: {
      provider_unavailable: 'Dieser Weg zur Anmeldung ist gerade nicht verfügbar.',
      sign_in_expired: 'Diese Anmeldung hat zu lange gedauert oder wurde in einem anderen Browser begonnen.',
      sign_in_denied: 'Die Anmeldung wurde auf der anderen Seite abgebrochen.',
      sign_in_failed: 'Die Antwort der anderen Seite ließ sich nicht bestätigen.',
      provider_email_unverified:
        'Dein Anbieter hat deine E-Mail-Adresse nicht geprüft. Bestätige sie zuerst dort.',
      account_unavailable: 'Dieses Konto kann sich gerade nicht anmelden. Schreib an den Support.',
    },
  },
}

/** What the pages behind the links in mails and of a failed sign-in say. */
export const pageTexts: Readonly<Record<PageLanguage, typeof en>> = { en, de }
