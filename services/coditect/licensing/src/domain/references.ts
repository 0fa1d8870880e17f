/** A licence, and whose it is. */
export interface LicenseRef {
  readonly licenseId: string
  readonly organizationId: string
}

export interface SessionRef extends LicenseRef {
  readonly sessionId: string
}
