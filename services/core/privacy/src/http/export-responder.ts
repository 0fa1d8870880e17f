import type { Responder } from '@triptych/http'

interface Archive {
  readonly id: string
  readonly filename: string
  readonly sha256: string
  readonly kept: boolean
  readonly missing: readonly string[]
  readonly zip: string
}

/** The archive itself, with what is to be known of it in headers. */
export const sendArchive: Responder = ({ reply }, output) => {
  const archive = output as Archive
  reply
    .type('application/zip')
    .header('content-disposition', `attachment; filename="${archive.filename}"`)
    .header('cache-control', 'no-store')
    .header('etag', `"${archive.sha256}"`)
  if (archive.kept) reply.header('content-location', `/api/v1/me/export?archive=${archive.id}`)
  if (archive.missing.length > 0) reply.header('x-export-missing', archive.missing.join(', '))
  return Buffer.from(archive.zip, 'base64')
}
