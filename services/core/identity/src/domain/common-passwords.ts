import { dictionary } from '@zxcvbn-ts/language-common'

let known: ReadonlySet<string> | undefined

/** Whether a password is among the some 49,000 that are guessed first, however its letters are written. */
export function isCommonPassword(password: string): boolean {
  known ??= new Set(dictionary['passwords-common'].map(String))
  return known.has(password.toLowerCase())
}
