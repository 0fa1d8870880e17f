import { emptyInput, noOutput, operation } from '@triptych/kernel'
import { z } from 'zod'
import { errors } from './errors.ts'
import {
  deviceToken,
  email,
  fullName,
  givenPassword,
  locale,
  newPassword,
  organization,
  organizationName,
  returnTo,
  sessionKind,
  signedIn,
  token,
  tokens,
} from './schemas.ts'

const credentialLimits = [{ per: 'ip', perMinute: 60, burst: 120 }] as const
const mailLimits = [{ per: 'ip', perMinute: 20 }] as const

/** Signing up and in with a password, and the mails around it. */
export const authOperations = {
  register: operation({
    summary: 'Create an account',
    description:
      'A company name also creates an organisation with the person as its owner. Where an e-mail address must be ' +
      'verified before the first sign-in, every address gets 202 and the same answer.',
    access: { who: 'anonymous' },
    http: { method: 'POST', path: '/auth/register', status: 201 },
    input: z.strictObject({
      email,
      password: newPassword,
      full_name: fullName,
      company_name: organizationName.optional(),
      locale: locale.optional().describe('The language of the mails, until the profile says otherwise'),
      return_to: returnTo,
      session: sessionKind,
    }),
    output: z.union([
      signedIn.extend({ organization: organization.optional() }),
      z.object({ verification_required: z.literal(true) }),
    ]),
    errors: [errors.email_taken, errors.password_common],
    limits: credentialLimits,
    examples: { input: { email: 'ada@example.org', password: 'Correct4Horse', full_name: 'Ada L.' } },
  }),
  login: operation({
    summary: 'Sign in with e-mail and password',
    description:
      'A suspended account answers the right password with 403 `identity.suspended` and an access token, valid for ' +
      'minutes and without a refresh token, that may `GET /me/export` and `DELETE /me` and nothing else. With ' +
      '`session: "cookie"` that token is set as the cookie and left out of the answer.',
    access: { who: 'anonymous' },
    http: { method: 'POST', path: '/auth/login' },
    input: z.strictObject({
      email,
      password: givenPassword,
      session: sessionKind,
      device_token: token(400).optional(),
    }),
    output: signedIn,
    errors: [
      errors.invalid_credentials,
      errors.suspended,
      errors.account_unavailable,
      errors.too_many_attempts,
    ],
    limits: credentialLimits,
  }),
  refresh: operation({
    summary: 'Exchange a refresh token for a new pair',
    description: 'With `session: "cookie"` the token is taken from the cookie.',
    access: { who: 'anonymous' },
    http: { method: 'POST', path: '/auth/refresh' },
    input: z.strictObject({ refresh_token: token().optional(), session: sessionKind }),
    output: tokens,
    errors: [errors.refresh_invalid, errors.refresh_reused],
    limits: credentialLimits,
  }),
  logout: operation({
    summary: 'End this device’s sign-in',
    access: { who: 'user', whileSuspended: true },
    http: { method: 'POST', path: '/auth/logout', status: 204 },
    input: emptyInput,
    output: noOutput,
  }),
  logoutAll: operation({
    summary: 'End every device’s sign-in, this one too',
    access: { who: 'user' },
    http: { method: 'POST', path: '/auth/logout-all', status: 204 },
    input: emptyInput,
    output: noOutput,
  }),
  showVerifyEmail: operation({
    summary: 'The page that a verification link opens',
    description: 'HTML with a button. Opening it changes nothing, as mail scanners open links.',
    access: { who: 'anonymous' },
    http: { method: 'GET', path: '/auth/verify-email', aliases: ['/auth/verify-email/{token}'] },
    input: z.strictObject({ token: token(), return_to: returnTo }),
    output: z.object({ token: z.string() }),
    limits: credentialLimits,
  }),
  verifyEmail: operation({
    summary: 'Verify an e-mail address with the token from the mail',
    description: 'Whoever comes back with the same mail is told once more that the address is verified.',
    access: { who: 'anonymous' },
    http: { method: 'POST', path: '/auth/verify-email' },
    input: z.strictObject({ token: token() }),
    output: z.object({ email_verified: z.literal(true) }),
    errors: [errors.token_invalid],
    limits: credentialLimits,
  }),
  resendVerification: operation({
    summary: 'Send the verification mail again',
    access: { who: 'user' },
    http: { method: 'POST', path: '/auth/resend-verification', status: 202 },
    input: z.strictObject({ return_to: returnTo }),
    output: z.object({ accepted: z.literal(true) }),
    idempotency: 'sealed',
    limits: [{ per: 'actor', perMinute: 10 }],
  }),
  forgotPassword: operation({
    summary: 'Ask for a mail to set a new password',
    description: 'The answer is the same whether or not there is an account.',
    access: { who: 'anonymous' },
    http: { method: 'POST', path: '/auth/forgot-password', status: 202 },
    input: z.strictObject({ email, return_to: returnTo }),
    output: z.object({ accepted: z.literal(true) }),
    limits: mailLimits,
  }),
  showResetPassword: operation({
    summary: 'The page that a reset link opens',
    access: { who: 'anonymous' },
    http: { method: 'GET', path: '/auth/reset-password' },
    input: z.strictObject({ token: token(), return_to: returnTo }),
    output: z.object({ token: z.string() }),
    limits: credentialLimits,
  }),
  resetPassword: operation({
    summary: 'Set a new password with the token from the mail',
    description: 'Ends every sign-in and every program’s token of the account.',
    access: { who: 'anonymous' },
    http: { method: 'POST', path: '/auth/reset-password' },
    input: z.strictObject({ token: token(), password: newPassword }),
    output: z.object({ password_changed: z.literal(true), device_token: deviceToken }),
    errors: [errors.token_invalid, errors.password_common],
    limits: credentialLimits,
  }),
  changePassword: operation({
    summary: 'Change the password, knowing the present one',
    description: 'Ends the sign-ins of all other devices.',
    access: { who: 'user' },
    http: { method: 'POST', path: '/auth/change-password' },
    input: z.strictObject({ current_password: givenPassword, password: newPassword }),
    output: z.object({ password_changed: z.literal(true) }),
    errors: [errors.password_incorrect, errors.too_many_attempts, errors.password_common],
    limits: [{ per: 'actor', perMinute: 30 }],
  }),
}
