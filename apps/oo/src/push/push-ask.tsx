import { type ReactNode, useEffect, useState } from 'react'
import { m } from '../i18n/i18n.ts'
import { acceptPush, canAsk, declinePush } from './push.ts'

/** One quiet question after the first completed tip; whatever is answered, it is not asked again. */
export function PushAsk({ say }: { say: (text: string) => void }): ReactNode {
  const [isAsking, setAsking] = useState(false)
  useEffect(() => {
    void canAsk().then(setAsking)
  }, [])
  if (!isAsking) return null
  const accept = async (): Promise<void> => {
    setAsking(false)
    say(m.push[await acceptPush().catch(() => 'failed' as const)])
  }
  const decline = async (): Promise<void> => {
    setAsking(false)
    await declinePush()
  }
  return (
    <section className="toast-place" aria-label={m.push.ask}>
      <div className="toast ask">
        <p>{m.push.ask}</p>
        <div className="row">
          <button type="button" onClick={() => void accept()}>
            {m.push.yes}
          </button>
          <button type="button" className="faint" onClick={() => void decline()}>
            {m.push.no}
          </button>
        </div>
      </div>
    </section>
  )
}
