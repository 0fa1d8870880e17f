/** A mail as it goes out. */
export interface OutgoingMail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** The same for every attempt at one mail, so that a receiver can tell a repetition. */
  readonly messageId: string
  /** One-click address of mails that can be turned off. */
  readonly unsubscribeUrl: string | undefined
  readonly attachments: readonly { filename: string; content_type: string; content: string }[]
}

export interface Transport {
  readonly name: 'smtp' | 'sendgrid'
  /** Fails with a `DeliveryError`. */
  send(mail: OutgoingMail, signal: AbortSignal): Promise<void>
  close(): Promise<void>
}

/** Why a mail did not go out. Holds a code and nothing of what the other side said. */
export class DeliveryError extends Error {
  /** `smtp_550`, `smtp_unreachable`, `sendgrid_429`, … */
  readonly code: string
  /** Whether the same mail will be refused for ever. */
  readonly isPermanent: boolean

  constructor(code: string, isPermanent: boolean) {
    super(code)
    this.name = 'DeliveryError'
    this.code = code
    this.isPermanent = isPermanent
  }
}

export const listHeaders = (url: string): Record<string, string> => ({
  'List-Unsubscribe': `<${url}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})
