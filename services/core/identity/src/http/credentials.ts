import {
  type Actor,
  type Client,
  type Clock,
  type Context,
  failure,
  type NewId,
  requestErrors,
  systemContext,
} from '@triptych/kernel'
import type { Kv } from '@triptych/kv'
import { createLocalJWKSet, jwtVerify } from 'jose'
import { accessTokenAlgorithm } from '../access-tokens.ts'
import type { identityContract } from '../contract/contract.ts'
import { personalTokenMark } from '../domain/personal-token.ts'

export interface CredentialOptions {
  readonly client: Client<typeof identityContract>
  readonly clock: Clock
  readonly newId: NewId
  readonly kv: Kv
  readonly issuer: string
}

/** What is known of a credential: whose it is, until when it may be remembered, and at which mark of its person. */
export interface Known {
  readonly actor: Actor
  readonly expiresAt: number
  readonly mark: string | null
}

/** Turns a credential into an actor. Both fail with 401 for one that does not count. */
export interface Credentials {
  /** By its signature, or by the store for a program's token. */
  verify(token: string): Promise<Known>
  /** By its row: whether it still counts, and what is true of the person now. */
  check(token: string, known: Known): Promise<Known>
}

const keysMs = 60_000
const personalTokenMs = 60_000

export const edgeContext = (options: CredentialOptions): Context =>
  systemContext({ clock: options.clock, newId: options.newId, caller: 'edge' })

const ended = (cause?: unknown) =>
  failure(requestErrors.unauthenticated, { detail: 'This sign-in has ended. Sign in again.', cause })

export function createCredentials(options: CredentialOptions): Credentials {
  const keySet = keySetOf(options)
  return {
    verify: async (token) =>
      token.startsWith(personalTokenMark)
        ? verifyPersonalToken(options, token)
        : verifyAccessToken(options, token, await keySet()),
    check: (token, known) =>
      known.actor.kind === 'user' ? checkSession(options, known) : verifyPersonalToken(options, token),
  }
}

async function verifyPersonalToken(options: CredentialOptions, token: string): Promise<Known> {
  const { actor } = await options.client.checkToken(edgeContext(options), { token })
  if (actor === null) throw ended()
  return {
    actor: {
      kind: 'token',
      userId: actor.user_id,
      tokenId: actor.token_id,
      scopes: actor.scopes,
      ...(actor.organization_id === null ? {} : { organizationId: actor.organization_id }),
    },
    expiresAt: Math.min(Date.parse(actor.expires_at), options.clock.now() + personalTokenMs),
    mark: null,
  }
}

async function checkSession(options: CredentialOptions, known: Known): Promise<Known> {
  const { actor } = known
  if (actor.kind !== 'user') throw ended()
  const now = await options.client.checkSession(edgeContext(options), {
    user_id: actor.userId,
    session_id: actor.sessionId,
  })
  if (!now.active) throw ended()
  const suspended = now.suspended || actor.suspended === true
  return { ...known, actor: { ...actor, roles: now.roles, emailVerified: now.email_verified, suspended } }
}

/** The published keys, read again when they are old. */
function keySetOf(options: CredentialOptions) {
  let loaded: { set: ReturnType<typeof createLocalJWKSet>; at: number } | undefined
  return async () => {
    const now = options.clock.now()
    if (loaded === undefined || now - loaded.at > keysMs) {
      const { keys } = await options.client.getSigningKeys(edgeContext(options), {})
      loaded = { set: createLocalJWKSet({ keys }), at: now }
    }
    return loaded.set
  }
}

async function verifyAccessToken(
  options: CredentialOptions,
  token: string,
  keys: ReturnType<typeof createLocalJWKSet>,
): Promise<Known> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: [accessTokenAlgorithm],
      typ: 'at+jwt',
      issuer: options.issuer,
      audience: options.issuer,
      currentDate: new Date(options.clock.now()),
      requiredClaims: ['sub', 'sid', 'exp', 'auth_time'],
    })
    const claims = payload as unknown as AccessClaims
    const actor: Actor = {
      kind: 'user',
      userId: claims.sub,
      sessionId: claims.sid,
      roles: claims.roles,
      authenticatedAt: claims.auth_time * 1000,
      emailVerified: claims.email_verified,
      suspended: claims.suspended === true,
    }
    return { actor, expiresAt: claims.exp * 1000, mark: null }
  } catch (cause) {
    throw ended(cause)
  }
}

interface AccessClaims {
  readonly sub: string
  readonly sid: string
  readonly exp: number
  readonly auth_time: number
  readonly roles: readonly string[]
  readonly email_verified: boolean
  readonly suspended?: boolean
}
