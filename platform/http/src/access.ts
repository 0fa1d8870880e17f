import type { Access, Actor, Context, Tenant } from '@triptych/kernel'
import type { FastifyRequest } from 'fastify'

/** Who a request comes from, and how it proved it. */
export interface Identified {
  readonly actor: Actor
  readonly via: 'none' | 'bearer' | 'cookie'
}

/** Given by the identity service: turns credentials into an actor and finds the organisation a call acts in. */
export interface Authenticator {
  /** Throws 401 for a credential that is no longer good; no credential is an anonymous actor. */
  identify(request: FastifyRequest): Promise<Identified>
  /** Throws 400 `identity.organization_required` or 404 when the organisation is unclear or not the person's. */
  tenantOf(context: Context, requested: string | undefined): Promise<Tenant>
}

export const needsTenant = (access: Access): boolean => access.organization !== undefined
