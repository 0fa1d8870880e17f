import { createHash } from 'node:crypto'

/** A Google account of the sandbox, with the claims of its ID token. */
export interface Person {
  readonly sub: string
  readonly email: string
  readonly email_verified: boolean
  readonly name: string
  readonly given_name: string
  readonly family_name: string
  readonly picture: string
  /** The hosted domain; only accounts of a Workspace have one. */
  readonly hd?: string
}

export interface NewPerson {
  readonly email: string
  readonly name?: string | undefined
  readonly emailVerified?: boolean | undefined
  readonly hd?: string | undefined
}

export interface People {
  list(): Person[]
  findBySub(sub: string): Person | undefined
  findByEmail(email: string): Person | undefined
  /** Finds the account of this address or opens one. */
  ensure(person: NewPerson): Person
  reset(): void
}

const residents: readonly NewPerson[] = [
  { email: 'demo@example.com', name: 'Dana Demo' },
  { email: 'ada@glasshouse.example', name: 'Ada Okafor', hd: 'glasshouse.example' },
  { email: 'mateo.rios@example.net', name: 'Mateo Ríos' },
  {
    email: 'annegret.oberdorfer@example.org',
    name: 'Dr. Annegret Oberdorfer-Schwarzenbergerstein',
  },
  { email: 'kim.unverified@example.com', name: 'Kim Larsen', emailVerified: false },
]

/** The same address always has the same 21-digit subject, as Google's have. */
export function subjectOf(email: string): string {
  const digest = createHash('sha256').update(`google:${email.toLowerCase()}`).digest('hex')
  return `1${(BigInt(`0x${digest}`) % 10n ** 20n).toString().padStart(20, '0')}`
}

export function createPeople(url: string): People {
  const bySub = new Map<string, Person>()

  const ensure = (entry: NewPerson): Person => {
    const email = entry.email.trim().toLowerCase()
    const known = bySub.get(subjectOf(email))
    if (known !== undefined) return known
    const person = describe(url, email, entry)
    bySub.set(person.sub, person)
    return person
  }
  const reset = (): void => {
    bySub.clear()
    for (const resident of residents) ensure(resident)
  }
  reset()

  return {
    list: () => [...bySub.values()],
    findBySub: (sub) => bySub.get(sub),
    findByEmail: (email) => bySub.get(subjectOf(email.trim())),
    ensure,
    reset,
  }
}

function describe(url: string, email: string, entry: NewPerson): Person {
  const name = entry.name?.trim() || nameFrom(email)
  const words = name.split(/\s+/)
  const family = words.length > 1 ? (words.at(-1) ?? '') : ''
  const sub = subjectOf(email)
  return {
    sub,
    email,
    email_verified: entry.emailVerified ?? true,
    name,
    given_name: words.slice(0, family === '' ? undefined : -1).join(' '),
    family_name: family,
    picture: `${url}/google/pictures/${sub}.svg`,
    ...(entry.hd === undefined ? {} : { hd: entry.hd }),
  }
}

function nameFrom(email: string): string {
  const local = email.split('@')[0] ?? email
  return local
    .split(/[._+-]+/)
    .filter((part) => part !== '')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ')
}

/** A round portrait with the person's initials, in a colour of their own. */
export function drawPicture(person: Person): string {
  const hue = Number.parseInt(person.sub.slice(-4), 10) % 360
  const letters = [person.given_name.replace(/^Dr\.\s*/, ''), person.family_name]
    .map((part) => part.charAt(0).toUpperCase())
    .join('')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="96" height="96"><circle cx="48" cy="48" r="48" fill="hsl(${hue} 34% 40%)"/><text x="48" y="49" fill="#fff" font-family="system-ui, sans-serif" font-size="36" font-weight="500" text-anchor="middle" dominant-baseline="central">${letters}</text></svg>`
}
