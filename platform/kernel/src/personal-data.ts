import { z } from 'zod'
import { type Contract, defineContract, operation } from './contract.ts'
import { defineEvent } from './event.ts'
import {
  AuditRecordedSchema,
  UserDataErasedSchema,
  UserDeletionRequestedSchema,
} from './gen/privacy/v1/events_pb.ts'
import { id } from './schemas.ts'

/** An account ends: every module erases what it holds about the person and answers with `userDataErased`. */
export const userDeletionRequested = defineEvent(
  'identity.user.deletion_requested.v1',
  UserDeletionRequestedSchema,
)

/** A module has erased what it held about a person. */
export const userDataErased = defineEvent('privacy.user.data_erased.v1', UserDataErasedSchema)

/** Something worth keeping happened; the privacy service seals it into its tenant's chain. */
export const auditRecorded = defineEvent('privacy.audit.recorded.v1', AuditRecordedSchema)

/** Facts that any module may announce. */
export const sharedEvents = [userDeletionRequested, userDataErased, auditRecorded]

/** What a module holds about one person, for their export: named lists of plain records, texts readable. */
export const personalData = z.object({
  sections: z.array(z.object({ name: z.string(), items: z.array(z.record(z.string(), z.unknown())) })),
})

/** The operation by which every module that holds something about people hands it over. */
export const exportPersonalData = operation({
  summary: 'What is held about a person, for their export',
  access: { who: 'module' },
  input: z.strictObject({ user_id: id }),
  output: personalData,
  timeoutMs: 30_000,
})

export type DataHolderContract = Contract<string, { readonly exportPersonalData: typeof exportPersonalData }>

/** What a module that holds something about people is to whoever collects it; its name is enough. */
export const dataHolderContract = (name: string): DataHolderContract =>
  defineContract({
    name,
    description: 'Holds something about people.',
    operations: { exportPersonalData },
  })
