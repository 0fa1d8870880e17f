import { defineConfig, secret } from '@triptych/config'
import { z } from 'zod'

const issuers = z
  .string()
  .default('')
  .transform((value, context) =>
    value
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map((part) => {
        const [issuer = '', audience = ''] = part.split('|')
        if (!URL.canParse(issuer) || audience === '') {
          context.addIssue({ code: 'custom', message: 'Write issuer|audience,issuer|audience,…' })
        }
        return { issuer, audience }
      }),
  )

export const identityConfig = defineConfig({
  IDENTITY_SECRET: secret('Seals signing keys and derives refresh tokens and the tokens in mails'),
  ACCESS_TOKEN_SECONDS: z.coerce
    .number()
    .int()
    .min(60)
    .max(600)
    .default(600)
    .describe('Life of an access token'),
  REQUIRE_VERIFIED_EMAIL: z
    .stringbool()
    .optional()
    .describe(
      'Whether an e-mail address is verified before the first sign-in, and registering tells nothing about it; true in production',
    ),
  GOOGLE_CLIENT_ID: z
    .string()
    .optional()
    .describe('Client of Google sign-in; off without, the sandbox plays it'),
  GOOGLE_CLIENT_SECRET: z.string().optional().describe('Secret of the client of Google sign-in'),
  APPLE_CLIENT_ID: z.string().optional().describe('Services ID of Sign in with Apple; off without'),
  APPLE_TEAM_ID: z.string().optional().describe('Team of the Apple developer account'),
  APPLE_KEY_ID: z.string().optional().describe('Id of the key for Sign in with Apple'),
  APPLE_PRIVATE_KEY: z.string().optional().describe('That key, PKCS #8 in PEM (\\n for line ends)'),
  TRUSTED_OIDC_ISSUERS: issuers.describe(
    'Issuers whose identity tokens can be exchanged, each with its audience: issuer|audience,…',
  ),
})
