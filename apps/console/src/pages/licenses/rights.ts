import type { License, Me, Seat } from '../../api/api.ts'

/** Only owners and admins change a licence, and nobody one that has ended. */
export const isChangeable = (manages: boolean, { status }: Pick<License, 'status'>): boolean =>
  manages && status !== 'inactive'

/** Everybody may give back the seat that they took themselves. */
export const mayRelease = (
  manages: boolean,
  me: Pick<Me, 'id'> | undefined,
  { user_id: holder }: Pick<Seat, 'user_id'>,
): boolean => manages || (holder !== null && holder === me?.id)
