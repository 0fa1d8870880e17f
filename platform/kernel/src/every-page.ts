interface PageOf<Item> {
  readonly items: readonly Item[]
  readonly next_cursor: string | null
}

type ReadPage<Item> = (page: { readonly limit: number; readonly cursor?: string }) => Promise<PageOf<Item>>

const limit = 100

/** A list page after page, as far as somebody reads on. */
export async function* pagesFrom<Item>(read: ReadPage<Item>): AsyncGenerator<readonly Item[], void> {
  let page = await read({ limit })
  yield page.items
  while (page.next_cursor !== null) {
    page = await read({ limit, cursor: page.next_cursor })
    yield page.items
  }
}

/** A list that is needed whole. */
export async function everyPage<Item>(read: ReadPage<Item>): Promise<Item[]> {
  const items: Item[] = []
  for await (const page of pagesFrom(read)) items.push(...page)
  return items
}
