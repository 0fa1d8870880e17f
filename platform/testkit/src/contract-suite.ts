import { type Context, type Contract, newId, pathParameters, takesBody } from '@triptych/kernel'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { bootModules, type TestSystem, type TestSystemOptions } from './boot-modules.ts'
import { brokenBodies, buildRequest, type PublicOperation, publicOperations } from './contract-cases.ts'
import { type Person, type Reply, send, signUp } from './people.ts'

export type Input = Record<string, unknown>

/**
 * Inputs that succeed, by `module.operation`. Each call prepares what the operation needs (a row to read, a session
 * to write to) for that person and gives an input of its own.
 */
export type Fixtures = Readonly<
  Record<string, (person: Person, system: TestSystem) => Promise<Input> | Input>
>

export interface ContractSuiteOptions extends TestSystemOptions {
  readonly title: string
  readonly contracts: readonly Contract[]
  readonly fixtures: Fixtures
  /** Writes of a person that ignore an Idempotency-Key, by `module.operation`, each with its reason. */
  readonly withoutReplay?: Readonly<Record<string, string>>
  /** Gives a person what an operation needs beyond an account: a role, an organisation, a plan. */
  readonly prepare?: (person: Person, target: PublicOperation, system: TestSystem) => Promise<Person>
}

/** What no operation takes that does not ask for more. */
const oversizeBytes = 1024 * 1024
const badToken = { authorization: 'Bearer not.a.token' }

/** Tests every public operation against what its contract promises. An operation without a fixture fails. */
export function describeContracts(options: ContractSuiteOptions): void {
  describe(options.title, () => {
    let system: TestSystem
    const failed: string[] = []
    const onLog = (line: string): void => {
      if (line.includes('"operation.failed"')) failed.push(line)
      options.onLog?.(line)
    }
    beforeAll(async () => {
      system = await bootModules({ ...options, onLog })
    })
    afterAll(() => system.close())
    // An error that its operation does not declare reaches nobody: it is a failure of ours, and stands in the log.
    afterEach(() => expect(failed.splice(0)).toEqual([]))

    const newPerson = async (target: PublicOperation): Promise<Person> => {
      const person = await signUp(system)
      return options.prepare === undefined ? person : options.prepare(person, target, system)
    }
    const inputFor = async (target: PublicOperation, person: Person): Promise<Input> => {
      const fixture = options.fixtures[target.id]
      if (fixture === undefined) throw new Error(`no fixture for ${target.id}`)
      return fixture(person, system)
    }

    for (const contract of options.contracts) describeDeadlines(contract, () => system)
    for (const target of publicOperations(options.contracts)) {
      describe(`${target.http.method} ${target.http.path} (${target.id})`, () => {
        const whyNoReplay = options.withoutReplay?.[target.id]
        const scene: Scene = { target, whyNoReplay, system: () => system, newPerson, inputFor }
        describeAccess(scene)
        describeInput(scene)
        describeIdempotency(scene)
        describeIsolation(scene)
      })
    }
  })
}

/** Asked by each process, so that a module apart is reached over both links. */
function describeDeadlines(contract: Contract, system: () => TestSystem): void {
  it.each(Object.keys(contract.operations))(
    `${contract.name}.%s is over once its deadline has passed`,
    async (name) => {
      const { running, clock, contextFor } = system()
      const late = { ...contextFor(), deadline: clock.now() - 1 }
      for (const { assembly } of running) {
        const call = assembly.clientOf(contract, 'edge')[name] as (
          context: Context,
          input: unknown,
        ) => unknown
        await expect(endOf(call(late, {}))).rejects.toMatchObject({ code: 'request.timeout' })
      }
    },
  )
}

/** A stream ends with its first step. */
const endOf = (answer: unknown): Promise<unknown> =>
  Promise.resolve(
    typeof answer === 'object' && answer !== null && 'next' in answer
      ? (answer as AsyncGenerator).next()
      : answer,
  )

interface Scene {
  readonly target: PublicOperation
  readonly whyNoReplay: string | undefined
  readonly system: () => TestSystem
  newPerson(target: PublicOperation): Promise<Person>
  inputFor(target: PublicOperation, person: Person): Promise<Input>
}

