import { randomUUID } from 'expo-crypto'

/** A fresh id for a text that the device sends: its Idempotency-Key. */
export function newClientId(): string {
  return randomUUID()
}
