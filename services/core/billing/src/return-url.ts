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
  if (returnOrigins.has(origin) && username === '' && password === '') return
  throw failure(errors.url_not_allowed, {
    issues: [{ path, message: 'Use an address of this deployment, or one of BILLING_RETURN_ORIGINS.' }],
  })
}
