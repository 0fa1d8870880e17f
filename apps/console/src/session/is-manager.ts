import type { Role } from '../api/api.ts'

/** Owners and admins: plan, payment, licences and people are theirs to change. */
export const isManager = (role: Role): boolean => role !== 'member'
