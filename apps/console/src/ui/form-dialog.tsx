import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useRef } from 'react'
import { Button } from './button.tsx'
import { Refused } from './states.tsx'

interface Props {
  readonly action: string
  /** Tells this button from others that read the same. */
  readonly label?: string
  readonly kind?: 'main' | 'plain'
  readonly title: string
  /** What is filled in. */
  readonly children: ReactNode
  readonly yes: string
  readonly act: (form: HTMLFormElement) => Promise<unknown>
}

/** A button that opens a few lines to fill in; they are as they were at the next time. */
export function FormDialog({ action, label, kind = 'plain', title, children, yes, act }: Props): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null)
  const form = useRef<HTMLFormElement>(null)
  const doing = useMutation({ mutationFn: act, onSuccess: () => dialog.current?.close() })
  const open = (): void => {
    doing.reset()
    form.current?.reset()
    dialog.current?.showModal()
  }
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    if (!doing.isPending) doing.mutate(event.currentTarget)
  }
  return (
    <>
      <Button kind={kind} aria-label={label} onClick={open}>
        {action}
      </Button>
      <dialog ref={dialog} aria-label={title}>
        <h2>{title}</h2>
        <form className="stack" ref={form} onSubmit={submit}>
          {children}
          {doing.error !== null && <Refused error={doing.error} />}
          <div className="actions">
            <Button onClick={() => dialog.current?.close()}>Cancel</Button>
            <Button type="submit" kind="main" busy={doing.isPending}>
              {yes}
            </Button>
          </div>
        </form>
      </dialog>
    </>
  )
}
