import type { ReactNode } from 'react'
import { Field } from '../ui/field.tsx'
import { textField } from '../ui/text-field.ts'
import type { NewAccount } from './register-account.ts'

/** Who registers, and what they agree to by it. `email`: the address that it has to be. */
export function AccountFields({ email }: { readonly email?: string }): ReactNode {
  return (
    <>
      <Field label="Your name" name="full_name" autoComplete="name" maxLength={100} />
      <EmailField email={email} />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        aria-describedby="password-rule"
        minLength={8}
      />
      <p id="password-rule" className="small soft">
        Eight characters or more, with an upper and a lower case letter and a digit.
      </p>
      <p className="small soft">
        By registering you agree to the <a href="/kalei/terms">terms of use</a> and the{' '}
        <a href="/kalei/privacy">privacy statement</a>.
      </p>
    </>
  )
}

export const EmailField = ({ email }: { readonly email: string | undefined }): ReactNode => (
  <Field
    label="E-mail"
    name="email"
    type="email"
    autoComplete="username"
    value={email}
    readOnly={email !== undefined}
  />
)

export const accountIn = (form: HTMLFormElement): NewAccount => ({
  full_name: textField(form, 'full_name'),
  email: textField(form, 'email'),
  password: textField(form, 'password'),
})
