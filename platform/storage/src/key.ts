const segment = '[a-z0-9][a-z0-9._-]*'
const keyPattern = new RegExp(`^${segment}(?:/${segment})*$`)
const prefixPattern = new RegExp(`^(?:${segment}/)*(?:${segment})?$`)
const longest = 200

/** No empty or dotted segment, no case, no other alphabet: the same key means the same on every file system. */
export function requireKey(key: string): void {
  if (key.length > longest || !keyPattern.test(key)) throw new RangeError('not a storage key')
}

export function requirePrefix(prefix: string): void {
  if (prefix.length > longest || !prefixPattern.test(prefix)) throw new RangeError('not a storage prefix')
}

export function requireMetadata(metadata: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(metadata)) {
    if (!/^[a-z0-9-]{1,40}$/.test(name)) throw new RangeError('not a metadata name')
  }
}
