import { context as otelContext, propagation } from '@opentelemetry/api'
import type { Context } from './context.ts'
import { failure, requestErrors } from './error.ts'
import type { Link } from './link.ts'
import type { ServiceTokenSigner } from './service-token.ts'
import { refuseInsideTransaction } from './transaction-scope.ts'
import { fromWireError, readFrames } from './wire.ts'

export interface HttpLinkOptions {
  readonly module: string
  /** Base of the callee's internal port, e.g. `http://127.0.0.1:4101`. */
  readonly baseUrl: string
  readonly signer: ServiceTokenSigner
  readonly fetch?: typeof fetch
}

/** Reaches a module in another process over its internal port, with a signed service token. */
export function httpLink(options: HttpLinkOptions): Link {
  const send = options.fetch ?? fetch
  const post = async (operation: string, context: Context, input: unknown): Promise<Response> => {
    refuseInsideTransaction(`${options.module}.${operation}`)
    const headers: Record<string, string> = {
      authorization: `Bearer ${await options.signer.sign(options.module, context)}`,
      'content-type': 'application/json',
    }
    propagation.inject(otelContext.active(), headers)
    try {
      return await send(`${options.baseUrl}/internal/${options.module}/${operation}`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ input }),
        signal: AbortSignal.any([context.signal, AbortSignal.timeout(remainingMs(context))]),
      })
    } catch (cause) {
      if (context.signal.aborted) throw context.signal.reason
      throw failure(
        cause instanceof Error && cause.name === 'TimeoutError'
          ? requestErrors.timeout
          : requestErrors.unavailable,
        { cause },
      )
    }
  }
  return {
    async call(operation, context, input) {
      const response = await post(operation, context, input)
      const body = await readBody(response)
      if (!response.ok) throw fromWireError(body)
      return (body as { output?: unknown }).output
    },
    async *stream(operation, context, input) {
      const response = await post(operation, context, input)
      if (!response.ok || response.body === null) throw fromWireError(await readBody(response))
      return yield* readFrames(response.body)
    },
  }
}

const remainingMs = (context: Context): number => Math.max(1, context.deadline - Date.now())

async function readBody(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch (cause) {
    throw failure(requestErrors.unavailable, { cause })
  }
}
