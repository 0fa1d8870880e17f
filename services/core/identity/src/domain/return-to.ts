const base = 'http://return.invalid'
const allowed = ['/', '/kalei', '/oo', '/console']

/** A path of this site that a sign-in may end on; undefined for everything else, however it is written. */
export function returnPathOf(given: string): string | undefined {
  // Browsers read a backslash as a slash and drop tabs and line ends.
  if (!given.startsWith('/') || /[\\\p{Cc}]/u.test(given) || !URL.canParse(given, base)) return undefined
  const url = new URL(given, base)
  if (url.origin !== base || url.username !== '') return undefined
  const known = allowed.some(
    (path) => url.pathname === path || (path !== '/' && url.pathname.startsWith(path.replace(/\/?$/, '/'))),
  )
  return known ? `${url.pathname}${url.search}${url.hash}` : undefined
}
