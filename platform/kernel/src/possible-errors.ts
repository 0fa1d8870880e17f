import { type Access, type Operation, takesIdempotencyKey } from './contract.ts'
import { accessErrors, type ErrorDefinition, requestErrors } from './error.ts'
import { takesBody } from './routes.ts'

/** A request is read, a credential judged, a deadline set, whatever is asked. */
const always: readonly ErrorDefinition[] = [
  requestErrors.invalid,
  requestErrors.unauthenticated,
  requestErrors.misdirected,
  requestErrors.limited,
  requestErrors.internal,
  requestErrors.unavailable,
  requestErrors.timeout,
]

/** Every error that an operation can answer with, once each; all else is a failure of ours and becomes `request.internal`. */
export function possibleErrors(operation: Operation): readonly ErrorDefinition[] {
  const all = [
    ...always,
    ...ofAccess(operation.access),
    ...ofRoute(operation),
    ...ofIdempotency(operation),
    ...operation.errors,
  ]
  return [...new Map(all.map((definition) => [definition.code, definition])).values()]
}

function ofAccess(access: Access): readonly ErrorDefinition[] {
  if (access.who === 'anonymous') return []
  if (access.who === 'module') return [requestErrors.forbidden]
  const { reauth_required, email_unverified, restricted, scope_missing } = accessErrors
  return [
    requestErrors.forbidden,
    scope_missing,
    ...(access.whileSuspended === true ? [] : [restricted]),
    ...(access.verifiedEmail === true ? [email_unverified] : []),
    ...(access.fresh === true ? [reauth_required] : []),
    ...(access.organization === undefined
      ? []
      : [accessErrors.organization_required, accessErrors.organization_not_found]),
  ]
}

/** A write that a cookie authenticates must come from our own pages. */
function ofRoute({ http, servedAt }: Operation): readonly ErrorDefinition[] {
  const route = http ?? servedAt
  if (route === undefined) return []
  return [
    ...(http === undefined || http.method === 'GET' ? [] : [requestErrors.forbidden]),
    ...(takesBody(route) ? [requestErrors.too_large, requestErrors.unsupported_media_type] : []),
  ]
}

/** What an earlier request under the same key made may be gone. */
const ofIdempotency = (operation: Operation): readonly ErrorDefinition[] =>
  takesIdempotencyKey(operation)
    ? [requestErrors.in_progress, requestErrors.idempotency_key_reused, requestErrors.not_found]
    : []
