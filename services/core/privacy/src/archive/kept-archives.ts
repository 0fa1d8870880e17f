import type { Context } from '@triptych/kernel'
import type { Deps } from '../deps.ts'

type Keeping = Pick<Deps, 'storage' | 'ciphers'>

/** How long a finished archive can be fetched again. */
export const archiveLifeMs = 24 * 3_600_000

export const archivePrefix = 'exports/'
export const prefixOf = (userId: string): string => `${archivePrefix}${userId}/`
const keyOf = (userId: string, id: string): string => `${prefixOf(userId)}${id}`
const cellOf = (id: string) => ({ table: 'archives', column: 'zip', row: id })

/** Sealed text is longer than what it holds; nothing larger was ever put there. */
const sealedBytesMax = 128 * 1024 * 1024

/** Puts a sealed archive aside; the one before it goes. */
export async function keepArchive(
  deps: Keeping,
  context: Context,
  archive: { readonly userId: string; readonly id: string; readonly zip: Uint8Array },
): Promise<void> {
  const cipher = await deps.ciphers.cipherOf(context, archive.userId)
  const sealed = cipher.encrypt(Buffer.from(archive.zip).toString('base64'), cellOf(archive.id))
  await dropArchives(deps, archive.userId)
  await deps.storage.put(keyOf(archive.userId, archive.id), sealed, {
    contentType: 'application/octet-stream',
    maxBytes: sealedBytesMax,
  })
}

/** The archive in base64, or undefined when it is gone. */
export async function openArchive(
  deps: Keeping,
  context: Context,
  archive: { readonly userId: string; readonly id: string },
): Promise<string | undefined> {
  const found = await deps.storage.get(keyOf(archive.userId, archive.id))
  if (found === null) return undefined
  const sealed = Buffer.concat(await found.body.toArray())
  const cipher = await deps.ciphers.cipherOf(context, archive.userId)
  return cipher.decrypt(sealed, cellOf(archive.id))
}

/** Removes every archive of a person; says how many there were. */
export async function dropArchives(deps: Pick<Deps, 'storage'>, userId: string): Promise<number> {
  let count = 0
  for await (const key of deps.storage.list(prefixOf(userId))) {
    await deps.storage.delete(key)
    count += 1
  }
  return count
}
