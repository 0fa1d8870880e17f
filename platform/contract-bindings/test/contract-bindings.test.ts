import { join } from 'node:path'
import { build, type Plugin } from 'vite'
import { expect, it } from 'vitest'
import { contractBindings } from '../src/index.ts'

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

it('leaves of a contract its name, methods and paths', async () => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [contractBindings(), app],
    build: {
      write: false,
      rolldownOptions: { input: page, preserveEntrySignatures: 'strict' },
    },
  })
  const [output] = [built].flat()
  if (output === undefined || !('output' in output)) throw new Error('The build wrote nothing.')
  const { code } = output.output[0]
  const { exampleContract } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as object &
    Record<string, unknown>
  expect(exampleContract).toEqual({
    name: 'example',
    operations: { greet: { http: { method: 'POST', path: '/greetings', status: 204 } } },
  })
})
