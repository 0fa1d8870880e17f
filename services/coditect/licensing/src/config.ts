import { defineConfig, secret } from '@triptych/config'
import { z } from 'zod'

const perMinute = (standard: number, what: string) =>
  z.coerce.number().int().min(1).max(10_000_000).default(standard).describe(what)

export const licensingConfig = defineConfig({
  LICENSING_SECRET: secret(
    'Seals the keys that leases and licence files are signed with, and hashes licence keys',
  ),
  ACQUIRES_PER_MACHINE: perMinute(10, 'Seats that one machine may ask for, a minute'),
  SEAT_REQUESTS_PER_IP: perMinute(600, 'Seats asked for and heartbeats refused, a minute and address'),
})
