/**
 * What seats are compared with: Fastify with one Lua call and one insert for taking a seat, in one transaction with the same
 * outbox and audit rows, the latter without their chain; and, for keeping it, with a lease that is verified, one Lua call and a lease that is signed. No contract,
 * limit, key, machine, epoch, count of overlaps, log line or measure.
 */
import { createHash, generateKeyPairSync, randomUUID, sign, verify } from 'node:crypto'
import { createRedisScripts } from '@triptych/kv'
import Fastify from 'fastify'
import pg from 'pg'
import { given, tell } from '../processes/messages.ts'

export interface BareLicense {
  readonly id: string
  readonly key: string
  readonly organizationId: string
}

const { url, redisUrl } = JSON.parse(given) as { url: string; redisUrl: string }
const byKey = new Map<string, BareLicense>()
const pool = new pg.Pool({ connectionString: url, max: 16 })
pool.on('connect', (client) => void client.query('set role triptych_app'))
const scripts = createRedisScripts({
  url: redisUrl,
  prefix: `bare:${randomUUID()}:`,
  scripts: {
    take: `if redis.call('ZCARD', KEYS[1]) >= 100000 then return 0 end
      return redis.call('ZADD', KEYS[1], ARGV[2], ARGV[3])`,
    keep: `return redis.call('ZADD', KEYS[1], 'XX', 'CH', ARGV[2], ARGV[3])`,
  },
})
const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const header = encode({ alg: 'Ed25519', typ: 'lease' })

function lease(claims: object): string {
  const signed = `${header}.${encode(claims)}`
  return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`
}

const begin = (organizationId: string) => `begin read write; select
  set_config('role', 'triptych_licensing', true),
  set_config('search_path', '"licensing", platform, pg_temp', true),
  set_config('app.user_id', '', true),
  set_config('app.organization_id', '${organizationId}', true),
  set_config('statement_timeout', '10000', true)`
const insertSession = `insert into sessions
  (id, license_id, organization_id, machine, epoch, started_at, last_heartbeat_at, expires_at, grace_until, held_until,
   overlap) values ($1, $2, $3, $4, 1, now(), now(), now(), now(), now(), false)`
const outboxRow = (subject: string, organizationId: string, size: number) =>
  `insert into outbox (id, subject, body, organization_id, occurred_at)
     values ('${randomUUID()}', '${subject}', '\\x${'00'.repeat(size)}'::bytea, '${organizationId}', now())`

let position = 0
const zeros = (size: number): string => `'\\x${'00'.repeat(size)}'::bytea`
const auditRow = (session: string, license: BareLicense) =>
  `select set_config('role', 'triptych_privacy', true);
   insert into privacy.audit_entries (id, tenant_kind, tenant_id, position, action, target, occurred_at, refs, commitment,
       sealed_personal, personal_commitment, hash)
     values ('${randomUUID()}', 'organization', '${license.organizationId}', ${(position += 1)},
       'licensing.seat.acquired', 'session:${session}', now(), '{"license_id": "${license.id}"}', ${zeros(32)},
       ${zeros(130)}, ${zeros(32)}, ${zeros(32)})`

const server = Fastify()

server.post<{ Body: { license_key: string; hardware_id: string } }>('/acquire', async (request, reply) => {
  const license = byKey.get(request.body.license_key)
  if (license === undefined) return reply.status(404).send()
  const machine = createHash('sha256').update(request.body.hardware_id).digest('base64url')
  const session = randomUUID()
  await scripts.run('take', [license.id], [Date.now() + 360_000, session])
  const client = await pool.connect()
  await client.query(begin(license.organizationId))
  await client.query(insertSession, [session, license.id, license.organizationId, `${machine}${session}`])
  await client.query(
    `${outboxRow('licensing.seat.taken.v1', license.organizationId, 140)};
     ${outboxRow('platform.audit.recorded.v1', license.organizationId, 260)};
     ${auditRow(session, license)}; commit`,
  )
  client.release()
  return reply
    .status(201)
    .send({ session_id: session, signed_token: lease({ license: license.id, session }) })
})

server.post<{ Body: { signed_token: string } }>('/heartbeat', async (request, reply) => {
  const [head = '', payload = '', signature = ''] = request.body.signed_token.split('.')
  const signed = Buffer.from(`${head}.${payload}`)
  if (!verify(null, signed, publicKey, Buffer.from(signature, 'base64url'))) return reply.status(401).send()
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as {
    license: string
    session: string
  }
  await scripts.run('keep', [claims.license], [Date.now() + 360_000, claims.session])
  return reply.send({ signed_token: lease(claims) })
})

process.on('message', (licenses: readonly BareLicense[]) => {
  for (const license of licenses) byKey.set(license.key, license)
  tell('known')
})
process.on('disconnect', () => process.exit(0))
tell(await server.listen({ host: '127.0.0.1', port: 0 }))
