import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { defineProvider } from '../kit/provider.ts'
import { createGoogleFaults } from './faults.ts'
import { createSigningKey } from './id-token.ts'
import { createOidc } from './oidc.ts'
import { createPeople } from './people.ts'
import { mountGoogle } from './routes.ts'
import { createOidcStore } from './store.ts'

export const google = defineProvider({
  title: 'Google sign-in',
  summary: 'OpenID Connect with PKCE, nonce and signed ID tokens, and a page to choose a person on.',
  settings: z.object({
    clientId: z.string().min(1).default('triptych-sandbox.apps.googleusercontent.com'),
    clientSecret: z.string().min(1).default('sandbox-google-client'),
  }),
  environment: { GOOGLE_CLIENT_ID: 'clientId', GOOGLE_CLIENT_SECRET: 'clientSecret' },
  async create(context, settings) {
    const people = createPeople(context.url)
    const faults = createGoogleFaults(context.clock)
    const store = createOidcStore(context.clock)
    const issuer = `${context.url}/google`
    // A name of its own, so that whoever keeps the keys of the last start notices that there is a new one.
    const key = await createSigningKey(`sandbox-google-${randomBytes(4).toString('hex')}`)
    const oidc = createOidc({ issuer, people, faults, key, store, ...settings })
    return {
      faults,
      links: [{ label: 'Discovery', href: '/google/.well-known/openid-configuration' }],
      routes: (app) => mountGoogle(app, { oidc, people, faults, clock: context.clock }),
      facts: () => [
        { label: 'People', value: String(people.list().length) },
        { label: 'Client', value: settings.clientId },
      ],
      reset() {
        people.reset()
        store.clear()
      },
    }
  },
})
