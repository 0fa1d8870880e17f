import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'

export interface MenuItem {
  readonly name: string
  readonly label: string
  readonly note?: string
  /** Leads out of the app. */
  readonly href?: string
  readonly act?: () => void
}

const steps: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index, count) => (index + 1) % count,
  ArrowUp: (index, count) => (index - 1 + count) % count,
  Home: () => 0,
  End: (_index, count) => count - 1,
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key]
  if (step === undefined) return
  event.preventDefault()
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')]
  items[step(items.indexOf(document.activeElement as HTMLElement), items.length)]?.focus()
}

/** A sheet over the page; the browser keeps the focus inside and gives it back at the end. */
export function Sheet(props: { label: string; onClose: () => void; children: ReactNode }): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const { current } = dialog
    current?.showModal()
    current?.querySelector<HTMLElement>('[role=menuitem], input')?.focus()
    return () => current?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="sheet"
      aria-label={props.label}
      onClose={props.onClose}
      onClick={({ target, currentTarget }) => {
        if (target === currentTarget) currentTarget.close()
      }}
    >
      {props.children}
    </dialog>
  )
}

export function Menu(props: { label: string; items: readonly MenuItem[]; onClose: () => void }): ReactNode {
  const choose = ({ act }: MenuItem): void => {
    props.onClose()
    act?.()
  }
  return (
    <Sheet label={props.label} onClose={props.onClose}>
      <div role="menu" tabIndex={-1} aria-label={props.label} onKeyDown={moveFocus}>
        {props.items.map((item) =>
          item.href === undefined ? (
            <button key={item.name} role="menuitem" type="button" onClick={() => choose(item)}>
              <span>{item.label}</span>
              {item.note === undefined ? null : <span className="faint">{item.note}</span>}
            </button>
          ) : (
            <a
              key={item.name}
              role="menuitem"
              href={item.href}
              target="_blank"
              rel="noreferrer"
              onClick={() => choose(item)}
            >
              {item.label}
            </a>
          ),
        )}
      </div>
    </Sheet>
  )
}
