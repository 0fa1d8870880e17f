import { AppError, defineErrors } from '@triptych/kernel'

export const vaultErrors = defineErrors('vault', {
  refused: { kind: 'internal', title: 'A sealed value was changed, moved, or sealed for something else.' },
  unknown_key: { kind: 'internal', title: 'A value was sealed with a key that is not in the key ring.' },
  key_destroyed: { kind: 'gone', title: 'This was erased and cannot be read any more.' },
})

export const refused = (cause?: unknown): AppError => new AppError(vaultErrors.refused, { cause })

export const unknownKey = (keyId: string): AppError =>
  new AppError(vaultErrors.unknown_key, { data: { key_id: keyId } })

export const keyDestroyed = (): AppError => new AppError(vaultErrors.key_destroyed)
