import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useRef } from 'react'
import { Button } from './button.tsx'
import { Refused } from './states.tsx'

interface Props {
  readonly action: string
  /** Tells this button from others that read the same. */
  readonly label?: string
  readonly question: string
  /** What will happen. */
  readonly children: ReactNode
  readonly yes: string
  readonly no: string
  readonly kind: 'main' | 'danger'
  readonly act: () => Promise<unknown>
}

/** A button whose action is asked about before it is done. */
export function Confirm({ action, label, question, children, yes, no, kind, act }: Props): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null)
  const doing = useMutation({ mutationFn: act, onSuccess: () => dialog.current?.close() })
  const ask = (): void => {
    doing.reset()
    dialog.current?.showModal()
  }
  return (
    <>
      <Button aria-label={label} onClick={ask}>
        {action}
      </Button>
      <dialog ref={dialog} aria-label={question}>
        <h2>{question}</h2>
        {children}
        {doing.error !== null && <Refused error={doing.error} />}
        <div className="actions">
          <Button onClick={() => dialog.current?.close()}>{no}</Button>
          <Button kind={kind} busy={doing.isPending} onClick={() => doing.mutate()}>
            {yes}
          </Button>
        </div>
      </dialog>
    </>
  )
}
