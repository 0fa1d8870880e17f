import type { Limit, Trouble } from '../api/trouble.ts'
import type { Catalogue } from '../i18n/en.ts'
import type { Formats } from '../i18n/formats.ts'

/** What the person was doing when a limit was met. */
export type Doing = 'mirror' | 'turn'

function limitFirst(m: Catalogue, limit: Limit, doing: Doing | undefined): string {
  const { used, limit: most, reframes } = limit
  if (used === undefined || most === undefined) return m.trouble.limitOther
  if (reframes) return m.trouble.limitReframes(used, most)
  if (doing === undefined) return m.trouble.limitOther
  return doing === 'turn' ? m.trouble.limitTurns(used, most) : m.trouble.limitMirror(used, most)
}

function limitText(m: Catalogue, format: Formats, limit: Limit, doing: Doing | undefined): string {
  const { resetsAt, upgradeTo } = limit
  const first = limitFirst(m, limit, doing)
  const when = resetsAt === undefined ? '' : m.trouble.limitResets(format.moment(resetsAt))
  const plan = upgradeTo === undefined ? undefined : (m.you.planName[upgradeTo] ?? upgradeTo)
  return [first, when, plan === undefined ? '' : m.trouble.limitLifts(plan), m.trouble.kept]
    .filter(Boolean)
    .join(' ')
}

/** What the app says itself about a refusal, in its own language. */
const refusals = ({ auth, mirror, trouble }: Catalogue): Readonly<Record<string, string>> => ({
  'identity.email_unverified': auth.unverified,
  'identity.email_taken': auth.taken,
  'identity.password_common': auth.weak,
  'identity.password_incorrect': auth.wrongPassword,
  'identity.token_invalid': auth.linkBroken,
  'identity.account_unavailable': trouble.unavailable,
  'mirror.session_closed': mirror.stray,
})

function invalidText(m: Catalogue, { code, detail, fields }: Trouble & { kind: 'invalid' }): string {
  const [field, words] = Object.entries(fields)[0] ?? []
  const known = refusals(m)[code] ?? m.trouble.fields[field?.split('.').at(-1) ?? '']
  return known ?? m.trouble.refused(words ?? detail)
}

/** One calm sentence or two for anything that can go wrong. */
export function troubleText(m: Catalogue, format: Formats, trouble: Trouble, doing?: Doing): string {
  switch (trouble.kind) {
    case 'offline':
      return m.trouble.offline
    case 'away':
      return m.trouble.away
    case 'resting':
      return m.trouble.resting
    case 'slow':
      return `${m.trouble.slow(trouble.seconds)} ${m.trouble.kept}`
    case 'limit':
      return limitText(m, format, trouble.limit, doing)
    case 'conflict':
      return m.trouble.conflict
    case 'gone':
      return m.common.notFoundText
    case 'unkept':
      return m.trouble.unkept
    case 'invalid':
      return invalidText(m, trouble)
    case 'refused':
      return refusals(m)[trouble.code] ?? m.trouble.refused(trouble.detail)
    case 'signed_out':
      return `${m.auth.signInTitle}. ${m.trouble.kept}`
    default:
      return [m.trouble.unexpected, trouble.reference ? m.trouble.reference(trouble.reference) : '']
        .filter(Boolean)
        .join(' ')
  }
}
