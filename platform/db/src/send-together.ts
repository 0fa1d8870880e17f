import { holdBack } from '@triptych/kernel/server'
import type pg from 'pg'
import type { Duplex } from 'node:stream'
import type { Database } from './database.ts'

/** Statements that are sent before the process turns to its next event leave in one packet, where they may be pipelined. */
export function sendTogether({ isPipelined }: Pick<Database, 'isPipelined'>, client: pg.PoolClient): void {
  if (isPipelined)
    holdBack((client as unknown as { readonly connection: { readonly stream: Duplex } }).connection.stream)
}
