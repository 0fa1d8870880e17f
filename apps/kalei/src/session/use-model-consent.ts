import type { Consent, Recipient } from '../api/wire.ts'
import { isSame, modelPurpose } from './consents.ts'
import { useConsents } from './use-consents.ts'
import { useRecipients } from './use-recipients.ts'

export interface ModelConsent {
  recipients: readonly Recipient[]
  /** What the person agreed to and did not take back, whoever answers now. */
  given: readonly Consent[]
  /** Who receives what they write. */
  allowed: readonly Recipient[]
  /** Who would, if the person agreed to them as well. */
  unasked: readonly Recipient[]
}

/** What a person agreed to beside who there is to agree to; undefined until both are known. */
export function useModelConsent(): ModelConsent | undefined {
  const consents = useConsents().data
  const recipients = useRecipients().data
  if (consents === undefined || recipients === undefined) return undefined
  const given = consents.filter(({ purpose }) => purpose === modelPurpose)
  const isAllowed = (recipient: Recipient): boolean => given.some((consent) => isSame(consent, recipient))
  return {
    recipients,
    given,
    allowed: recipients.filter(isAllowed),
    unasked: recipients.filter((recipient) => !isAllowed(recipient)),
  }
}
