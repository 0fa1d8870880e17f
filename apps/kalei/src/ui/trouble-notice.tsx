import type { ReactNode } from 'react'
import type { Limit, Trouble } from '../api/trouble.ts'
import type { Catalogue } from '../i18n/en.ts'
import type { Formats } from '../i18n/formats.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'

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
    case 'invalid':
      return Object.values(trouble.fields)[0] ?? (trouble.detail || m.trouble.unexpected)
    case 'refused':
      return trouble.code === 'identity.email_unverified'
        ? m.auth.unverified
        : trouble.detail || m.trouble.unexpected
    case 'signed_out':
      return `${m.auth.signInTitle}. ${m.trouble.kept}`
    default:
      return [m.trouble.unexpected, trouble.reference ? m.trouble.reference(trouble.reference) : '']
        .filter(Boolean)
        .join(' ')
  }
}

export function TroubleNotice(props: {
  trouble: Trouble
  doing?: Doing
  onRetry?: () => void
  actions?: ReactNode
}): ReactNode {
  const { m, format } = useI18n()
  const retry = props.onRetry ? (
    <Button kind="quiet" label={m.common.tryAgain} onPress={props.onRetry} />
  ) : null
  return (
    <Notice
      actions={
        retry || props.actions ? (
          <>
            {retry}
            {props.actions}
          </>
        ) : null
      }
    >
      {troubleText(m, format, props.trouble, props.doing)}
    </Notice>
  )
}
