import { createServer } from 'node:net'

export interface WantedPort {
  readonly variable: string
  readonly port: number
  readonly for: string
}

export class PortTaken extends Error {
  constructor(wanted: WantedPort) {
    super(
      `Port ${wanted.port}, which the ${wanted.for} wants, is taken by another program.\n` +
        `Stop that program, or choose a free port with ${wanted.variable}, for example: ${wanted.variable}=${wanted.port + 10} npm start`,
    )
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

function listens(port: number, host: string): Promise<boolean> {
  return new Promise((done, failed) => {
    const probe = createServer()
    probe.once('error', (error) => {
      const code = codeOf(error)
      if (code === 'EADDRINUSE') done(false)
      else if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') done(true)
      else failed(error)
    })
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => done(true)))
  })
}

/** Throws PortTaken for the first port that something listens on, in either address family of loopback. */
export async function requireFreePorts(wanted: readonly WantedPort[]): Promise<void> {
  for (const one of wanted)
    for (const host of ['127.0.0.1', '::1']) if (!(await listens(one.port, host))) throw new PortTaken(one)
}
