import type { Clock } from './clock.ts'
import type { Context } from './context.ts'
import type { Access } from './contract.ts'
import { accessErrors, failure, requestErrors } from './error.ts'

const freshMs = 10 * 60_000
const rank = { member: 0, admin: 1, owner: 2 } as const

/** Throws unless the actor of `context` may call an operation with `access`. */
export function authorise(access: Access, context: Context, clock: Clock): void {
  const { actor } = context
  if (access.who === 'anonymous') return
  if (access.who === 'module') {
    if (context.caller === undefined) throw failure(requestErrors.forbidden)
    return
  }
  if (actor.kind === 'anonymous') throw failure(requestErrors.unauthenticated)
  if (actor.kind === 'system') {
    if (context.caller === undefined) throw failure(requestErrors.forbidden)
    return
  }
  if (actor.kind === 'token') requireScope(access, actor.scopes)
  else requirePerson(access, actor, clock)
  if (access.organization !== undefined) requireRole(access.organization, context)
}

function requireScope(access: Access, scopes: readonly string[]): void {
  const held = access.scope !== undefined && access.who === 'user' && scopes.includes(access.scope)
  if (!held) {
    throw failure(accessErrors.scope_missing, {
      detail:
        access.scope === undefined
          ? 'This can only be done by a person who is signed in.'
          : `The token needs the scope ${access.scope}.`,
    })
  }
}

function requirePerson(
  access: Access,
  actor: Extract<Context['actor'], { kind: 'user' }>,
  clock: Clock,
): void {
  if (actor.suspended === true && access.whileSuspended !== true) throw failure(accessErrors.restricted)
  if (access.who === 'admin' && !actor.roles.includes('admin')) throw failure(requestErrors.forbidden)
  if (access.verifiedEmail === true && !actor.emailVerified) throw failure(accessErrors.email_unverified)
  if (access.fresh === true && clock.now() - actor.authenticatedAt > freshMs) {
    throw failure(accessErrors.reauth_required)
  }
}

function requireRole(least: 'member' | 'admin' | 'owner', context: Context): void {
  if (context.tenant === undefined || rank[context.tenant.role] < rank[least]) {
    throw failure(requestErrors.forbidden)
  }
}
