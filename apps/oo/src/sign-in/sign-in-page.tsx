import { type ReactNode, useState } from 'react'
import { agree } from '../account/agreement.ts'
import { Documents } from '../account/documents.tsx'
import { m } from '../i18n/i18n.ts'
import { Mark } from '../ui/mark.tsx'
import { SkipLink, useTitle } from '../ui/page.tsx'
import { usePath } from '../ui/route.ts'
import { EmailForm } from './email-form.tsx'
import { googleAddress } from './google.ts'

export function SignInPage(): ReactNode {
  const path = usePath()
  const [byEmail, setByEmail] = useState(false)
  useTitle(m.signIn.title)
  return (
    <>
      <SkipLink />
      <main id="content" className="sign-in" tabIndex={-1}>
        <Mark size={88} />
        <h1>{m.signIn.title}</h1>
        <p className="soft">{m.signIn.lead}</p>
        <div className="stack">
          <a className="button" href={googleAddress(path)} onClick={agree}>
            {m.signIn.google}
          </a>
          {byEmail ? (
            <EmailForm />
          ) : (
            <button type="button" className="plain" onClick={() => setByEmail(true)}>
              {m.signIn.withEmail}
            </button>
          )}
        </div>
        <p className="small faint">
          {m.signIn.agree} <Documents />
        </p>
      </main>
    </>
  )
}
