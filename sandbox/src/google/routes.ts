import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Provider } from 'oidc-provider'
import { z } from 'zod'
import type { Clock } from '../kit/clock.ts'
import { connectionSignal } from '../kit/connection.ts'
import { sendPage } from '../kit/page.ts'
import type { GoogleFaults, Place } from './faults.ts'
import { paths, sessionCookie } from './configuration.ts'
import { chooserPage, failurePage } from './pages.ts'
import { drawPicture, type People, type Person } from './people.ts'

export interface GoogleParts {
  readonly oidc: Provider
  readonly people: People
  readonly faults: GoogleFaults
  readonly clock: Clock
}

const newPersonSchema = z.strictObject({
  email: z.email(),
  name: z.string().max(120).optional(),
  email_verified: z.boolean().optional(),
  hd: z.string().max(253).optional(),
})

export function mountGoogle(app: FastifyInstance, parts: GoogleParts): void {
  mountPeople(app, parts.people)
  mountChooser(app, parts)
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    // The OIDC provider reads the body itself.
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
    const callback = parts.oidc.callback()
    scope.all('/*', (request, reply) => serveOidc(request, reply, { ...parts, callback }))
  })
}

function mountPeople(app: FastifyInstance, people: People): void {
  app.get('/people', () => ({ items: people.list() }))

  app.post('/people', (request, reply) => {
    const parsed = newPersonSchema.safeParse(request.body)
    if (!parsed.success) return reply.code(400).send({ error: z.prettifyError(parsed.error) })
    const { email_verified: emailVerified, ...person } = parsed.data
    return reply.code(201).send(people.ensure({ ...person, emailVerified }))
  })

  app.get<{ Params: { file: string } }>('/pictures/:file', (request, reply) => {
    const person = people.findBySub(request.params.file.replace(/\.svg$/, ''))
    if (person === undefined) return reply.code(404).send({ error: 'Nobody has this picture.' })
    return reply.type('image/svg+xml').header('cache-control', 'max-age=300').send(drawPicture(person))
  })
}

interface ChoiceForm {
  readonly email?: string
  readonly other_email?: string
  readonly other_name?: string
  readonly unverified?: string
  readonly deny?: string
}

type Choosing = Pick<GoogleParts, 'oidc' | 'people'> & { readonly problem?: string }

async function showChooser(
  request: FastifyRequest,
  reply: FastifyReply,
  { oidc, people, problem }: Choosing,
): Promise<FastifyReply> {
  const details = await oidc.interactionDetails(request.raw, reply.raw).catch(() => undefined)
  if (details === undefined) {
    const explanation = 'This sign-in was finished or took too long.'
    return sendPage(reply.code(400), failurePage('interaction_not_found', explanation))
  }
  const { uid, params } = details
  const hint = params['login_hint']
  const choice = {
    uid,
    people: people.list(),
    returnHost: new URL(String(params['redirect_uri'])).host,
    hint: typeof hint === 'string' ? hint : undefined,
    problem,
  }
  return sendPage(reply, chooserPage(choice))
}

function mountChooser(app: FastifyInstance, parts: GoogleParts): void {
  const { oidc, people } = parts
  app.get('/choose/:uid', (request, reply) => showChooser(request, reply, parts))

  app.post<{ Body: ChoiceForm | undefined }>('/choose/:uid', async (request, reply) => {
    const form = request.body ?? {}
    const person = choose(people, form)
    if (person === undefined && form.deny === undefined) {
      const problem = 'Give an e-mail address, for example jo@example.com.'
      return await showChooser(request, reply.code(400), { oidc, people, problem })
    }
    const result =
      person === undefined
        ? { error: 'access_denied', error_description: 'The person declined.' }
        : { login: { accountId: person.sub, remember: false } }
    reply.hijack()
    await oidc.interactionFinished(request.raw, reply.raw, result).catch(() => reply.raw.destroy())
    return reply
  })
}

function choose(people: People, form: ChoiceForm): Person | undefined {
  if (form.email !== undefined) return people.findByEmail(form.email)
  const email = z.email().safeParse(form.other_email)
  if (!email.success) return undefined
  return people.ensure({
    email: email.data,
    name: form.other_name,
    emailVerified: form.unverified === undefined,
  })
}

const placesByPath: readonly [string, Place][] = [
  [paths.discovery, 'discovery'],
  [paths.jwks, 'jwks'],
  [paths.token, 'token'],
  [paths.userinfo, 'userinfo'],
  [paths.authorization, 'authorize'],
]

type Callback = (request: IncomingMessage, response: ServerResponse) => Promise<void>

async function serveOidc(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: GoogleParts & { callback: Callback },
): Promise<FastifyReply> {
  const url = new URL(request.url, 'http://localhost')
  const path = url.pathname.replace(/^\/google/, '')
  const place = placesByPath.find(([prefix]) => path === prefix)?.[1]
  if (place !== undefined && (await strike(request, reply, { ...parts, place }))) return reply
  if (place === 'authorize') await prepareAuthorization(request.raw, url, parts)

  const { raw } = request
  Object.assign(raw, { originalUrl: `/google${path}${url.search}`, url: `${path}${url.search}` })
  reply.hijack()
  for (const [name, value] of Object.entries(reply.getHeaders())) reply.raw.setHeader(name, value ?? '')
  await parts.callback(raw, reply.raw)
  return reply
}

/** Lets an armed fault have its way; true when it has answered. */
async function strike(
  request: FastifyRequest,
  reply: FastifyReply,
  { faults, clock, place }: GoogleParts & { place: Place },
): Promise<boolean> {
  const isHere = ({ at = 'token' }: { at?: Place | undefined }): boolean => at === place
  const slow = faults.take(['slow'], isHere)
  if (slow !== undefined) await clock.wait(slow.options.delay_ms ?? 5000, connectionSignal(reply.raw))
  const broken = faults.take(['server_error'], isHere)
  if (broken !== undefined) {
    reply
      .code(broken.options.status ?? 500)
      .send({ error: 'internal_failure', error_description: 'Backend Error' })
    return true
  }
  if (place === 'token' && faults.take(['invalid_grant']) !== undefined) {
    reply.code(400).send({ error: 'invalid_grant', error_description: 'Bad Request' })
    return true
  }
  return false
}

/**
 * Every sign-in starts without a session, so the page to choose on always comes; `auto` chooses for
 * the person, so that a program needs neither page nor cookies.
 */
async function prepareAuthorization(
  raw: IncomingMessage,
  url: URL,
  { oidc, people }: GoogleParts,
): Promise<void> {
  if (url.searchParams.get('prompt') !== 'none') url.searchParams.delete('prompt')
  const auto = url.searchParams.get('auto')
  url.searchParams.delete('auto')
  delete raw.headers.cookie
  if (auto === null) return
  const person = find(people, auto)
  if (person === undefined) return
  const session = new oidc.Session()
  session.loginAccount({ accountId: person.sub })
  await session.save(600)
  raw.headers.cookie = `${sessionCookie}=${session.jti}`
}

/** `auto` is an e-mail (opened on the spot), a part of a name or address before the @, or "approve". */
function find(people: People, auto: string): Person | undefined {
  if (auto.includes('@')) return people.ensure({ email: auto })
  const wanted = auto === 'approve' ? 'demo' : auto.toLowerCase()
  return people
    .list()
    .find(
      ({ email, name }) => email.split('@')[0] === wanted || name.toLowerCase().split(' ').includes(wanted),
    )
}
