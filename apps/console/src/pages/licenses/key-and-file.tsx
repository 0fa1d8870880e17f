import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useRef } from 'react'
import { api, type License } from '../../api/api.ts'
import { Button } from '../../ui/button.tsx'
import { Refused } from '../../ui/states.tsx'

/** Hands a text to the browser as a file. */
function save(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

interface Props {
  readonly license: License
  readonly maySee: boolean
  readonly mayReplace: boolean
}

export function KeyAndFile({ license: { id }, maySee, mayReplace }: Props): ReactNode {
  const show = useMutation({ mutationFn: () => api.licensing.showLicenseKey({ id }) })
  const download = useMutation({
    mutationFn: () => api.licensing.downloadLicense({ id }),
    onSuccess: (file) => save('coditect-license.json', `${JSON.stringify(file, null, 2)}\n`),
  })
  const error = show.error ?? download.error
  return (
    <>
      {show.data !== undefined && (
        <p role="status">
          <code className="key">{show.data.license_key}</code>
        </p>
      )}
      {error !== null && <Refused error={error} />}
      <div className="actions">
        {maySee && (
          <Button busy={show.isPending} onClick={() => show.mutate()}>
            Show the key
          </Button>
        )}
        <Button busy={download.isPending} onClick={() => download.mutate()}>
          Licence file
        </Button>
        {mayReplace && <Rotate id={id} onDone={() => show.reset()} />}
      </div>
    </>
  )
}

function Rotate({ id, onDone }: { readonly id: string; readonly onDone: () => void }): ReactNode {
  const client = useQueryClient()
  const dialog = useRef<HTMLDialogElement>(null)
  const rotate = useMutation({
    mutationFn: () => api.licensing.rotateLicenseKey({ id }),
    onSuccess: () => {
      onDone()
      return client.invalidateQueries({ queryKey: ['licenses'] })
    },
  })
  const ask = (): void => {
    rotate.reset()
    dialog.current?.showModal()
  }
  const title = rotate.data === undefined ? 'Replace the key?' : 'The key is replaced'
  return (
    <>
      <Button onClick={ask}>Replace the key</Button>
      <dialog ref={dialog} aria-label={title}>
        <h2>{title}</h2>
        {rotate.data === undefined ? (
          <p>The old key opens nothing from then on. Machines that hold a seat now keep it.</p>
        ) : (
          <p role="status">
            The new key: <code className="key">{rotate.data.license_key}</code>
          </p>
        )}
        {rotate.error !== null && <Refused error={rotate.error} />}
        <div className="actions">
          <Button onClick={() => dialog.current?.close()}>
            {rotate.data === undefined ? 'Keep it' : 'Close'}
          </Button>
          {rotate.data === undefined && (
            <Button kind="danger" busy={rotate.isPending} onClick={() => rotate.mutate()}>
              Replace it
            </Button>
          )}
        </div>
      </dialog>
    </>
  )
}
