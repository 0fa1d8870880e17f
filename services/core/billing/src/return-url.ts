import { failure } from '@triptych/kernel'
import { errors } from './contract/errors.ts'
import type { Deps } from './deps.ts'

/** A payment page sends people on to where it is told: nowhere but to us. */
export function requireReturnUrl(
  { returnOrigins }: Pick<Deps, 'returnOrigins'>,
  path: string,
  url: string,
): void {
  const { origin, username, password } = new URL(url)
  // Browsers and the standard read a backslash differently: where it leads has to be beyond doubt.
  const isPlain = username === '' && password === '' && !/[\\\s]/.test(url)
  if (returnOrigins.has(origin) && isPlain) return
  throw failure(errors.url_not_allowed, {
    issues: [{ path, message: 'Use an address of this deployment, or one of BILLING_RETURN_ORIGINS.' }],
  })
}
