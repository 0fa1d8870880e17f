import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { sendPage } from '../kit/page.ts'
import { countActive, type Account } from './account.ts'
import { accountPage } from './account-page.ts'
import { fillings, type Filling } from './accounts.ts'
import { readFields, readPlace } from './commands.ts'
import { TodoistError } from './errors.ts'
import { isUncompletable, type Item } from './model.ts'
import type { TodoistParts } from './parts.ts'
import { read, sendOrReturn } from '../kit/switch-body.ts'
import {
  addTask,
  closeTask,
  completeTask,
  deleteTask,
  moveTask,
  postponeTask,
  uncompleteTask,
  updateTask,
} from './tasks.ts'

const accountSchema = z.strictObject({
  email: z.email(),
  name: z.string().max(120).optional(),
  filling: z.enum(Object.keys(fillings) as [Filling, ...Filling[]]).optional(),
  time_zone: z.string().max(64).optional(),
})

type Act = (account: Account, id: string, body: Record<string, unknown>) => unknown

/** What a person can do to a task in Todoist's own app. */
const acts: Readonly<Record<string, Act>> = {
  close: closeTask,
  complete: completeTask,
  reopen: uncompleteTask,
  postpone: postponeTask,
  update: (account, id, body) => updateTask(account, id, readFields(account, body)),
  move: (account, id, body) => moveTask(account, id, readPlace(body)),
  delete: deleteTask,
}

/** The accounts as their owners see them: a page to look at and to poke, and the same as JSON. */
export function mountAccounts(app: FastifyInstance, parts: TodoistParts): void {
  mountPages(app, parts)
  mountTasks(app, parts)

  app.post('/accounts', (request, reply) => {
    const given = read(accountSchema, request.body, reply)
    if (given === undefined) return reply
    const { time_zone: timeZone, ...entry } = given
    return reply.code(201).send(describe(parts.accounts.ensure({ ...entry, timeZone }), parts))
  })

  app.post<{ Params: { account: string } }>('/accounts/:account/disconnect', (request, reply) => {
    const account = parts.accounts.find(request.params.account)
    if (account === undefined) return missing(reply)
    parts.grants.revokeAccount(account.owner.email)
    return sendOrReturn(request, reply, describe(account, parts), pageOf(account))
  })
}

function mountPages(app: FastifyInstance, parts: TodoistParts): void {
  app.get<{ Querystring: { account?: string } }>('/', ({ query }, reply) => {
    const account = parts.accounts.find(query.account ?? 'demo')
    return account === undefined ? missing(reply) : sendPage(reply, accountPage(account, parts))
  })

  app.get('/accounts', () => ({ items: parts.accounts.list().map((account) => describe(account, parts)) }))

  app.get<{ Params: { account: string } }>('/accounts/:account', ({ params }, reply) => {
    const account = parts.accounts.find(params.account)
    return account === undefined ? missing(reply) : reply.send(describe(account, parts))
  })

  app.get<{ Params: { account: string } }>('/accounts/:account/tasks', ({ params }, reply) => {
    const account = parts.accounts.find(params.account)
    return account === undefined ? missing(reply) : reply.send({ items: account.changedSince('items', -1) })
  })
}

function mountTasks(app: FastifyInstance, { accounts }: TodoistParts): void {
  app.post<{ Params: { account: string }; Body: Record<string, unknown> | undefined }>(
    '/accounts/:account/tasks',
    (request, reply) => {
      const account = accounts.find(request.params.account)
      if (account === undefined) return missing(reply)
      return attempt(request, reply, account, () => {
        const { due_string: string, ...body } = request.body ?? {}
        const due = typeof string === 'string' && string !== '' ? { due: { string } } : {}
        const item = addTask(account, readFields(account, { ...body, ...due }), readPlace(body))
        reply.code(201)
        return item
      })
    },
  )

  app.post<{
    Params: { account: string; id: string; act: string }
    Body: Record<string, unknown> | undefined
  }>('/accounts/:account/tasks/:id/:act', (request, reply) => {
    const { params, body = {} } = request
    const account = accounts.find(params.account)
    const act = Object.hasOwn(acts, params.act) ? acts[params.act] : undefined
    if (account === undefined || act === undefined) return missing(reply)
    return attempt(request, reply, account, () => {
      act(account, params.id, body)
      return account.changedSince('items', -1).find(({ id }) => id === params.id)
    })
  })
}

function attempt(
  request: FastifyRequest,
  reply: FastifyReply,
  account: Account,
  act: () => Item | undefined,
): FastifyReply {
  try {
    return sendOrReturn(request, reply, act(), pageOf(account))
  } catch (error) {
    if (!(error instanceof TodoistError)) throw error
    return reply.code(error.status).send(error.body)
  }
}

const pageOf = ({ owner }: Account): string => `/todoist?account=${encodeURIComponent(owner.email)}`

function missing(reply: FastifyReply): FastifyReply {
  return reply.code(404).send({ error: 'There is no such account or action.' })
}

function describe(account: Account, { grants }: TodoistParts): Record<string, unknown> {
  const { key, userId, email, name, timeZone } = account.owner
  const items = account.list('items')
  return {
    key,
    user_id: userId,
    email,
    name,
    time_zone: timeZone,
    tasks: countActive(account),
    completed: items.filter(({ checked }) => checked).length,
    uncompletable: items.filter(isUncompletable).length,
    tokens_alive: grants.alive(email),
  }
}
