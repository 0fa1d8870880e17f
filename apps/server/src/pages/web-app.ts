import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import { sendProblem } from '@triptych/http'
import { failure, requestErrors } from '@triptych/kernel'
import type { FastifyInstance, FastifyReply } from 'fastify'

/** A built web app in its folder, served below its own path. */
export interface WebApp {
  readonly path: string
  readonly directory: string
}

const hashedFile = /[.-][0-9a-f]{8,}\.|\/_expo\/static\//

/** Serves the files of an app; any other path below it is one of the app's own pages. While it is being built, says so. */
export function webApp({ path, directory }: WebApp) {
  const index = join(directory, 'index.html')
  const sendIndex = async (reply: FastifyReply) => {
    reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8')
    if (existsSync(index)) return reply.send(await readFile(index))
    return reply.status(503).header('retry-after', '3').send(building)
  }
  return async (app: FastifyInstance): Promise<void> => {
    await mkdir(directory, { recursive: true })
    const mount = async (scope: FastifyInstance): Promise<void> => {
      await scope.register(fastifyStatic, {
        root: directory,
        decorateReply: false,
        index: false,
        redirect: false,
        dotfiles: 'allow',
        setHeaders: (reply, file) => {
          const kept = hashedFile.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache'
          reply.header('cache-control', kept)
        },
      })
      scope.setNotFoundHandler((request, reply) =>
        isFile(request.url)
          ? sendProblem(reply, failure(requestErrors.not_found), request.id)
          : sendIndex(reply),
      )
      scope.get('/', (request, reply) =>
        request.url.startsWith(path) ? sendIndex(reply) : reply.redirect(path),
      )
    }
    await app.register(mount, { prefix: path.slice(0, -1) })
  }
}

/** A path with an ending names a file, never one of the app's pages. */
const isFile = (url: string): boolean => /\.\w+$/.test(url.split('?', 1)[0] ?? '')

const building = `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="3">
<meta name="viewport" content="width=device-width"><title>Almost there</title>
<body style="font:18px system-ui;display:grid;place-items:center;min-height:90vh;background:#faf7f2;color:#3a342c">
<p>This app is being built. The page opens by itself.</p></body></html>`
