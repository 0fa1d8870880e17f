/** Licences that ask for no more than naming the author, or bind only the licensed file itself. */
export const allowed: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'Zlib',
])

/** Packages let in by name, each with the reason. */
export const exceptions: ReadonlyMap<string, string> = new Map([
  [
    'sentry',
    'FSL-1.1-Apache-2.0 forbids only to compete with its maker; brought by build tools, never shipped nor run by a user',
  ],
])

/** Whether an SPDX expression can be satisfied with allowed licences alone. Unknown names and empty fields cannot. */
export function isAllowed(expression: string): boolean {
  const tokens = expression.match(/\(|\)|[^\s()]+/g) ?? []
  let at = 0
  const term = (): boolean => {
    const token = tokens[at++]
    if (token !== '(') return token !== undefined && allowed.has(token)
    const inner = either()
    return tokens[at++] === ')' && inner
  }
  const chain = (word: string, next: () => boolean, join: (a: boolean, b: boolean) => boolean): boolean => {
    let result = next()
    while (tokens[at]?.toUpperCase() === word) {
      at++
      result = join(next(), result)
    }
    return result
  }
  const both = (): boolean => chain('AND', term, (a, b) => a && b)
  const either = (): boolean => chain('OR', both, (a, b) => a || b)
  const result = either()
  return result && at === tokens.length
}
