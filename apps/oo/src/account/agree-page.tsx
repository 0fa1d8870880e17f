import type { ReactNode } from 'react'
import { m } from '../i18n/i18n.ts'
import { Link, Page } from '../ui/page.tsx'
import { TroubleNote } from '../ui/trouble.tsx'
import { useTask } from '../ui/use-task.ts'
import { recordAgreement } from './agreement.ts'
import { Documents } from './documents.tsx'
import { useSession } from './session.tsx'

/** For whoever signed in elsewhere, or before the texts changed. */
export function AgreePage(): ReactNode {
  const { reload, signOut } = useSession()
  const { busy, trouble, run } = useTask()
  const agree = async (): Promise<void> => {
    await recordAgreement()
    await reload()
  }
  return (
    <Page title={m.agree.title} home={false}>
      <p className="soft">{m.agree.lead}</p>
      <p>
        <Documents />
      </p>
      <TroubleNote trouble={trouble} />
      <button type="button" className="button" disabled={busy} onClick={() => run(agree)}>
        {m.agree.go}
      </button>
      <button type="button" className="plain" disabled={busy} onClick={() => run(signOut)}>
        {m.account.signOut}
      </button>
      <Link to="/delete" className="plain">
        {m.account.erase}
      </Link>
    </Page>
  )
}
