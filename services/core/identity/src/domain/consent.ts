import type { FieldIssue } from '@triptych/kernel'

interface Document {
  readonly version: string
  readonly sha256: string
}

export interface ConsentRequest {
  readonly purpose: string
  readonly connector?: string | undefined
  readonly provider?: string | undefined
  readonly region?: string | undefined
  readonly document?: Document | undefined
}

/** What each purpose must name, so that the person agrees to something in particular. */
const needed: Readonly<Record<string, readonly (keyof ConsentRequest)[]>> = {
  terms: ['document'],
  privacy: ['document'],
  model_processing: ['provider', 'region'],
  connector: ['connector'],
}

/** Which members are missing from a consent. */
export const missingFrom = (request: ConsentRequest): string[] =>
  (needed[request.purpose] ?? []).filter((member) => request[member] === undefined)

/** In what the document of a consent is not the published one of its purpose. */
export function wrongInDocument(
  { purpose, document }: ConsentRequest,
  published: readonly { readonly purpose: string; readonly document: Document }[],
): FieldIssue[] {
  if (document === undefined) return []
  const current = published.find((one) => one.purpose === purpose)?.document
  if (current === undefined) return [{ path: 'document', message: `There is no document for ${purpose}.` }]
  if (document.version !== current.version)
    return [{ path: 'document.version', message: `The current version is ${current.version}.` }]
  if (document.sha256 === current.sha256) return []
  const message = `This is not the text of version ${current.version}: its hash is ${current.sha256}.`
  return [{ path: 'document.sha256', message }]
}
