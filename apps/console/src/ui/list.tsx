import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { type Column, DataTable } from './data-table.tsx'
import { Failed, Skeleton } from './states.tsx'

interface PageOf<Row> {
  readonly items: Row[]
  readonly next_cursor: string | null
}

interface Props<Row> {
  readonly caption: string
  /** What is asked for; a change of it asks anew. */
  readonly queryKey: readonly unknown[]
  readonly read: (page: { readonly limit: number; readonly cursor?: string }) => Promise<PageOf<Row>>
  readonly columns: readonly Column<Row>[]
  readonly keyOf: (row: Row) => string
  readonly empty: ReactNode
}

const limit = 50

/** A list of the server as a table, page by page. */
export function List<Row>({ caption, queryKey, read, columns, keyOf, empty }: Props<Row>): ReactNode {
  const query = useInfiniteQuery<
    PageOf<Row>,
    Error,
    InfiniteData<PageOf<Row>>,
    readonly unknown[],
    string | null
  >({
    queryKey,
    queryFn: ({ pageParam }) => read(pageParam === null ? { limit } : { limit, cursor: pageParam }),
    initialPageParam: null,
    getNextPageParam: ({ next_cursor: next }) => next,
  })
  if (query.isPending) return <Skeleton />
  if (query.isError) return <Failed error={query.error} retry={() => void query.refetch()} />
  const rows = query.data.pages.flatMap(({ items }) => items)
  if (rows.length === 0) return empty
  return (
    <>
      <DataTable caption={caption} columns={columns} rows={rows} keyOf={keyOf} />
      {query.hasNextPage && (
        <div className="more">
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
    </>
  )
}
