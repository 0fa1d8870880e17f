import { argv, env, exit, stderr, stdout } from 'node:process'
import { pathToFileURL } from 'node:url'
import * as providers from './providers.ts'
import { isLoopbackUrl } from './kit/loopback.ts'
import type { ProviderDefinition } from './kit/provider.ts'
import { createSandbox, type SandboxOptions, type SandboxSettings } from './server.ts'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Options from environment variables: SANDBOX, SANDBOX_PORT, SANDBOX_HOST, SANDBOX_SEED, SANDBOX_DATA_DIR
 * and what the providers name in their `environment`.
 * @throws when PUBLIC_URL is not an address of this machine.
 */
export function readOptions(environment: Environment): SandboxOptions {
  const { PUBLIC_URL: publicUrl, SANDBOX_HOST: host, SANDBOX_DATA_DIR: dataDir } = environment
  if (publicUrl !== undefined && publicUrl !== '' && !isLoopbackUrl(publicUrl)) {
    throw new Error(`The sandbox does not start beside a public address (PUBLIC_URL is ${publicUrl}).`)
  }
  const port = readNumber(environment, 'SANDBOX_PORT')
  const seed = readNumber(environment, 'SANDBOX_SEED')
  return {
    sandbox: environment['SANDBOX'],
    settings: readSettings(environment),
    ...(host === undefined || host === '' ? {} : { host }),
    ...(port === undefined ? {} : { port }),
    ...(seed === undefined ? {} : { seed }),
    ...(dataDir === undefined || dataDir === '' ? {} : { dataDir }),
  }
}

function readNumber(environment: Environment, name: string): number | undefined {
  const text = environment[name]
  if (text === undefined || text === '') return undefined
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0) throw new Error(`${name} is a whole number, not "${text}".`)
  return value
}

function readSettings(environment: Environment): SandboxSettings {
  const settings = Object.entries(providers).map(([name, definition]) => {
    const given = Object.entries<string>(definition.environment)
      .map(([variable, field]) => [field, environment[variable]] as const)
      .filter(([, value]) => value !== undefined && value !== '')
    return [name, { ...productAddresses(definition, environment), ...Object.fromEntries(given) }] as const
  })
  return Object.fromEntries(settings)
}

function productAddresses(
  { productPaths = {} }: Pick<ProviderDefinition, 'productPaths'>,
  { PUBLIC_URL: publicUrl }: Environment,
): Record<string, string> {
  if (publicUrl === undefined || publicUrl === '') return {}
  return Object.fromEntries(
    Object.entries(productPaths).map(([field, path = '']) => [field, new URL(path, publicUrl).href]),
  )
}

async function run(environment: Environment): Promise<void> {
  const sandbox = await createSandbox(readOptions(environment))
  const others = Object.values(sandbox.addresses).flatMap((own) => Object.values(own))
  stdout.write(`Sandbox on ${[sandbox.url, ...others].join(', ')}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void sandbox.close().then(() => exit(0)))
  }
}

if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href) {
  run(env).catch((error: unknown) => {
    stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    exit(1)
  })
}
