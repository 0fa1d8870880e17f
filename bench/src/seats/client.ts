/** The clients: their own process, so that they take no time of the server's event loop. */
import { Agent, request } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { tell } from '../processes/messages.ts'

export interface SeatLoad {
  readonly url: string
  readonly inFlight: number
  /** How many are due in a second; as many as are answered where it is absent. */
  readonly perSecond?: number
  readonly bodies: readonly object[]
}

export interface SeatResult {
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly answers: readonly Record<string, unknown>[]
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 })

function post(url: string, body: object): Promise<Record<string, unknown>> {
  const text = JSON.stringify(body)
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      let answer = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk))
      response.on('end', () => {
        const isWell = (response.statusCode ?? 500) < 300
        if (isWell) resolve(answer === '' ? {} : (JSON.parse(answer) as Record<string, unknown>))
        else reject(new Error(`${url} answered ${response.statusCode}: ${answer}`))
      })
    })
    sent.on('error', reject)
    sent.end(text)
  })
}

async function run({ url, inFlight, perSecond, bodies }: SeatLoad): Promise<SeatResult> {
  const answers: Record<string, unknown>[] = Array.from({ length: bodies.length }, () => ({}))
  const taken: number[] = []
  let next = 0
  const from = performance.now()
  const worker = async () => {
    for (let at = next++; at < bodies.length; at = next++) {
      // Counted from when it was due: whoever waits for a client that is free waits too.
      const due = perSecond === undefined ? performance.now() : from + (at * 1_000) / perSecond
      if (due > performance.now()) await setTimeout(due - performance.now())
      answers[at] = await post(url, bodies[at] ?? {})
      taken.push(performance.now() - due)
    }
  }
  await Promise.all(Array.from({ length: inFlight }, worker))
  const seconds = (performance.now() - from) / 1_000
  taken.sort((a, b) => a - b)
  const quantile = (share: number) => taken[Math.floor(taken.length * share)] ?? Number.NaN
  return { perSecond: bodies.length / seconds, p50Ms: quantile(0.5), p99Ms: quantile(0.99), answers }
}

process.on(
  'message',
  (load: SeatLoad) => void run(load).then(tell, (error: Error) => tell({ failure: error.message })),
)
tell('ready')
