import { type Context, type Fail } from '@triptych/kernel'
import { LRUCache } from 'lru-cache'
import type { Deps } from './deps.ts'
import type { LicenseRef } from './domain/references.ts'
import type { FindLicense } from './find-license.ts'
import { knowMachine, requireRoomFor } from './know-machine.ts'
import { type Member, memberOf } from './membership.ts'
import { admit } from './admit.ts'

/** That a licence lets a machine ask for a seat: as long as it has this epoch, which grows with every change of its rules. */
interface Admission extends LicenseRef {
  readonly epoch: number
  readonly isForMembers: boolean
}

export interface Admitted {
  readonly admission: Admission
  /** Who calls, where that is a member of the licence's organisation. */
  readonly member: Member | undefined
  /** The licence has never met the machine. */
  readonly isNew: boolean
  /** The licence has never met any. */
  readonly isFirst: boolean
}

export interface Asking {
  /** A key or an id. */
  readonly reference: string
  /** `machineOf(hardware_id)` */
  readonly machine: string
  /** Names both without holding a key. */
  readonly tag: string
}

type Codes =
  | 'licensing.suspended'
  | 'licensing.inactive'
  | 'licensing.member_required'
  | 'licensing.machine_not_approved'

/** Decides which machines may ask for a seat, and remembers those that got one; whoever grants compares the epoch. */
export interface Admissions {
  /** Throws what the licence's state and rules refuse. */
  admit(context: Context, asking: Asking, fail: Fail<Codes>): Promise<Admitted>
  remember(asking: Asking, admission: Admission): void
  forget(asking: Asking): void
}

const scope = 'licensing:write'

export function createAdmissions(deps: Deps, findLicense: FindLicense): Admissions {
  const remembered = new LRUCache<string, Admission>({ max: 20_000 })

  const recall = async (context: Context, asking: Asking): Promise<Admitted | undefined> => {
    const admission = remembered.get(asking.tag)
    if (admission === undefined) return undefined
    const member = await memberOf(deps, context, admission.organizationId, scope)
    return admission.isForMembers && member === undefined
      ? undefined
      : { admission, member, isNew: false, isFirst: false }
  }
  const meet = async (context: Context, asking: Asking, fail: Fail<Codes>): Promise<Admitted> => {
    const { reference, machine: name } = asking
    const found = await findLicense(context, { reference, machine: name, scope })
    const { license, member } = found
    const isNew = found.machine === undefined
    admit(found, deps.clock.now(), fail)
    if (license.approved_machines_only) {
      // It is known from here on, so that somebody can approve it.
      const machine = await knowMachine(deps, context, found, name)
      if (machine.approved_at === null) throw fail('licensing.machine_not_approved')
    } else if (isNew) await requireRoomFor(deps, context, found)
    const admission = {
      licenseId: license.id,
      organizationId: license.organization_id,
      epoch: license.epoch,
      // Whom a member's word let in is not let in without it.
      isForMembers: member !== undefined,
    }
    return { admission, member, isNew, isFirst: license.activated_at === null }
  }
  return {
    admit: async (context, asking, fail) =>
      (await recall(context, asking)) ?? (await meet(context, asking, fail)),
    remember: ({ tag }, admission) => void remembered.set(tag, admission),
    forget: ({ tag }) => void remembered.delete(tag),
  }
}
