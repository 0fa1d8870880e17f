import { mirrorContract } from '@triptych/mirror/contract'
import { turnContract } from '@triptych/turn/contract'

const limitOf = (text: { readonly maxLength: number | null }): number => text.maxLength ?? Infinity

/** How many characters the server takes at once. */
export const limits = {
  thought: limitOf(turnContract.operations.createTurn.input.shape.thought),
  passage: limitOf(mirrorContract.operations.sendMessage.input.shape.content),
  edit: limitOf(mirrorContract.operations.editMessage.input.shape.content),
}
