import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useRef } from 'react'
import { api, type Plan } from '../../api/api.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Refused } from '../../ui/states.tsx'
import { textField } from '../../ui/text-field.ts'
import { featuresIn, featuresText } from './features-text.ts'

function termsIn(form: HTMLFormElement) {
  const number = (name: string): number => Number(textField(form, name))
  return {
    name: textField(form, 'name'),
    price_cents: Math.round(number('price') * 100),
    max_concurrent_seats: number('seats'),
    trial_days: number('trial_days'),
    features: featuresIn(textField(form, 'features')),
    reserve_during_grace: new FormData(form).has('reserve_during_grace'),
    is_offered: new FormData(form).has('is_offered'),
  }
}

/** Changes a plan; without one, adds one. */
export function EditPlan({ plan }: { readonly plan?: Plan }): ReactNode {
  const client = useQueryClient()
  const dialog = useRef<HTMLDialogElement>(null)
  const save = useMutation({
    mutationFn: (form: HTMLFormElement) =>
      plan === undefined
        ? api.billing.createPlan({ id: textField(form, 'id'), ...termsIn(form) })
        : api.billing.updatePlan({ id: plan.id, ...termsIn(form) }),
    onSuccess: () => {
      dialog.current?.close()
      return client.invalidateQueries({
        predicate: ({ queryKey: [name] }) => name === 'plans' || name === 'all-plans',
      })
    },
  })
  const title = plan === undefined ? 'Add a plan' : `Change ${plan.name}`
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    save.mutate(event.currentTarget)
  }
  return (
    <>
      <Button aria-label={title} onClick={() => dialog.current?.showModal()}>
        {plan === undefined ? title : 'Change'}
      </Button>
      <dialog ref={dialog} aria-label={title}>
        <form className="stack" onSubmit={submit}>
          <h2>{title}</h2>
          {plan === undefined && <Field label="Id" name="id" pattern="[a-z][a-z0-9-]{1,31}" />}
          <Terms plan={plan} />
          {save.error !== null && <Refused error={save.error} />}
          <div className="actions">
            <Button onClick={() => dialog.current?.close()}>Leave it</Button>
            <Button type="submit" kind="main" busy={save.isPending}>
              Save
            </Button>
          </div>
        </form>
      </dialog>
    </>
  )
}

const Terms = ({ plan }: { readonly plan: Plan | undefined }): ReactNode => (
  <>
    <Field label="Name" name="name" maxLength={60} defaultValue={plan?.name} />
    <Field
      label={`A month, in ${(plan?.currency ?? 'usd').toUpperCase()}`}
      name="price"
      type="number"
      min="0.5"
      step="0.01"
      defaultValue={plan && plan.price_cents / 100}
    />
    <Field
      label="Seats at the same time"
      name="seats"
      type="number"
      min="1"
      defaultValue={plan?.max_concurrent_seats}
    />
    <Field
      label="Days on trial"
      name="trial_days"
      type="number"
      min="0"
      defaultValue={plan?.trial_days ?? 14}
    />
    <Field
      label="Features, such as: priority_support, projects: 20"
      name="features"
      required={false}
      defaultValue={plan && featuresText(plan.features)}
    />
    <label className="check">
      <input type="checkbox" name="reserve_during_grace" defaultChecked={plan?.reserve_during_grace} />
      Keep the seat of a machine that is offline within its grace
    </label>
    <label className="check">
      <input type="checkbox" name="is_offered" defaultChecked={plan?.is_offered ?? true} />
      Offer it to new customers
    </label>
  </>
)
