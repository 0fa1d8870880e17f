export type InvitationEnd = 'accepted' | 'withdrawn' | 'replaced'

interface Invitation {
  readonly expires_at: string
  readonly ended_at: string | null
  readonly end_reason: InvitationEnd | null
}

/** Whether it can be accepted now, and if not, why. Those that ended before the reason was kept count as withdrawn. */
export function invitationState(
  { expires_at: expires, ended_at: ended, end_reason: reason }: Invitation,
  now: string,
): InvitationEnd | 'open' | 'expired' {
  if (ended !== null) return reason ?? 'withdrawn'
  return expires <= now ? 'expired' : 'open'
}
