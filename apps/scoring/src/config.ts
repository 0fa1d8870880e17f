import { defineConfig, secret } from '@triptych/config'
import { logLevels } from '@triptych/telemetry'
import { z } from 'zod'

export const scoringConfig = defineConfig({
  HOST: z.string().default('127.0.0.1').describe('Address to listen on'),
  SCORING_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(3910)
    .describe('Port of the scoring process'),
  SCORING_SECRET: secret('Proves the recommender to the scoring process; the same for both'),
  OTLP_URL: z
    .url()
    .optional()
    .describe('Collector of traces (OTLP over HTTP, ends in /v1/traces); off otherwise'),
  LOG_LEVEL: z.enum(logLevels).default('info').describe('Least level that is logged'),
})