function describeAccess({ target, system, newPerson, inputFor }: Scene): void {
  it('answers a valid request with its declared status', async () => {
    const person = await newPerson(target)
    const { method, path, body } = buildRequest(target, await inputFor(target, person))
    const reply = await person.send(method, path, { body })
    expect({ status: reply.status, text: reply.status < 400 ? '' : reply.text }).toEqual({
      status: expect.toSatisfy((status: number) => status >= 200 && status < 400) as number,
      text: '',
    })
  })

  if (target.operation.access.who === 'anonymous') return

  it('is 401 without a credential and with a broken one', async () => {
    const person = await newPerson(target)
    const { method, path, body } = buildRequest(target, await inputFor(target, person))
    for (const headers of [{}, badToken]) {
      const reply = await send(system(), method, path, { body, headers })
      expect(reply.status).toBe(401)
      expectProblem(reply, 'request.unauthenticated')
    }
  })

  if (target.operation.access.who !== 'admin') return

  it('is 403 for a person who is no admin', async () => {
    const person = await signUp(system())
    const admin = await newPerson(target)
    const { method, path, body } = buildRequest(target, await inputFor(target, admin))
    expect((await person.send(method, path, { body })).status).toBe(403)
  })
}

function describeInput({ target, newPerson, inputFor }: Scene): void {
  if (!takesBody(target.http)) return

  it('refuses broken bodies, naming the field', async () => {
    const person = await newPerson(target)
    const valid = await inputFor(target, person)
    const { method, path, body } = buildRequest(target, valid)
    for (const broken of brokenBodies(target, body ?? {})) {
      const reply = await person.send(method, path, { body: broken.body })
      expect({ what: broken.what, status: reply.status }).toEqual({ what: broken.what, status: 400 })
      expectProblem(reply, 'request.invalid')
      if (broken.field !== undefined) expect(namedFields(reply)).toContain(broken.field)
    }
  })

  it('refuses a body that is no JSON, and one that is too large', async () => {
    const person = await newPerson(target)
    const { method, path } = buildRequest(target, await inputFor(target, person))
    const broken = await person.send(method, path, { raw: '{"a":' })
    expect(broken.status).toBe(400)
    expectProblem(broken, 'request.invalid')
    const oversize = await person.send(method, path, {
      raw: JSON.stringify({ text: 'x'.repeat(target.operation.bodyLimit ?? oversizeBytes) }),
    })
    expect(oversize.status).toBe(413)
    expectProblem(oversize, 'request.too_large')
  })
}

function describeIdempotency({ target, whyNoReplay, newPerson, inputFor }: Scene): void {
  const { access, idempotency } = target.operation
  if (target.http.method === 'GET' || access.who === 'anonymous') return
  if (whyNoReplay !== undefined) {
    it(`ignores an Idempotency-Key: ${whyNoReplay}`, () => expect(idempotency).toBe('none'))
    return
  }

  it('gives the first answer again under the same Idempotency-Key, and refuses another request under it', async () => {
    const person = await newPerson(target)
    const { method, path, body } = buildRequest(target, await inputFor(target, person))
    const headers = { 'idempotency-key': newId() }
    const first = await person.send(method, path, { body, headers })
    const second = await person.send(method, path, { body, headers })
    expect(first.status).toBeLessThan(300)
    expect({ status: second.status, text: second.text }).toEqual({ status: first.status, text: first.text })
    // What is the same by chance is not kept.
    expect(idempotency).not.toBe('none')
    const other = buildRequest(target, await inputFor(target, person))
    if (JSON.stringify(other) === JSON.stringify({ method, path, body })) return
    const reused = await person.send(method, other.path, { body: other.body, headers })
    expect(reused.status).toBe(422)
    expectProblem(reused, 'request.idempotency_key_reused')
  })
}

function describeIsolation({ target, newPerson, inputFor }: Scene): void {
  const parameters = pathParameters(target.http.path).filter((name) => name.endsWith('id'))
  if (parameters.length === 0 || target.operation.access.who !== 'user') return

  it('cannot tell another person’s id from one that does not exist', async () => {
    const [owner, other] = [await newPerson(target), await newPerson(target)]
    const input = await inputFor(target, owner)
    const missing = { ...input, ...Object.fromEntries(parameters.map((name) => [name, newId()])) }
    const ask = async (asked: Input) => {
      const { method, path, body } = buildRequest(target, asked)
      return withoutRequestId(await other.send(method, path, { body }))
    }
    const foreign = await ask(input)
    expect(foreign.status).toBe(404)
    expect(foreign).toEqual(await ask(missing))
  })
}

const withoutRequestId = (reply: Reply) => ({
  status: reply.status,
  text: reply.text.replace(/"request_id":"[^"]*"/, ''),
  contentType: reply.headers.get('content-type'),
})

function expectProblem(reply: Reply, code: string): void {
  expect(reply.headers.get('content-type')).toContain('application/problem+json')
  expect(reply.body).toMatchObject({ code, status: reply.status, request_id: expect.any(String) as string })
}

function namedFields(reply: Reply): string[] {
  const { errors = [] } = reply.body as { errors?: { path: string }[] }
  return errors.map((error) => error.path.split('.')[0] ?? '')
}
