import { aiGatewayModule } from '@triptych/ai-gateway'
import { identityModule } from '@triptych/identity'
import { identityContract, loadDataKey } from '@triptych/identity/contract'
import type { AnyModule } from '@triptych/runtime'
import { bootModules, type Person, signUp, type TestSystem } from '@triptych/testkit'
import { safetyContract, safetyModule } from '../src/module.ts'

type Handler = (...args: unknown[]) => unknown
type Instance = ReturnType<AnyModule['create']>

/** A real module of which single answers can be replaced: by another, by an error, by silence. */
export interface Handled {
  readonly module: AnyModule
  readonly answers: Map<string, Handler>
}

export function handled(module: AnyModule): Handled {
  const answers = new Map<string, Handler>()
  const create: AnyModule['create'] = (deps) => {
    const instance = module.create(deps)
    const handlers = Object.entries(instance.handlers as Record<string, Handler>).map(
      ([name, real]): [string, Handler] => [name, (...args) => (answers.get(name) ?? real)(...args)],
    )
    return { ...instance, handlers: Object.fromEntries(handlers) as Instance['handlers'] }
  }
  return { module: { ...module, create }, answers }
}

export interface SafetySystem {
  readonly system: TestSystem
  readonly identity: Handled
  readonly gateway: Handled
  readonly logs: string[]
}

export async function bootSafety(database: 'embedded' | 'postgres'): Promise<SafetySystem> {
  const [identity, gateway] = [handled(identityModule), handled(aiGatewayModule)]
  const logs: string[] = []
  const modules = [identity.module, gateway.module, safetyModule]
  const system = await bootModules({ modules, database, loadDataKey, onLog: (line) => logs.push(line) })
  return { system, identity, gateway, logs }
}

export const safetyOf = (system: TestSystem) => system.clientOf(safetyContract)

export async function check(system: TestSystem, person: Person, text: string) {
  const input = { user_id: person.userId, path: 'mirror.message' as const, text }
  return (await safetyOf(system).checkText(system.contextFor(person.userId), input)).crisis
}

/** Somebody whom the server's own command made an administrator. */
export async function signUpAdmin(system: TestSystem): Promise<Person> {
  const person = await signUp(system)
  await system.clientOf(identityContract).grantAdmin(system.contextFor(), { email: person.email })
  return person
}

export const never = () => new Promise<never>(() => undefined)
export const fails = () => {
  throw new Error('out of order')
}
