import { join } from 'node:path'
import { build, type Plugin } from 'vite'
import { expect, it } from 'vitest'
import { type BindingOptions, contractBindings } from '../src/index.ts'

const page = 'page'
/** Stands for a web app that imports the contract of a service. */
const app: Plugin = {
  name: 'app',
  resolveId: (source) =>
    source === page
      ? page
      : source === '@triptych/example/contract'
        ? join(import.meta.dirname, 'contract.ts')
        : undefined,
  load: (id) => (id === page ? `export { exampleContract } from '@triptych/example/contract'` : undefined),
}

async function operationsLeft(options: BindingOptions): Promise<unknown> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [contractBindings(options), app],
    build: {
      write: false,
      rolldownOptions: { input: page, preserveEntrySignatures: 'strict' },
    },
  })
  const [output] = [built].flat()
  if (output === undefined || !('output' in output)) throw new Error('The build wrote nothing.')
  const { code } = output.output[0]
  const module = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Record<string, unknown>
  return module['exampleContract']
}

const greet = { http: { method: 'POST', path: '/greetings' } }
const prove = { servedAt: { method: 'GET', path: '/proofs/{id}', bearer: 'token' } }

it('leaves of a contract its name and the routes that browsers call', async () => {
  expect(await operationsLeft({})).toEqual({ name: 'example', operations: { greet, prove } })
})

it('leaves operations of administrators to the apps that are for them', async () => {
  const oversee = { http: expect.objectContaining({ path: '/admin/greetings' }) as object }
  expect(await operationsLeft({ admin: true })).toEqual({
    name: 'example',
    operations: { greet, oversee, prove },
  })
})
