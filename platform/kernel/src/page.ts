import { z } from 'zod'

/** Query members of every list: how many, and where the last page ended. */
export const pageInput = {
  limit: z.coerce.number().int().min(1).max(100).default(20).describe('How many items at most'),
  cursor: z
    .uuid('Use `next_cursor` of the page before.')
    .optional()
    .describe('`next_cursor` of the page before'),
}

/** `{items, next_cursor}`; `next_cursor` is null on the last page. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next_cursor: z.string().nullable() })

/** Cuts `limit + 1` rows into a page whose cursor is the last item's id. */
export function toPage<Row extends { id: string }>(rows: readonly Row[], limit: number) {
  const items = rows.slice(0, limit)
  return { items, next_cursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}
