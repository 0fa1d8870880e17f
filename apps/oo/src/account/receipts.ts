import { kept } from '../device/store.ts'

/** The secret of a receipt stays on the device, so that its page can be opened again while it can be read. */
const keyOf = (id: string): string => `receipt ${id}`

export const keepReceipt = (id: string, token: string): Promise<void> => kept.set(keyOf(id), token)
export const receiptToken = (id: string): Promise<string | undefined> => kept.get<string>(keyOf(id))
