export interface Page {
  readonly limit: number
  readonly cursor?: string | undefined
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Where the last page ended; a cursor that is none of ours begins anew. */
export const cursorOf = ({ cursor }: Page): string | undefined =>
  cursor !== undefined && uuid.test(cursor) ? cursor : undefined
