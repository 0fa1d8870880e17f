import type { Responder } from '@triptych/http'

interface Download {
  readonly csv: string
}

/** The file itself, under a name of its own. */
export const sendCsv: Responder = ({ reply }, output) => {
  reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', 'attachment; filename="__name__.csv"')
    .header('cache-control', 'no-store')
  return (output as Download).csv
}
