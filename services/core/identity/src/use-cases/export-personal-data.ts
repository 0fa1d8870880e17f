import { actingFor, type HandlerOf } from '@triptych/kernel'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { consentOf } from '../store/consents.ts'
import { membershipsOf } from '../store/organizations.ts'

export const exportPersonalData =
  (deps: Deps): HandlerOf<typeof identityContract, 'exportPersonalData'> =>
  async (context, { user_id }) => {
    const own = await deps.db.read(actingFor(context, user_id), async (query) => ({
      account: await query
        .selectFrom('users')
        .innerJoin('profiles', 'profiles.user_id', 'users.id')
        .select(['email', 'email_verified_at', 'full_name', 'roles', 'status', 'created_at'])
        .select(['locale', 'time_zone', 'region'])
        .where('users.id', '=', user_id)
        .execute(),
      linked_identities: await query
        .selectFrom('linked_identities')
        .select(['issuer', 'subject', 'created_at'])
        .where('user_id', '=', user_id)
        .execute(),
      sessions: await query
        .selectFrom('sessions')
        .select(['id', 'user_agent', 'ip', 'created_at', 'last_used_at', 'revoked_at'])
        .where('user_id', '=', user_id)
        .execute(),
      personal_tokens: await query
        .selectFrom('personal_tokens')
        .select(['id', 'name', 'prefix', 'scopes', 'created_at', 'expires_at', 'last_used_at', 'revoked_at'])
        .where('user_id', '=', user_id)
        .execute(),
      organizations: await membershipsOf(query, user_id),
      consents: (await query.selectFrom('consents').selectAll().where('user_id', '=', user_id).execute()).map(
        consentOf,
      ),
    }))
    const sections = Object.entries(own).map(([name, items]) => ({
      name,
      items: items.map((item) => ({ ...item })),
    }))
    return { sections }
  }
