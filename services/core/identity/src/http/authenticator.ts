import type { Authenticator, Identified } from '@triptych/http'
import {
  type Access,
  type Actor,
  failure,
  isAppError,
  requestErrors,
  type Tenant,
  userIdOf,
} from '@triptych/kernel'
import type { FastifyRequest } from 'fastify'
import { changeMarkOf } from '../change-marks.ts'
import { errors } from '../contract/errors.ts'
import { personalTokenMark } from '../domain/personal-token.ts'
import { cookieNames } from './cookies.ts'
import { type CredentialOptions, createCredentials, edgeContext, type Known } from './credentials.ts'

export interface AuthenticatorOptions extends CredentialOptions {
  readonly isSecure: boolean
}

const rememberedMax = 10_000
const tenantMs = 60_000

/**
 * Says who a request comes from. A credential is verified once, its row asked, and remembered until it ends; a mark
 * in the shared store tells when what is remembered of a person may be wrong, and then their row is asked again.
 * Operations for administrators and those that need a fresh sign-in always ask the row.
 */
export function createAuthenticator(options: AuthenticatorOptions): Authenticator {
  const credentials = createCredentials(options)
  const remembered = new Map<string, Known>()
  const tenants = createTenants(options)

  /** Marks may be lost with their process, so a first sight asks the row too; what is certain needs no answer. */
  const check = (token: string, known: Known, isCertain: boolean): Promise<Known> =>
    credentials.check(token, known).catch((error: unknown) => {
      if (!isCertain || (isAppError(error) && error.kind === 'unauthenticated')) throw error
      return known
    })

  const identify = async (token: string, isSensitive: boolean): Promise<Actor> => {
    const kept = remembered.get(token)
    const inForce = kept !== undefined && kept.expiresAt > options.clock.now() ? kept : undefined
    const known = inForce ?? (await credentials.verify(token))
    const mark = await markOf(options, known.actor).catch(() => known.mark)
    const isPerson = known.actor.kind === 'user'
    const isCertain = mark === known.mark && !(isPerson && isSensitive)
    const isFirst = isPerson && inForce === undefined
    const current = isCertain && !isFirst ? known : { ...(await check(token, known, isCertain)), mark }
    if (current !== kept) remember(remembered, token, current)
    return current.actor
  }

  return {
    async identify(request): Promise<Identified> {
      const { token, via } = credentialOf(request, options.isSecure)
      if (token === undefined) return { actor: { kind: 'anonymous' }, via: 'none' }
      try {
        return { actor: await identify(token, asksRow(request)), via }
      } catch (error) {
        remembered.delete(token)
        // A browser sends an ended cookie with everything, also with the sign-in that replaces it.
        if (via === 'cookie') return { actor: { kind: 'anonymous' }, via: 'none' }
        throw error
      }
    },
    tenantOf: (context, requested) => tenants(context.actor, requested),
  }
}

const markOf = (options: CredentialOptions, actor: Actor): Promise<string | null> =>
  options.kv.get(changeMarkOf(userIdOf(actor) ?? ''))

function remember(remembered: Map<string, Known>, token: string, known: Known): void {
  remembered.delete(token)
  if (remembered.size >= rememberedMax) remembered.delete(remembered.keys().next().value ?? '')
  remembered.set(token, known)
}

function asksRow(request: FastifyRequest): boolean {
  const { access } = request.routeOptions.config as { access?: Access }
  return access?.who === 'admin' || access?.fresh === true
}

function credentialOf(request: FastifyRequest, isSecure: boolean) {
  const bearer = /^Bearer ([\w.~+/=-]+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (bearer !== undefined) return { token: bearer, via: 'bearer' as const }
  if (request.headers.authorization !== undefined) throw failure(requestErrors.unauthenticated)
  const cookie = request.cookies[cookieNames(isSecure).access]
  // Programs' tokens are no sign-in of a browser.
  const token = cookie?.startsWith(personalTokenMark) === true ? undefined : cookie
  return { token, via: 'cookie' as const }
}

/** Which organisation a call acts in, remembered as long as nothing about the person has changed. */
function createTenants(options: CredentialOptions) {
  const known = new Map<string, { tenant: Tenant; mark: string | null; until: number }>()

  return async (actor: Actor, requested: string | undefined): Promise<Tenant> => {
    const userId = userIdOf(actor)
    if (userId === undefined) throw failure(requestErrors.unauthenticated)
    const named = namedBy(actor, requested)
    const key = `${userId} ${named ?? ''}`
    const mark = await markOf(options, actor).catch(() => null)
    const kept = known.get(key)
    if (kept !== undefined && kept.mark === mark && kept.until > options.clock.now()) return kept.tenant
    const found = await options.client.resolveTenant(edgeContext(options), {
      user_id: userId,
      ...(named === undefined ? {} : { organization_id: named }),
    })
    const tenant = { organizationId: found.organization_id, role: found.role }
    if (known.size >= rememberedMax) known.delete(known.keys().next().value ?? '')
    known.set(key, { tenant, mark, until: options.clock.now() + tenantMs })
    return tenant
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** A program's token is bound to one organisation, or to none; every other one does not exist for it. */
function namedBy(actor: Actor, requested: string | undefined): string | undefined {
  const bound = actor.kind === 'token' ? actor.organizationId : undefined
  if (actor.kind === 'token' && bound === undefined) {
    throw failure(errors.organization_required, {
      detail: 'This token is bound to no organisation. Make one for the organisation.',
    })
  }
  if (requested === undefined) return bound
  const named = requested.toLowerCase()
  const isForeign = bound !== undefined && named !== bound
  if (!uuid.test(named) || isForeign) throw failure(errors.organization_not_found)
  return named
}
