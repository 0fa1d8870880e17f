import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'

/** What was sent, or undefined after a 400 that says what is wrong with it. */
export function read<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
  reply: FastifyReply,
): z.infer<Schema> | undefined {
  const parsed = schema.safeParse(body ?? {})
  if (parsed.success) return parsed.data
  reply.code(400).send({ error: z.prettifyError(parsed.error) })
  return undefined
}

/** JSON for a program; a form goes back to its page. */
export function sendOrReturn(
  request: FastifyRequest,
  reply: FastifyReply,
  body: unknown,
  page: string,
): FastifyReply {
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false
  return isForm ? reply.redirect(page, 303) : reply.send(body)
}
