import { failure, isAppError } from '@triptych/kernel'
import { AccessRefused, ProviderUnavailable } from './connectors/connector.ts'
import { errors } from './contract/errors.ts'

/** What a connector's failure is to our callers. Anything that is no fault of a provider is passed on as it is. */
export function providerFailure(error: unknown): unknown {
  if (isAppError(error)) return error
  if (error instanceof AccessRefused) return failure(errors.needs_reconnect)
  if (!(error instanceof ProviderUnavailable)) return error
  const { retryAfterMs, isBusy } = error
  return failure(
    isBusy ? errors.provider_busy : errors.provider_unavailable,
    retryAfterMs === undefined ? {} : { retryAfterMs },
  )
}
