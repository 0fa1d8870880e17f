import type { Tip } from '../api/api.ts'
import { kept } from '../device/store.ts'

/** The tip that is on the screen, as the device remembers it. */
export interface KeptTip {
  readonly owner: string
  readonly tip: Tip
  /** When it was chosen, ISO 8601. */
  readonly at: string
}

const key = 'tip'
/** After this a reload asks for a new one. */
const keepMs = 3_600_000

export const isRecent = ({ at }: KeptTip, now: number): boolean => now - Date.parse(at) < keepMs

export async function readTip(owner: string): Promise<KeptTip | undefined> {
  const found = await kept.get<KeptTip>(key)
  return found?.owner === owner ? found : undefined
}

export const keepTip = (one: KeptTip): Promise<void> => kept.set(key, one)
export const dropTip = (): Promise<void> => kept.remove(key)
