/** The beginning of a day that was chosen, in the reader’s zone, so many days later; nothing when none was. */
export function instantOf<const Name extends string>(
  fields: { readonly get: (name: string) => unknown },
  name: Name,
  daysLater: number,
): { readonly [Key in Name]?: string } {
  const day = fields.get(name)
  if (typeof day !== 'string' || day === '') return {}
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const instant = new Date(year, month - 1, date + daysLater).toISOString()
  return { [name]: instant } as { readonly [Key in Name]?: string }
}
