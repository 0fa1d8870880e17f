export interface ConsentRequest {
  readonly purpose: string
  readonly connector?: string | undefined
  readonly provider?: string | undefined
  readonly region?: string | undefined
  readonly document?: { readonly version: string; readonly sha256: string } | undefined
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
