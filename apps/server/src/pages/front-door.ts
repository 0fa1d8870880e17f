import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { frontDoorFiles, frontDoorPage } from '@triptych/front-door'
import type { PlatformConfig } from '@triptych/runtime'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { demo } from './demo.ts'
import { renderErrorList } from './error-list.ts'

/** The page at `/`: the three panels, how everything is doing, and in the sandbox a way to try it. */
export function frontDoor(config: PlatformConfig) {
  const origin = new URL(config.PUBLIC_URL).origin
  const sandboxUrl = config.SANDBOX === 'on' ? config.SANDBOX_URL.replace(/\/$/, '') : undefined
  // A form's target is checked after redirects too: the demo goes to the sandbox's sign-in and back.
  const policy = policyWith(sandboxUrl === undefined ? [] : [origin, new URL(sandboxUrl).origin])

  const send = (reply: FastifyReply, html: string): FastifyReply =>
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('content-security-policy', policy)
      .send(html)

  return async (app: FastifyInstance): Promise<void> => {
    const page = fill(await readFile(frontDoorPage, 'utf8'), { public: origin, sandbox: sandboxUrl })
    const errors = renderErrorList()
    app.get('/', (_request, reply) => send(reply, page))
    app.get('/docs/errors', (_request, reply) => send(reply, errors))
    app.get('/builds.json', async (_request, reply) =>
      reply
        .type('application/json')
        .header('cache-control', 'no-store')
        .send(await readBuilds(config)),
    )
    for (const { path, file, type } of frontDoorFiles) {
      const content = await readFile(file)
      const sendFile = (_request: FastifyRequest, reply: FastifyReply) =>
        reply.type(type).header('cache-control', 'no-cache').send(content)
      app.get(`/front-door/${path}`, sendFile)
      // Asked for by browsers on pages that name no icon, such as the API reference.
      if (path === 'icon.svg') app.get('/favicon.ico', sendFile)
    }
    if (sandboxUrl !== undefined) demo(app, { origin })
  }
}

const policyWith = (formTargets: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    "frame-ancestors 'none'",
  ].join('; ')

interface Addresses {
  readonly public: string
  readonly sandbox: string | undefined
}

/** Without a sandbox, what belongs to it is not in the page at all. */
function fill(template: string, { public: origin, sandbox }: Addresses): string {
  const parts = sandbox === undefined ? /<!-- sandbox -->[\s\S]*?<!-- \/sandbox -->/g : /<!-- \/?sandbox -->/g
  return template
    .replaceAll(parts, '')
    .replaceAll('{{public}}', origin)
    .replaceAll('{{sandbox}}', sandbox ?? '')
}

/** Written whole by the start command; without one there is nothing being built. */
const readBuilds = (config: PlatformConfig): Promise<string> =>
  readFile(join(config.DATA_DIR, 'builds.json'), 'utf8').catch(() => JSON.stringify({ items: [] }))
