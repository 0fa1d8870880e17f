import { actingFor, type HandlerOf } from '@triptych/kernel'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'

export const getPerson =
  (deps: Deps): HandlerOf<typeof identityContract, 'getPerson'> =>
  async (context, input, fail) => {
    const row = await deps.db.read(actingFor(context, input.user_id), (query) =>
      query
        .selectFrom('users')
        .innerJoin('profiles', 'profiles.user_id', 'users.id')
        .select([
          'users.id',
          'users.email',
          'users.email_verified_at',
          'users.full_name',
          'profiles.locale',
          'profiles.time_zone',
          'profiles.region',
          'users.status',
          'users.created_at',
        ])
        .where('users.id', '=', input.user_id)
        .where('users.deleted_at', 'is', null)
        .executeTakeFirst(),
    )
    if (row === undefined) throw fail('identity.user_not_found')
    const { email_verified_at, ...person } = row
    return { ...person, email_verified: email_verified_at !== null }
  }
