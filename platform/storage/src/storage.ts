import type { Readable } from 'node:stream'

export interface StoredObject {
  key: string
  /** Bytes. */
  size: number
  contentType: string
  /** Of the body, in lower-case hex. */
  sha256: string
  metadata: Readonly<Record<string, string>>
  /** Epoch milliseconds, by the store's clock. */
  storedAt: number
}

export interface PutOptions {
  contentType: string
  /** Names of lower-case letters, digits and hyphens; about 1 KB in all. */
  metadata?: Readonly<Record<string, string>>
  /** A longer body fails with `storage.too_large`. */
  maxBytes: number
  /** Stops the upload; nothing of it stays. */
  signal?: AbortSignal
}

/**
 * Objects by key: lower-case letters, digits, `.`, `_`, `-` in segments parted by `/`, at most 200 characters;
 * another key is a RangeError. Fails with `storage.unavailable` when the store is away.
 */
export interface Storage {
  /** Replaces what was there, all at once: a reader sees the old object or the new one. A failed put changes nothing. */
  put(
    key: string,
    body: Uint8Array | AsyncIterable<Uint8Array>,
    options: PutOptions,
  ): Promise<{ size: number; sha256: string }>
  /** Null when there is none. The body must be read or destroyed. */
  get(key: string): Promise<(StoredObject & { body: Readable }) | null>
  head(key: string): Promise<StoredObject | null>
  /** Also succeeds when there is nothing. */
  delete(key: string): Promise<void>
  /** Keys that begin with the prefix, in no certain order; an empty prefix lists all. */
  list(prefix: string): AsyncIterable<string>
  ping(): Promise<'up' | 'down'>
}
