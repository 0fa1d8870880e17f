import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { sendPage } from '../kit/page.ts'
import type { Provider, SandboxContext } from '../kit/provider.ts'
import * as providers from '../providers.ts'
import { boardPage } from './pages.ts'

/** The sandbox's own page, its health, and the files its pages are made with. */
export function mountHome(
  app: FastifyInstance,
  context: SandboxContext,
  played: ReadonlyMap<string, Provider>,
): void {
  app.get('/health', () => ({
    status: 'ok',
    modules: [...played.keys()].map((name) => ({ name, status: 'ok' })),
    components: [],
  }))

  app.get('/', (_request, reply) => {
    const panels = Object.entries(providers).flatMap(([name, { title, summary }]) => {
      const provider = played.get(name)
      return provider === undefined ? [] : [{ name, title, summary, provider }]
    })
    return sendPage(reply, boardPage(context, panels))
  })

  for (const [path, file, type] of files) {
    const content = readFileSync(file)
    app.get(`/assets/${path}`, (_request, reply) =>
      reply.type(type).header('cache-control', 'max-age=300').send(content),
    )
  }
}

const own = (name: string): URL => new URL(`../assets/${name}`, import.meta.url)
const font = (name: string): URL =>
  new URL(import.meta.resolve(`@fontsource-variable/inter/files/inter-${name}-wght-normal.woff2`))

const files: readonly (readonly [string, URL, string])[] = [
  ['sandbox.css', own('sandbox.css'), 'text/css; charset=utf-8'],
  ['sandbox.js', own('sandbox.js'), 'text/javascript; charset=utf-8'],
  ['icon.svg', own('icon.svg'), 'image/svg+xml'],
  ['inter-latin.woff2', font('latin'), 'font/woff2'],
  ['inter-latin-ext.woff2', font('latin-ext'), 'font/woff2'],
]
