import { emptyInput, id, line, noOutput, operation, pageInput, pageOf, timestamp } from '@triptych/kernel'
import { z } from 'zod'
import { errors } from './errors.ts'
import {
  connector,
  consent,
  dataRegion,
  fullName,
  locale,
  me,
  personalToken,
  provider,
  purpose,
  region,
  session,
  timeZone,
  tokenScopes,
  userStatus,
} from './schemas.ts'

/** A query cannot carry a boolean, a body can. */
const flag = z.union([z.boolean(), z.stringbool()]).default(false)

/** A person's own account: devices, programs' tokens, profile, consents, deletion. */
export const accountOperations = {
  getMe: operation({
    summary: 'Who is signed in',
    access: { who: 'user' },
    http: { method: 'GET', path: '/me' },
    input: emptyInput,
    output: me,
  }),
  updateProfile: operation({
    summary: 'Change name, language, time zone or region',
    access: { who: 'user' },
    http: { method: 'PATCH', path: '/me/profile' },
    input: z.strictObject({
      full_name: fullName.optional(),
      locale: locale.optional(),
      time_zone: timeZone.optional(),
      region: region.optional(),
    }),
    output: me,
    idempotency: { render: 'getMe' },
  }),
  deleteMe: operation({
    summary: 'Delete the account and everything held about the person',
    description:
      'Needs a sign-in of the last ten minutes. The receipt shows what each module erased; its token is shown once.',
    access: { who: 'user', fresh: true, whileSuspended: true },
    http: { method: 'DELETE', path: '/me', status: 202 },
    input: z.strictObject({ close_organizations: flag }),
    output: z.object({ receipt_id: id, receipt_token: z.string() }),
    errors: [errors.sole_owner],
  }),
  listSessions: operation({
    summary: 'Devices that are signed in',
    access: { who: 'user' },
    http: { method: 'GET', path: '/auth/sessions' },
    input: z.strictObject(pageInput),
    output: pageOf(session),
  }),
  revokeSession: operation({
    summary: 'End one device’s sign-in',
    access: { who: 'user' },
    http: { method: 'DELETE', path: '/auth/sessions/{id}', status: 204 },
    input: z.strictObject({ id }),
    output: noOutput,
    errors: [errors.session_not_found],
    idempotency: 'done',
  }),
  createToken: operation({
    summary: 'Make a token for a program',
    description:
      'The token is shown once. It acts within its scopes until it ends, in one organisation or in none: then what ' +
      'belongs to an organisation answers `identity.organization_required`.',
    access: { who: 'user', fresh: true, verifiedEmail: true },
    http: { method: 'POST', path: '/auth/tokens', status: 201 },
    input: z.strictObject({
      name: line(80),
      scopes: z.array(z.enum(tokenScopes)).min(1).max(tokenScopes.length),
      organization_id: id
        .nullable()
        .optional()
        .describe('Null binds it to none. Left out: the only one of the person, none when there is none'),
      expires_in_days: z.number().int().min(1).max(366).default(90),
    }),
    output: personalToken.extend({ token: z.string() }),
    errors: [errors.organization_required, errors.organization_not_found],
  }),
  listTokens: operation({
    summary: 'Tokens of programs',
    access: { who: 'user' },
    http: { method: 'GET', path: '/auth/tokens' },
    input: z.strictObject(pageInput),
    output: pageOf(personalToken),
  }),
  revokeToken: operation({
    summary: 'End a program’s token',
    access: { who: 'user' },
    http: { method: 'DELETE', path: '/auth/tokens/{id}', status: 204 },
    input: z.strictObject({ id }),
    output: noOutput,
    errors: [errors.personal_token_not_found],
    idempotency: 'done',
  }),
  listConsents: operation({
    summary: 'What the person has agreed to, withdrawn ones too',
    access: { who: 'user' },
    http: { method: 'GET', path: '/consents' },
    input: z.strictObject({ ...pageInput, in_force: flag.describe('Only those not withdrawn') }),
    output: pageOf(consent),
  }),
  giveConsent: operation({
    summary: 'Record a consent',
    description:
      '`terms` and `privacy` name the document in force by version and SHA-256; `model_processing` names provider ' +
      'and region; `connector` names the connector. A consent in force for the same thing is answered again.',
    access: { who: 'user' },
    http: { method: 'POST', path: '/consents', status: 201 },
    input: z.strictObject({
      purpose,
      connector: connector.optional(),
      provider: provider.optional(),
      region: dataRegion.optional(),
      document: z
        .strictObject({ version: line(40), sha256: z.string().regex(/^[0-9a-f]{64}$/, 'Use 64 hex digits.') })
        .optional(),
    }),
    output: consent,
    errors: [errors.consent_incomplete, errors.document_unknown],
    idempotency: 'sealed',
  }),
  withdrawConsent: operation({
    summary: 'Withdraw a consent',
    access: { who: 'user' },
    http: { method: 'DELETE', path: '/consents/{id}', status: 204 },
    input: z.strictObject({ id }),
    output: noOutput,
    errors: [errors.consent_not_found],
    idempotency: 'done',
  }),
  listUsers: operation({
    summary: 'Accounts, newest first',
    access: { who: 'admin' },
    http: { method: 'GET', path: '/admin/users' },
    input: z.strictObject({
      ...pageInput,
      status: userStatus.optional(),
      search: line(200).optional().describe('Part of an e-mail address or of an organisation’s name'),
    }),
    output: pageOf(
      z.object({
        id,
        email: z.string(),
        full_name: z.string(),
        email_verified: z.boolean(),
        status: userStatus,
        roles: z.array(z.string()),
        organizations: z.array(z.string()),
        created_at: timestamp,
      }),
    ),
  }),
  updateUser: operation({
    summary: 'Suspend, deactivate or reactivate an account',
    description:
      'Ends every sign-in and token. The person can still prove who they are, to export and to delete: ' +
      'see `identity.suspended`.',
    access: { who: 'admin', fresh: true },
    http: { method: 'PATCH', path: '/admin/users/{id}' },
    input: z.strictObject({ id, status: userStatus }),
    output: z.object({ id, status: userStatus }),
    errors: [errors.user_not_found],
    idempotency: 'sealed',
  }),
}
