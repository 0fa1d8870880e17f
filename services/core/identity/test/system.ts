import {
  type Person,
  send,
  signUp,
  testPassword,
  bootModules,
  type TestSystem,
  type TestSystemOptions,
} from '@triptych/testkit'
import { newId } from '@triptych/kernel'
import { identityContract, loadDataKey } from '../src/contract/index.ts'
import { identityModule } from '../src/module.ts'

export const bootIdentity = (
  database: TestSystemOptions['database'],
  environment: Record<string, string> = {},
): Promise<TestSystem> => bootModules({ modules: [identityModule], database, environment, loadDataKey })

export const identityOf = (system: TestSystem) => system.clientOf(identityContract)

/** The newest mail of a template to an address, as whoever sends mails would get it. */
export async function mailTo(system: TestSystem, template: string, email: string) {
  const [row] = await system.database.asOwner<{ id: string }>(
    'select id from identity.mails where template = $1 and email = $2 order by id desc limit 1',
    [template, email],
  )
  if (row === undefined) return undefined
  const { mail } = await identityOf(system).getMail(system.contextFor(), { mail_id: row.id })
  return mail ?? undefined
}

export async function tokenTo(system: TestSystem, template: string, email: string): Promise<string> {
  const mail = await mailTo(system, template, email)
  const link = new URL(mail?.variables['link'] ?? 'http://none.invalid/')
  return link.searchParams.get('token') ?? link.pathname.split('/').at(-1) ?? ''
}

export const post = (system: TestSystem, path: string, body: unknown, headers: Record<string, string> = {}) =>
  send(system, 'POST', `/api/v1${path}`, { body, headers })

/** Sends a form of a page, as its button does, without going where the answer leads. */
export const submitForm = (
  system: TestSystem,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string>,
): Promise<Response> =>
  fetch(`${system.baseUrl}/api/v1${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers,
    redirect: 'manual',
  })

export const logIn = (system: TestSystem, email: string, password = testPassword) =>
  post(system, '/auth/login', { email, password })

export async function verified(system: TestSystem, email = `${newId()}@example.org`): Promise<Person> {
  const person = await signUp(system, email)
  await post(system, '/auth/verify-email', { token: await tokenTo(system, 'verify_email', email) })
  return person
}

export async function organizationOf(person: Person, name = `Glasshouse ${newId()}`): Promise<string> {
  const reply = await person.send('POST', '/api/v1/organizations', { body: { name } })
  return (reply.body as { id: string }).id
}

/** Cookies that a reply has set, by name. */
export const cookiesOf = (headers: Headers): Record<string, string> =>
  Object.fromEntries(
    headers.getSetCookie().map((line) => {
      const pair = line.split(';')[0] ?? ''
      return [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
    }),
  )

export const codeOf = (reply: { body: unknown }): string => (reply.body as { code?: string }).code ?? ''
