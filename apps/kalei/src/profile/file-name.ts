/** The file name that the server proposes, else our own. */
export function fileNameOf(disposition: string | null): string {
  const name = disposition?.match(/filename="?([^";]+)"?/)?.[1]
  return name ?? 'triptych-export.zip'
}
