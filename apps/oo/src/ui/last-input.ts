let isPointer = true

addEventListener('pointerdown', () => (isPointer = true), true)
addEventListener('keydown', () => (isPointer = false), true)
// A click without a pointer is a key's or a screen reader's.
addEventListener('click', ({ detail }) => (isPointer = detail > 0), true)

/** Who points does not look for the focus; who does not, needs it where the next step is. */
export const usesPointer = (): boolean => isPointer
