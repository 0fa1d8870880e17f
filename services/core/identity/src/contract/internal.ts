import { id, noOutput, operation, exportPersonalData, timestamp } from '@triptych/kernel'
import { z } from 'zod'
import { errors } from './errors.ts'
import { connector, dataRegion, membership, provider, purpose, role, token, userStatus } from './schemas.ts'

const mailTemplate = z.enum([
  'verify_email',
  'email_already_registered',
  'password_reset',
  'password_changed',
  'organization_invitation',
  'account_deleted',
])

const byModule = { who: 'module' } as const

/** What other modules and the HTTP edge ask; never bound to HTTP. */
export const internalOperations = {
  getDataKey: operation({
    summary: 'The wrapped data key of a person or organisation',
    access: byModule,
    input: z.strictObject({ subject_id: id }),
    output: z.object({ wrapped_key: z.base64().nullable() }),
  }),
  getPerson: operation({
    summary: 'What other modules may know of a person',
    access: byModule,
    input: z.strictObject({ user_id: id }),
    output: z.object({
      id,
      email: z.string(),
      email_verified: z.boolean(),
      full_name: z.string(),
      locale: z.string(),
      time_zone: z.string(),
      region: z.string().nullable(),
      status: userStatus,
      created_at: timestamp,
    }),
    errors: [errors.user_not_found],
  }),
  hasConsent: operation({
    summary: 'Whether a person agrees to a purpose now',
    description:
      'Without a provider, region or connector any consent in force for the purpose counts; the newest answers.',
    access: byModule,
    input: z.strictObject({
      user_id: id,
      purpose,
      provider: provider.optional(),
      region: dataRegion.optional(),
      connector: connector.optional(),
    }),
    output: z.object({
      granted: z.boolean(),
      provider: z.string().nullable(),
      region: z.string().nullable(),
    }),
  }),
  listOrganizationsOf: operation({
    summary: 'Organisations of a person, with the role',
    access: byModule,
    input: z.strictObject({ user_id: id }),
    output: z.object({ items: z.array(membership) }),
  }),
  listTeamsOf: operation({
    summary: 'Teams of a person in one organisation',
    access: byModule,
    input: z.strictObject({ user_id: id, organization_id: id }),
    output: z.object({ items: z.array(z.object({ id, name: z.string() })) }),
  }),
  getOrganization: operation({
    summary: 'An organisation and its owners',
    access: byModule,
    input: z.strictObject({ organization_id: id }),
    output: z.object({ id, name: z.string(), created_at: timestamp, owner_ids: z.array(id) }),
    errors: [errors.organization_not_found],
  }),
  resolveTenant: operation({
    summary: 'The organisation a call acts in, and the role there',
    access: byModule,
    input: z.strictObject({ user_id: id, organization_id: id.optional() }),
    output: z.object({ organization_id: id, role }),
    errors: [errors.organization_required, errors.organization_not_found],
  }),
  checkSession: operation({
    summary: 'Whether a sign-in still counts, and what is true of the person now',
    access: byModule,
    input: z.strictObject({ user_id: id, session_id: id }),
    output: z.object({
      active: z.boolean(),
      suspended: z.boolean(),
      roles: z.array(z.string()),
      email_verified: z.boolean(),
    }),
  }),
  checkToken: operation({
    summary: 'Whose token a program presents; null when it does not count',
    access: byModule,
    input: z.strictObject({ token: token() }),
    output: z.object({
      actor: z
        .object({
          user_id: id,
          token_id: id,
          scopes: z.array(z.string()),
          organization_id: id.nullable(),
          expires_at: timestamp,
        })
        .nullable(),
    }),
  }),
  grantAdmin: operation({
    summary: 'Make the account with this e-mail address an administrator',
    access: byModule,
    input: z.strictObject({ email: z.string().max(254) }),
    output: z.object({ id }),
    errors: [errors.user_not_found],
  }),
  getMail: operation({
    summary: 'What a requested mail says, with its one-time link; null when there is nobody to write to',
    description: 'Asked by whoever sends mails on identity.mail.requested.v1. Asking again gives the same.',
    access: byModule,
    input: z.strictObject({ mail_id: id }),
    output: z.object({
      mail: z
        .object({
          to: z.string(),
          user_id: id.nullable(),
          template: mailTemplate,
          locale: z.string(),
          variables: z.record(z.string(), z.string()),
        })
        .nullable(),
    }),
  }),
  forgetMail: operation({
    summary: 'A requested mail is kept by whoever sends it, so its address is not needed here any more',
    access: byModule,
    input: z.strictObject({ mail_id: id }),
    output: noOutput,
  }),
  exportPersonalData,
}
