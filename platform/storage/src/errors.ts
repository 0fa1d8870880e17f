import { AppError, defineErrors } from '@triptych/kernel'

export const storageErrors = defineErrors('storage', {
  unavailable: { kind: 'unavailable', title: 'Files cannot be reached right now. Try again shortly.' },
  too_large: { kind: 'too_large', title: 'The file is too large.' },
  link_invalid: { kind: 'not_found', title: 'This link does not work. Ask for a new one.' },
  link_expired: { kind: 'gone', title: 'This link has expired. Ask for a new one.' },
})

export const unavailable = (cause: unknown): AppError => new AppError(storageErrors.unavailable, { cause })
