import { api } from '../api/api.ts'

/** Terms and privacy by hash, filled in by the build. */
declare const AGREED_DOCUMENTS: readonly {
  readonly purpose: string
  readonly document: { readonly version: string; readonly sha256: string }
}[]

const markKey = 'agreed'
const mark = AGREED_DOCUMENTS.map(({ document }) => document.sha256).join()

/** Remembers in this tab that the person went on past the terms; there may be no account to record it with yet. */
export const agree = (): void => sessionStorage.setItem(markKey, mark)

/** Records what was agreed to. The server answers a consent that is in force with the same one. */
export async function recordAgreement(): Promise<void> {
  for (const consent of AGREED_DOCUMENTS) await api.identity.giveConsent(consent)
  sessionStorage.removeItem(markKey)
}

/** Whether these very texts are agreed to, by what the server holds or by what was said in this tab a moment ago. */
export async function isAgreed(): Promise<boolean> {
  const { items } = await api.identity.listConsents({ in_force: true, limit: 100 })
  const given = new Set(items.map(({ document }) => document?.sha256))
  if (AGREED_DOCUMENTS.every(({ document }) => given.has(document.sha256))) return true
  if (sessionStorage.getItem(markKey) !== mark) return false
  await recordAgreement()
  return true
}
