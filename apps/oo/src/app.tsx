import { type ReactNode, useEffect } from 'react'
import { AgreePage } from './account/agree-page.tsx'
import { ErasePage } from './account/erase-page.tsx'
import { ReceiptPage } from './account/receipt-page.tsx'
import { useSession } from './account/session.tsx'
import { ConnectPage } from './connect/connect-page.tsx'
import { m } from './i18n/i18n.ts'
import { KeptPage } from './kept/kept-page.tsx'
import { renewPush } from './push/push.ts'
import { SignInPage } from './sign-in/sign-in-page.tsx'
import { TipPage } from './tip/tip-page.tsx'
import { usePath } from './ui/route.ts'

const receiptPath = /^\/receipt\/([\w-]+)$/

export function App(): ReactNode {
  const { state } = useSession()
  const path = usePath()
  const isIn = state.status === 'in'
  useEffect(() => {
    if (isIn) void renewPush().catch(() => undefined)
  }, [isIn])

  const receipt = receiptPath.exec(path)?.[1]
  if (receipt !== undefined) return <ReceiptPage id={receipt} />
  if (state.status === 'loading')
    return (
      <main className="stage">
        <h1 className="hidden">{m.loading}</h1>
      </main>
    )
  if (state.status !== 'in') return <SignInPage />
  if (path === '/delete') return <ErasePage me={state.me} />
  if (!state.hasAgreed) return <AgreePage />
  if (path === '/connect') return <ConnectPage />
  if (path === '/kept') return <KeptPage me={state.me} />
  return <TipPage me={state.me} />
}
