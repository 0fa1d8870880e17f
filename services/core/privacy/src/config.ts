import { defineConfig, secret } from '@triptych/config'
import { z } from 'zod'

export const privacyConfig = defineConfig({
  AUDIT_KEY: secret('Keys the commitments of the audit chains; without it they cannot be verified or forged'),
  BACKUP_RETENTION_DAYS: z.coerce
    .number()
    .int()
    .min(0)
    .max(3_650)
    .default(30)
    .describe('Days that backups of the database are kept: how long a deleted account could be restored'),
})
