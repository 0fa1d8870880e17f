import { api } from '../api/api.ts'

export interface NewAccount {
  readonly full_name: string
  readonly email: string
  readonly password: string
  /** Made with the account, which owns it. */
  readonly company_name?: string
}

/** Terms and privacy by hash, filled in by the build. */
declare const AGREED_DOCUMENTS: readonly {
  readonly purpose: string
  readonly document: { readonly version: string; readonly sha256: string }
}[]

/** The account, its company if it has one, and what was agreed to. False when the address must be confirmed before. */
export async function registerAccount(account: NewAccount): Promise<boolean> {
  const made = await api.identity.register({ ...account, session: 'cookie' })
  if ('verification_required' in made) return false
  for (const consent of AGREED_DOCUMENTS) await api.identity.giveConsent(consent)
  return true
}
