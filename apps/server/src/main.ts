import { ConfigError } from '@triptych/config'

/** Each command loads only what it needs. */
const commands: Readonly<Record<string, () => Promise<void>>> = {
  start: async () => (await import('./commands/start.ts')).start(),
  migrate: async () => (await import('./commands/migrate.ts')).migrate(),
  doctor: async () => (await import('./commands/doctor.ts')).doctor(),
  'make-admin': async () => (await import('./commands/make-admin.ts')).makeAdmin(),
  'verify-audit': async () => (await import('./commands/verify-audit.ts')).verifyAudit(),
  'reconcile-billing': async () => (await import('./commands/reconcile-billing.ts')).reconcileBilling(),
  'rotate-license-keys': async () => (await import('./commands/rotate-license-keys.ts')).rotateLicenseKeys(),
  keys: async () => (await import('./commands/keys.ts')).keys(),
  openapi: async () => (await import('./commands/openapi.ts')).openapi(),
  'env-example': async () => (await import('./commands/env-example.ts')).envExample(),
  'errors-page': async () => (await import('./commands/errors-page.ts')).errorsPage(),
}

const name = process.argv[2] ?? 'start'
const command = commands[name]
if (command === undefined) {
  process.stderr.write(`There is no command ${name}. Commands: ${Object.keys(commands).join(', ')}.\n`)
  process.exit(2)
}
try {
  await command()
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String((error as Error).stack)}\n`)
  process.exit(1)
}
