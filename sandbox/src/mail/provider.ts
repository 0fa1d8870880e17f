import { z } from 'zod'
import { defineProvider } from '../kit/provider.ts'
import { createMailFaults } from './faults.ts'
import { createInbox } from './inbox.ts'
import { mountInbox } from './routes.ts'
import { mountSendGrid } from './sendgrid.ts'
import { startSmtp } from './smtp.ts'

export const mail = defineProvider({
  title: 'Mail',
  summary: "An SMTP server and SendGrid's HTTP interface; everything ends in one inbox.",
  settings: z.object({
    /** 0 takes a free port. */
    smtpPort: z.coerce.number().int().min(0).max(65_535).default(3925),
    /** The one key that SendGrid's interface takes; any key when absent. */
    apiKey: z.string().min(1).optional(),
  }),
  environment: { SANDBOX_SMTP_PORT: 'smtpPort', SANDBOX_SENDGRID_API_KEY: 'apiKey' },
  async create({ clock, host }, { smtpPort, apiKey }) {
    const faults = createMailFaults(clock)
    const inbox = createInbox(clock)
    const smtp = await startSmtp({ inbox, faults, clock, host, port: smtpPort })
    const address = `smtp://${host}:${smtp.port}`
    return {
      faults,
      addresses: { smtp: address },
      links: [{ label: 'Inbox', href: '/mail' }],
      routes(app) {
        mountInbox(app, inbox)
        mountSendGrid(app, { inbox, faults, clock, apiKey })
      },
      facts: () => [
        { label: 'Mails', value: String(inbox.list().length) },
        { label: 'SMTP', value: address },
      ],
      reset: () => inbox.clear(),
      close: () => smtp.close(),
    }
  },
})
