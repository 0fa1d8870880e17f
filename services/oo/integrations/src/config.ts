import { defineConfig, secret } from '@triptych/config'
import { z } from 'zod'
import { connectorSettings } from './connectors/index.ts'

const keyRing = (what: string) =>
  z
    .string()
    .regex(
      /^[\w-]{1,32}:[A-Za-z0-9+/=]{40,}(,[\w-]{1,32}:[A-Za-z0-9+/=]{40,})*$/,
      'Write id:key, newest first.',
    )
    .optional()
    .describe(`${what}: id:private key in base64, newest first, older ones after commas`)

export const integrationsConfig = defineConfig({
  INTEGRATIONS_SECRET: secret(
    'Finds people by their accounts at providers, and stands in for CONNECTOR_KEYS and REVOCATION_KEYS without them',
  ),
  CONNECTOR_KEYS: keyRing('Opens the secrets of connectors'),
  REVOCATION_KEYS: keyRing('Opens access that is being taken back'),
  ...connectorSettings,
})
