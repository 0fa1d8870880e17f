/** Enough of an address to recognise one's own: `a•••@e•••.org`. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@')
  const host = address.slice(at + 1)
  const dot = host.lastIndexOf('.')
  const ending = dot <= 0 ? '' : host.slice(dot)
  const first = (text: string) => [...text][0] ?? ''
  return `${first(address.slice(0, at))}•••@${first(host)}•••${ending}`
}
