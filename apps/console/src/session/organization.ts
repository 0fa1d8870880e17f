import { useSyncExternalStore } from 'react'
import type { Me, Membership } from '../api/api.ts'

const storageKey = 'console.organization'
const listeners = new Set<() => void>()

/** The organisation that calls act in; the server checks it at each. */
export const chosenOrganization = (): string | null => localStorage.getItem(storageKey)

export function chooseOrganization(id: string): void {
  localStorage.setItem(storageKey, id)
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Where this person works: the one that was chosen while they belong to it, else their first. */
export function useOrganization(me: Pick<Me, 'organizations'>): Membership | undefined {
  const chosen = useSyncExternalStore(subscribe, chosenOrganization)
  const found = me.organizations.find(({ id }) => id === chosen) ?? me.organizations[0]
  if (found !== undefined && found.id !== chosen) localStorage.setItem(storageKey, found.id)
  return found
}
