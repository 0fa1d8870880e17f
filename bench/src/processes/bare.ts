/**
 * What the stack is compared with: Fastify and `pg` alone, the same transaction over the same rows with the same
 * policies, each round trip awaited; no token, contract, limit, look for an earlier outcome, log line, trace, measure
 * or relay. A read does not wait for its commit and a write sends what follows its row in one go, as the stack does.
 */
import { randomUUID } from 'node:crypto'
import Fastify, { type FastifyRequest } from 'fastify'
import pg from 'pg'
import { given, tell } from './messages.ts'

export interface BareInput {
  /** Signs in as the app does. */
  readonly url: string
  /** Signs in as the owner, whom no policy binds: for the single statement. */
  readonly ownerUrl: string
  readonly userId: string
}

const { url, ownerUrl, userId } = JSON.parse(given) as BareInput
const pool = new pg.Pool({ connectionString: url, max: 16 })
pool.on('connect', (client) => void client.query('set role triptych_app'))
const ownerPool = new pg.Pool({ connectionString: ownerUrl, max: 16 })
const server = Fastify()

interface ById {
  Params: { id: string }
}

const begin = (mode: string) => `begin ${mode}; select
  set_config('role', 'triptych_notes', true),
  set_config('search_path', '"notes", platform, pg_temp', true),
  set_config('app.user_id', '${userId}', true),
  set_config('app.organization_id', '', true),
  set_config('statement_timeout', '10000', true)`
const selectNote = 'select id, title, body, created_at from notes where id = $1'
const insertNote = 'insert into notes (id, title, body, created_at, user_id) values ($1, $2, $3, $4, $5)'

async function readNote(request: FastifyRequest<ById>) {
  const client = await pool.connect()
  try {
    await client.query(begin('read only'))
    const { rows } = await client.query(selectNote, [request.params.id])
    return rows[0]
  } finally {
    void client.query('commit').then(() => client.release())
  }
}

server.post<{ Body: { title: string; body: string } }>('/notes', async (request, reply) => {
  const id = randomUUID()
  const createdAt = new Date().toISOString()
  const key = String(request.headers['idempotency-key'])
  const client = await pool.connect()
  await client.query(begin('read write'))
  await client.query(insertNote, [id, request.body.title, request.body.body, createdAt, userId])
  await client.query(
    `insert into outbox (id, subject, body, user_id, occurred_at)
       values ('${id}', 'notes.note.created.v1', '\\x${Buffer.from(id).toString('hex')}'::bytea, '${userId}', '${createdAt}');
     insert into idempotency_keys (user_id, operation, key, request_hash, resource_id, created_at)
       values ('${userId}', 'notes.createNote', ${pg.escapeLiteral(key)}, '${id}', '${id}', '${createdAt}'); commit`,
  )
  client.release()
  return reply.status(201).send({ id, ...request.body, created_at: createdAt })
})

async function readNoteAlone(request: FastifyRequest<ById>) {
  const { rows } = await ownerPool.query(
    'select id, title, body, created_at from notes.notes where id = $1 and user_id = $2',
    [request.params.id, userId],
  )
  return rows[0]
}

server.post<{ Body: { title: string; body: string } }>('/single/notes', async (request, reply) => {
  const id = randomUUID()
  const createdAt = new Date().toISOString()
  await ownerPool.query(
    'insert into notes.notes (id, title, body, created_at, user_id) values ($1, $2, $3, $4, $5)',
    [id, request.body.title, request.body.body, createdAt, userId],
  )
  return reply.status(201).send({ id, ...request.body, created_at: createdAt })
})

server.get<ById>('/notes/:id', (request) => readNote(request))
server.get<ById>('/single/notes/:id', (request) => readNoteAlone(request))
process.on('disconnect', () => process.exit(0))
tell(await server.listen({ host: '127.0.0.1', port: 0 }))
