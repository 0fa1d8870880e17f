import { type ConfigOf, defineConfig, secret } from '@triptych/config'
import { z } from 'zod'

const list = (description: string) =>
  z
    .string()
    .default('')
    .transform((value) =>
      value
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .describe(description)

const pairs = (description: string) =>
  z
    .string()
    .default('')
    .transform(
      (value) =>
        Object.fromEntries(
          value
            .split(',')
            .filter((part) => part.includes('='))
            .map((part) => [
              part.slice(0, part.indexOf('=')).trim(),
              part.slice(part.indexOf('=') + 1).trim(),
            ]),
        ) as Readonly<Record<string, string>>,
    )
    .describe(description)

/** What the ground itself reads. */
export const platformConfig = defineConfig({
  TRIPTYCH_ENV: z
    .enum(['development', 'test', 'production'])
    .default('development')
    .describe('Development makes its own secrets and allows the sandbox'),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000).describe('Port of the public server'),
  INTERNAL_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(3001)
    .describe('Port between our own processes, with the metrics; never public'),
  PUBLIC_URL: z.url().default('http://localhost:3000').describe('Address people open'),
  ALLOWED_HOSTS: list(
    'Further names under which the public server answers, comma-separated; PUBLIC_URL and loopback always count',
  ),
  TRUSTED_PROXIES: list('Addresses whose X-Forwarded-For is believed, comma-separated; none by default'),
  DATA_DIR: z
    .string()
    .default('.data')
    .describe('Directory of the embedded database, files and development secrets'),
  DATABASE_URL: z.string().optional().describe('Postgres 15 or newer; the embedded database otherwise'),
  DATABASE_OWNER_URL: z.string().optional().describe('Signs in for migrations; DATABASE_URL otherwise'),
  REDIS_URL: z.string().optional().describe('Redis 7 or newer for counters and limits; in process otherwise'),
  NATS_URL: z.string().optional().describe('NATS with JetStream for events; in process otherwise'),
  NATS_STREAM: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .default('triptych')
    .describe('Stream and subject prefix of the events; one a deployment'),
  S3_ENDPOINT: z.url().optional().describe('S3-compatible storage for exports; files in DATA_DIR otherwise'),
  S3_BUCKET: z.string().default('triptych').describe('Bucket of the S3 storage'),
  S3_REGION: z.string().default('us-east-1').describe('Region of the S3 storage'),
  S3_ACCESS_KEY_ID: z.string().optional().describe('Access key of the S3 storage'),
  S3_SECRET_ACCESS_KEY: z.string().optional().describe('Secret key of the S3 storage'),
  SANDBOX: z.enum(['on', 'off']).default('off').describe('Play the outside providers offline; loopback only'),
  SANDBOX_URL: z.url().default('http://localhost:3900').describe('Where the sandbox listens'),
  OTLP_URL: z
    .url()
    .optional()
    .describe('Collector of traces (OTLP over HTTP, ends in /v1/traces); off otherwise'),
  SENTRY_DSN: z.string().optional().describe('Collector of errors that speaks Sentry; off otherwise'),
  ROLE: z
    .enum(['all', 'api', 'worker'])
    .default('all')
    .describe('api answers and relays, worker also handles events and jobs; all does both'),
  MODULES: z
    .string()
    .default('all')
    .describe('Modules that run in this process: all, or names separated by commas'),
  MODULE_URLS: pairs('Internal addresses of modules that run elsewhere: turn=http://10.0.0.5:3001,…'),
  PUBLIC_API: z
    .enum(['auto', 'on', 'off'])
    .default('auto')
    .describe('Whether this process serves people; auto: only when it runs the identity module'),
  SERVICE_KEYS_FILE: z
    .string()
    .optional()
    .describe('Keys of the modules, made by the keys command; needed with MODULE_URLS'),
  DATA_KEY_ENCRYPTION_KEY: secret(
    'Wraps the data key of every person and organisation, and keys the hash of a person in logs; the same in every process',
  ),
  DATA_KEY_ENCRYPTION_KEYS_OLD: list(
    'Further wrapping keys that are read while a rotation runs, comma-separated: ops/runbooks/key-rotation.md',
  ),
  OVERLOAD_DELAY_MS: z.coerce
    .number()
    .int()
    .min(0)
    .default(1_000)
    .describe('Requests are refused while the event loop runs this late, in milliseconds; 0 refuses none'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('Least level that is logged'),
})

export type PlatformConfig = ConfigOf<typeof platformConfig>
