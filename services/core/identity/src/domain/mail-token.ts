import { createHmac } from 'node:crypto'

export type MailTokenPurpose = 'verify_email' | 'reset_password' | 'invitation'

const hour = 3_600_000
export const mailTokenLifetimeMs = {
  verify_email: 24 * hour,
  reset_password: hour,
  invitation: 7 * 24 * hour,
}

/** The token of a mail. It is derived, so that a mail can be written again without the token being kept. */
export const mailTokenOf = (secret: string, purpose: MailTokenPurpose, id: string): string =>
  createHmac('sha256', Buffer.from(secret, 'base64')).update(`${purpose}:${id}`).digest('base64url')
