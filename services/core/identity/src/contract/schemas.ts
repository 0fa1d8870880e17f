import { id, line, timestamp } from '@triptych/kernel'
import { z } from 'zod'

const wellFormed = (value: string): boolean => value.isWellFormed() && !value.includes('\u0000')
const broken = 'This has a broken character. Remove it and try again.'

export const email = z
  .string()
  .max(254, 'Use at most 254 characters.')
  .refine(wellFormed, broken)
  .trim()
  .toLowerCase()
  .regex(z.regexes.email, 'Write a complete e-mail address, like name@example.org.')

const lettersAndDigit = [/[a-z]/, /[A-Z]/, /\d/]

/** What is typed into a password field; judged by the account, not by rules. */
export const givenPassword = z
  .string()
  .min(1, 'Write your password.')
  .max(200, 'Use at most 200 characters.')
  .refine(wellFormed, broken)

/** At least 8 characters with an upper-case and a lower-case letter and a digit; common ones are refused by the service. */
export const newPassword = givenPassword
  .min(8, 'Use at least 8 characters.')
  .refine(
    (value) => lettersAndDigit.every((pattern) => pattern.test(value)),
    'Use an upper-case letter, a lower-case letter and a digit.',
  )

/** A token from a mail, a reply or a cookie. */
export const token = (max = 200) =>
  z.string().min(1, 'The token is missing.').max(max).refine(wellFormed, broken)

/** A page of this site that the person came from; links in mails lead back to it, and anything else is not followed. */
export const returnTo = z
  .string()
  .min(1, 'Name a page of this site, or leave this out.')
  .max(500)
  .refine(wellFormed, broken)
  .optional()

export const fullName = line(200)
export const organizationName = line(120)
export const role = z.enum(['owner', 'admin', 'member'])

export const user = z.object({
  id,
  email: z.string(),
  full_name: z.string(),
  email_verified: z.boolean(),
})

export const organization = z.object({ id, name: z.string() })
export const membership = organization.extend({ role })

/** Tokens are left out when the session lives in cookies. */
export const tokens = z.object({
  access_token: z.string().optional(),
  refresh_token: z.string().optional(),
  expires_in: z.number().int().describe('Seconds until the access token ends'),
  token_type: z.literal('Bearer'),
})

/** What a suspended person gets: minutes in which to export and to delete. */
export const restrictedSignIn = tokens.omit({ refresh_token: true })

export const deviceToken = z
  .string()
  .describe('Tells this device from a stranger’s at the next sign-in; send it back then')

export const signedIn = tokens.extend({ user, device_token: deviceToken.optional() })

export const sessionKind = z
  .enum(['token', 'cookie'])
  .default('token')
  .describe('Where the browser or program keeps it')

const isLocale = (value: string): boolean => {
  try {
    return Intl.getCanonicalLocales(value).length === 1
  } catch {
    return false
  }
}

const isTimeZone = (value: string): boolean => {
  try {
    const { timeZone: known } = new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions()
    return /^[A-Za-z]/.test(known)
  } catch {
    return false
  }
}

export const locale = z
  .string()
  .min(2)
  .max(35)
  .regex(/^[A-Za-z]{2,3}(-|$)/, 'Use a language tag, like en or de-CH.')
  .refine(isLocale, 'Use a language tag, like en or de-CH.')
export const timeZone = z.string().max(64).refine(isTimeZone, 'Use an IANA time zone, like Europe/Zurich.')
export const region = z.string().regex(/^[A-Z]{2}$/, 'Use a country code of two letters, like CH.')

export const me = user.extend({
  roles: z.array(z.string()),
  organizations: z.array(membership),
  profile: z.object({ locale: z.string(), time_zone: z.string(), region: z.string().nullable() }),
})

export const userStatus = z.enum(['active', 'suspended', 'inactive'])

export const session = z.object({
  id,
  current: z.boolean().describe('Whether it is the one that asks'),
  user_agent: z.string().nullable(),
  ip: z.string().nullable(),
  created_at: timestamp,
  last_used_at: timestamp,
})

/** What a program's token may do; an operation names the scope it needs. */
export const tokenScopes = [
  'kalei:read',
  'kalei:write',
  'oo:read',
  'oo:write',
  'licensing:read',
  'licensing:write',
  'memory:read',
  'memory:write',
] as const

export const personalToken = z.object({
  id,
  name: z.string(),
  prefix: z.string().describe('The visible beginning of the token'),
  scopes: z.array(z.string()),
  organization_id: id.nullable(),
  created_at: timestamp,
  expires_at: timestamp,
  last_used_at: timestamp.nullable(),
})

export const member = z.object({
  user_id: id,
  email: z.string(),
  full_name: z.string(),
  role,
  joined_at: timestamp,
})

export const invitation = z.object({
  id,
  email: z.string(),
  role: z.enum(['admin', 'member']),
  invited_by: id.nullable(),
  created_at: timestamp,
  expires_at: timestamp,
})

/** What somebody who holds the link may know before they join. */
export const invitationDetails = z.object({
  organization,
  email: z.string().describe('Whom it was sent to'),
  role: z.enum(['admin', 'member']),
  state: z.enum(['open', 'accepted', 'withdrawn', 'replaced', 'expired']),
  expires_at: timestamp,
})

export const team = z.object({
  id,
  name: z.string(),
  members: z.array(z.object({ user_id: id, full_name: z.string() })),
  created_at: timestamp,
})

/** Lower-case words joined by `_`: a purpose is named by whoever asks for it. */
const word = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[a-z][a-z0-9_.-]*$/, 'Use lower-case letters, digits and _.')

export const purpose = word(50).describe(
  'terms, privacy, model_processing, connector, or another purpose that a panel asks for',
)
export const connector = word(50)
export const provider = word(50)
export const dataRegion = word(20)

export const consent = z.object({
  id,
  purpose: z.string(),
  connector: z.string().nullable(),
  provider: z.string().nullable(),
  region: z.string().nullable(),
  document: z.object({ version: z.string(), sha256: z.string() }).nullable(),
  granted_at: timestamp,
  withdrawn_at: timestamp.nullable(),
})
