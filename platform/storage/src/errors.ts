import { AppError, defineErrors } from '@triptych/kernel'

export const storageErrors = defineErrors('storage', {
  unavailable: { kind: 'unavailable', title: 'Files cannot be reached right now. Try again shortly.' },
  too_large: { kind: 'too_large', title: 'The file is too large.' },
})

export const unavailable = (cause: unknown): AppError => new AppError(storageErrors.unavailable, { cause })
