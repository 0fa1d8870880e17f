import type { Transaction } from '@triptych/db'
import type { Context } from '@triptych/kernel'
import type { EndReason } from '../contract/schemas.ts'
import type { LicenseRef, SessionRef } from '../domain/references.ts'
import type { LicensingTables, SessionRow } from '../store/tables.ts'

export type { LicenseRef, SessionRef }

export interface SeatRequest extends LicenseRef {
  readonly machine: string
  readonly userId: string | null
  readonly ip: string | null
  readonly userAgent: string | null
  /** What the program calls it, if it does. */
  readonly machineName: string | null
  /** Of the licence when it admitted the machine; absent where nobody asked it. */
  readonly epoch?: number
}

/** A session that ended with a change. */
export type LeftSession = Pick<
  SessionRow,
  'id' | 'license_id' | 'organization_id' | 'machine' | 'user_id'
> & {
  readonly end_reason: EndReason
}

/** What one transaction changed, for whoever announces and audits it in there. */
export interface SeatChange {
  /** A session that began; the same machine getting its own back begins none. */
  readonly taken?: SessionRow
  readonly left: readonly LeftSession[]
}

/** Writes down a change in the transaction that makes it so. */
export type Witness = (transaction: Transaction<LicensingTables>, change: SeatChange) => void

export type Acquired =
  | {
      readonly kind: 'granted'
      readonly session: SessionRow
      readonly used: number
      readonly max: number
    }
  | {
      readonly kind: 'full'
      readonly used: number
      readonly max: number
      readonly nextFreeAt: string | null
      readonly holders: readonly SessionRow[]
    }
  | { readonly kind: 'refused'; readonly status: 'suspended' | 'inactive' }
  /** The licence has changed since it admitted the machine. */
  | { readonly kind: 'outdated' }

/** What a lease says of its session. */
export type LeasedSession = Pick<
  SessionRow,
  | 'id'
  | 'license_id'
  | 'organization_id'
  | 'machine'
  | 'epoch'
  | 'last_heartbeat_at'
  | 'expires_at'
  | 'grace_until'
>

export type Beaten =
  | { readonly kind: 'kept'; readonly session: LeasedSession }
  | { readonly kind: 'lost'; readonly reason: EndReason }

/**
 * Bounded sets of leases, one a licence. There is one session a machine; nothing is granted while the seats that are
 * held reach the licence's number; what ended never comes back. Every use-case goes through here, whichever copy of
 * the seats grants.
 */
export interface Seats {
  acquire(context: Context, request: SeatRequest, witness: Witness): Promise<Acquired>
  heartbeat(context: Context, session: SessionRef, witness: Witness): Promise<Beaten>
  /** False when it had ended already. */
  release(
    context: Context,
    session: SessionRef,
    reason: 'released' | 'released_by_admin',
    witness: Witness,
  ): Promise<boolean>
  /** The epoch of a licence was raised by a transaction that has committed: its plan, state or sessions changed. */
  changed(context: Context, license: LicenseRef): Promise<void>
  /** Writes down what time alone has ended; the seats themselves are free without it. Returns how many. */
  sweep(context: Context, witness: Witness): Promise<number>
}

/** The call, bound to one organisation's rows. */
export const inOrganization = (context: Context, organizationId: string): Context => ({
  ...context,
  tenant: { organizationId, role: 'member' },
})

/** A session as it stands once it has ended. */
export const leftOf = (row: SessionRow): LeftSession => ({ ...row, end_reason: row.end_reason ?? 'expired' })

/** Who says goodbye late has left all the same; whom somebody else releases late may still work offline. */
export const endReasonOf = (
  asked: 'released' | 'released_by_admin',
  isOver: boolean,
): 'released' | 'released_by_admin' | 'expired' =>
  isOver && asked === 'released_by_admin' ? 'expired' : asked
