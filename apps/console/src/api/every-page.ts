interface PageOf<Item> {
  readonly items: readonly Item[]
  readonly next_cursor: string | null
}

const limit = 100

/** A list that is needed whole, page after page. */
export async function everyPage<Item>(
  read: (page: { readonly limit: number; readonly cursor?: string }) => Promise<PageOf<Item>>,
): Promise<Item[]> {
  const first = await read({ limit })
  const items = [...first.items]
  let cursor = first.next_cursor
  while (cursor !== null) {
    const page = await read({ limit, cursor })
    items.push(...page.items)
    cursor = page.next_cursor
  }
  return items
}
