import { addressOf } from '../ui/route.ts'

/** Leaves for Google; the person comes back to this path, signed in. */
export const googleAddress = (path: string): string =>
  `/api/v1/auth/oidc/google/start?return_to=${encodeURIComponent(addressOf(path))}`
