import type { AddressInfo, Socket } from 'node:net'
import { callbackify } from 'node:util'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { Clock } from '../kit/clock.ts'
import { strikes, type MailFaultKind, type MailFaults } from './faults.ts'
import type { IncomingMail, Inbox } from './inbox.ts'

export interface SmtpParts {
  readonly inbox: Inbox
  readonly faults: MailFaults
  readonly clock: Clock
  readonly host: string
  readonly port: number
}

export interface RunningSmtp {
  readonly port: number
  close(): Promise<void>
}

/** An SMTP server that takes mail for anyone, with any name and password or none. */
export async function startSmtp(parts: SmtpParts): Promise<RunningSmtp> {
  const stopped = new AbortController()
  const sockets = new Set<Socket>()
  const server = createServer(parts, sockets, stopped.signal)
  server.server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.on('error', () => {
    // A broken client connection is its own affair; the server goes on.
  })
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(parts.port, parts.host, () => resolve())
  })
  return {
    port: (server.server.address() as AddressInfo).port,
    async close() {
      stopped.abort()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
    },
  }
}

function createServer(parts: SmtpParts, sockets: ReadonlySet<Socket>, signal: AbortSignal): SMTPServer {
  const { inbox, faults } = parts
  const accept = callbackify(async (stream: SMTPServerDataStream, session: SMTPServerSession) => {
    const drop = (): void => {
      for (const socket of sockets) if (socket.remotePort === session.remotePort) socket.destroy()
    }
    try {
      inbox.deliver(await receive(stream, session, { ...parts, drop, signal }))
    } finally {
      stream.resume()
    }
  })
  return new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    size: 30 * 1024 * 1024,
    closeTimeout: 200,
    onAuth: (auth, _session, done) => done(null, { user: auth.username ?? 'anyone' }),
    onRcptTo(address, _session, done) {
      const failed = faults.take(['smtp_421', 'smtp_550'], strikes([address.address]))
      done(failed === undefined ? null : refusal(failed.kind))
    },
    onData: (stream, session, done) => accept(stream, session, (error) => done(error)),
  })
}

const refusals: Partial<Record<MailFaultKind, readonly [number, string]>> = {
  smtp_421: [421, '4.3.2 Service not available, closing transmission channel'],
  smtp_451: [451, '4.3.0 Requested action aborted: local error in processing'],
  smtp_550: [550, '5.1.1 Requested action not taken: mailbox unavailable'],
}

function refusal(kind: MailFaultKind): Error {
  const [responseCode, message] = refusals[kind] ?? [451, '4.3.0 Local error']
  return Object.assign(new Error(message), { responseCode })
}

interface Reception {
  readonly faults: MailFaults
  readonly clock: Clock
  readonly signal: AbortSignal
  readonly drop: () => void
}

async function receive(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  { faults, clock, signal, drop }: Reception,
): Promise<IncomingMail> {
  const to = session.envelope.rcptTo.map(({ address }) => address)
  if (faults.take(['smtp_drop'], strikes(to)) !== undefined) {
    drop()
    throw refusal('smtp_451')
  }
  const parsed = await simpleParser(stream, { skipImageLinks: true, skipTextToHtml: true })
  const slow = faults.take(['smtp_slow'], strikes(to))
  if (slow !== undefined) await clock.wait(slow.options.delay_ms ?? 5000, signal)
  if (faults.take(['smtp_451'], strikes(to)) !== undefined) throw refusal('smtp_451')
  if (stream.sizeExceeded) throw Object.assign(new Error('5.3.4 Message too big'), { responseCode: 552 })
  return toMail(parsed, to)
}

function toMail(parsed: ParsedMail, to: readonly string[]): IncomingMail {
  return {
    from: parsed.from?.text ?? '',
    to,
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html === false ? '' : parsed.html,
    headers: Object.fromEntries(
      parsed.headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(':') + 1).trim()]),
    ),
    attachments: parsed.attachments.map((attachment, index) => ({
      filename: attachment.filename ?? `attachment-${index + 1}`,
      contentType: attachment.contentType,
      contentId: attachment.cid,
      content: attachment.content,
    })),
    via: 'smtp',
  }
}
