import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useTitle } from '../ui/use-title.ts'
import { GoogleButton, SignInForm } from './sign-in-form.tsx'

export function SignIn(): ReactNode {
  useTitle('Sign in')
  return (
    <main className="door">
      <Mark />
      <h1>Console</h1>
      <p className="soft">
        For teams: licences, seats and who holds them. For administrators: how the product fares.
      </p>
      <SignInForm />
      <p className="or">or</p>
      <GoogleButton />
      <Link className="button" href="/register">
        Register a company
      </Link>
    </main>
  )
}

export function Mark(): ReactNode {
  return (
    <svg className="mark" viewBox="0 0 16 16" aria-hidden="true">
      <rect x="0" y="0" width="7" height="7" rx="1.5" />
      <rect x="9" y="0" width="7" height="7" rx="1.5" opacity="0.4" />
      <rect x="0" y="9" width="7" height="7" rx="1.5" opacity="0.4" />
      <rect x="9" y="9" width="7" height="7" rx="1.5" />
    </svg>
  )
}
