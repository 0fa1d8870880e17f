import { accessErrors, defineErrors } from '@triptych/kernel'
import { z } from 'zod'
import { restrictedSignIn } from './schemas.ts'

const own = defineErrors('identity', {
  email_taken: {
    kind: 'conflict',
    title: 'There is already an account with this e-mail address. Sign in instead.',
  },
  password_common: {
    kind: 'rejected',
    title: 'This password is among those that are guessed first. Choose another one.',
  },
  password_incorrect: { kind: 'rejected', title: 'The present password is not right.' },
  invalid_credentials: {
    kind: 'unauthenticated',
    title:
      'The e-mail address or the password is not right. If you have just registered, open the link we sent first.',
  },
  too_many_attempts: {
    kind: 'limited',
    title: 'Too many attempts to sign in from here. Wait a moment, or reset your password.',
  },
  suspended: {
    kind: 'forbidden',
    title: 'This account is suspended. You can still export what is held about you, or delete the account.',
    data: restrictedSignIn,
  },
  refresh_invalid: { kind: 'unauthenticated', title: 'This sign-in has ended. Sign in again.' },
  refresh_reused: {
    kind: 'unauthenticated',
    title: 'This sign-in was used twice and has been ended for safety. Sign in again.',
  },
  token_invalid: {
    kind: 'rejected',
    title: 'This link is not valid any more. Ask for a new one.',
  },
  exchange_refused: { kind: 'unauthenticated', title: 'This identity token is not accepted.' },
  provider_email_unverified: {
    kind: 'forbidden',
    title: 'Your provider has not verified your e-mail address. Verify it there, or sign up with a password.',
  },
  account_unavailable: {
    kind: 'forbidden',
    title: 'This account cannot sign in at the moment. Write to support.',
  },
  provider_not_found: { kind: 'not_found', title: 'There is no such way to sign in.' },
  return_to_invalid: { kind: 'invalid', title: 'This is no page of ours to return to.' },
  session_not_found: { kind: 'not_found', title: 'There is no such signed-in device.' },
  personal_token_not_found: { kind: 'not_found', title: 'There is no such token.' },
  role_required: { kind: 'forbidden', title: 'Your role in this organisation does not allow this.' },
  member_not_found: { kind: 'not_found', title: 'There is no such member.' },
  last_owner: {
    kind: 'conflict',
    title: 'An organisation needs an owner. Make somebody else an owner first.',
  },
  already_member: { kind: 'conflict', title: 'This person is a member already.' },
  invitation_not_found: { kind: 'not_found', title: 'There is no such invitation, or it has ended.' },
  invitation_not_yours: {
    kind: 'forbidden',
    title: 'This invitation was sent to another address. Sign in with that one, and verify it.',
  },
  team_not_found: { kind: 'not_found', title: 'There is no such team.' },
  team_name_taken: { kind: 'conflict', title: 'There is already a team with this name.' },
  consent_not_found: { kind: 'not_found', title: 'There is no such consent.' },
  consent_incomplete: { kind: 'invalid', title: 'This consent does not say what it is for.' },
  document_unknown: { kind: 'invalid', title: 'This is not the document that is in force.' },
  sole_owner: {
    kind: 'conflict',
    title: 'You are the only owner of an organisation. Hand it over, or close it with your account.',
    data: z.object({ organizations: z.array(z.object({ id: z.uuid(), name: z.string() })) }),
  },
  user_not_found: { kind: 'not_found', title: 'There is no such account.' },
})

const { organization_required, organization_not_found } = accessErrors

export const errors = { ...own, organization_required, organization_not_found }
