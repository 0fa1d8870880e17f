import type { ReactNode } from 'react'
import { m } from '../i18n/i18n.ts'

/** The texts that stand for all panels. */
export const Documents = (): ReactNode => (
  <>
    <a href="/kalei/terms">{m.agree.terms}</a> <a href="/kalei/privacy">{m.agree.privacy}</a>
  </>
)
