import type { Responder } from '@triptych/http'

/** What the operations' JSON cannot say. */
export const responders: Record<string, Responder> = {
  getSigningKeys({ reply }, output) {
    reply.header('cache-control', 'public, max-age=300')
    return output
  },
  downloadLicense({ reply }, output) {
    reply
      .header('content-disposition', 'attachment; filename="coditect-license.json"')
      .header('cache-control', 'no-store')
    return output
  },
  ...Object.fromEntries(
    ['showLicenseKey', 'rotateLicenseKey', 'acquireSeat', 'heartbeat', 'heartbeatSession'].map((name) => [
      name,
      notKept,
    ]),
  ),
}

function notKept({ reply }: Parameters<Responder>[0], output: unknown): unknown {
  reply.header('cache-control', 'no-store')
  return output
}
