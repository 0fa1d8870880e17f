import { consumer, defineConsumers, type ErasedCounts, erasure } from '@triptych/bus'
import type { Transaction } from '@triptych/db'
import { markChanged } from './change-marks.ts'
import { events } from './contract/events.ts'
import type { Deps } from './deps.ts'
import type { IdentityTables } from './store/tables.ts'

/** What identity does when it hears of facts, its own too. */
export const identityConsumers = (deps: Deps) =>
  defineConsumers<IdentityTables>({
    forget_session: consumer({
      event: events.sessionRevoked,
      prepare: (_context, body) => markChanged(deps, body.userId),
      handle: async () => undefined,
    }),
    erase_person: erasure({
      clock: deps.clock,
      tables: [
        'refresh_tokens',
        'sessions',
        'one_time_tokens',
        'personal_tokens',
        'linked_identities',
        'consents',
        'profiles',
      ],
      also: ({ query }, { userId }) => eraseAccount(query, userId),
    }),
    erase_organization: consumer({
      event: events.organizationClosed,
      handle: (_context, body, _meta, transaction) => eraseOrganization(transaction, body.organizationId),
    }),
  })

type Query = Transaction<IdentityTables>['query']

/** The last mail, which says that the account is gone, outlives it. */
async function eraseAccount(query: Query, userId: string): Promise<ErasedCounts> {
  const memberships = await query
    .deleteFrom('organization_members')
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow()
  const mails = await query
    .deleteFrom('mails')
    .where('user_id', '=', userId)
    .where('template', '<>', 'account_deleted')
    .executeTakeFirstOrThrow()
  const accounts = await query.deleteFrom('users').where('id', '=', userId).executeTakeFirstOrThrow()
  return {
    memberships: memberships.numDeletedRows,
    mails: mails.numDeletedRows,
    accounts: accounts.numDeletedRows,
  }
}

async function eraseOrganization({ query }: Transaction<IdentityTables>, organizationId: string) {
  await deleteOf(query, 'team_members', organizationId)
  await deleteOf(query, 'teams', organizationId)
  await deleteOf(query, 'invitations', organizationId)
  await deleteOf(query, 'organization_members', organizationId)
  await query.deleteFrom('mails').where('organization_id', '=', organizationId).execute()
  await query.deleteFrom('data_keys').where('subject_id', '=', organizationId).execute()
  await query.deleteFrom('organizations').where('id', '=', organizationId).execute()
}

const deleteOf = (
  query: Query,
  table: 'team_members' | 'teams' | 'invitations' | 'organization_members',
  organizationId: string,
) => query.deleteFrom(table).where('organization_id', '=', organizationId).execute()
