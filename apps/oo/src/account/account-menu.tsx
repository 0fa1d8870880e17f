import { type ReactNode, useState } from 'react'
import { getExport } from '../api/api.ts'
import { troubleOf } from '../api/trouble.ts'
import { m } from '../i18n/i18n.ts'
import { readPushChoice, stopPush } from '../push/push.ts'
import { ReconnectLink } from '../connect/reconnect-link.tsx'
import { Mark } from '../ui/mark.tsx'
import { Menu, type MenuItem } from '../ui/menu.tsx'
import { go } from '../ui/route.ts'
import { wordsOf } from '../ui/trouble.tsx'
import { useSession } from './session.tsx'

async function download(): Promise<void> {
  const address = URL.createObjectURL(await getExport())
  const link = document.createElement('a')
  link.href = address
  link.download = 'triptych-export.zip'
  link.click()
  URL.revokeObjectURL(address)
}

/** Small and out of the way: everything that is not the tip. */
export function AccountMenu({ say }: { say: (text: string) => void }): ReactNode {
  const { signOut } = useSession()
  const [isOpen, setOpen] = useState(false)
  const [hasPush, setPush] = useState(false)
  const attempt = (work: () => Promise<void>, after?: string) => (): void => {
    const run = async (): Promise<void> => {
      try {
        await work()
        if (after !== undefined) say(after)
      } catch (error) {
        say(wordsOf(troubleOf(error)))
      }
    }
    void run()
  }
  const open = async (): Promise<void> => {
    setPush((await readPushChoice())?.id !== undefined)
    setOpen(true)
  }
  const items: MenuItem[] = [
    { name: 'connect', label: m.account.connect, act: () => go('/connect') },
    { name: 'kept', label: m.account.kept, act: () => go('/kept') },
    ...(hasPush ? [{ name: 'push', label: m.push.stop, act: attempt(stopPush, m.push.stopped) }] : []),
    { name: 'export', label: m.account.export, act: attempt(download, m.account.exported) },
    { name: 'out', label: m.account.signOut, act: attempt(signOut) },
    { name: 'erase', label: m.account.erase, act: () => go('/delete') },
  ]
  return (
    <footer className="foot">
      <ReconnectLink />
      <button
        type="button"
        className="icon"
        aria-haspopup="menu"
        aria-label={m.account.label}
        onClick={() => void open()}
      >
        <Mark />
      </button>
      {isOpen ? <Menu label={m.account.label} items={items} onClose={() => setOpen(false)} /> : null}
    </footer>
  )
}
