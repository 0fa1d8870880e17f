import { z } from 'zod'

/** An id of ours. Any UUID is accepted on the way in: a foreign one is simply not found. */
export const id = z.uuid().describe('UUID')

/** ISO 8601, UTC. The calendar of the database has no year 0. */
export const timestamp = z.iso
  .datetime()
  .refine((time) => !time.startsWith('0000'), 'Use a year from 1 on.')
  .describe('ISO 8601 UTC time')

const storable = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000')

/** Text of a person, 1 to `max` UTF-16 units after trimming is left to the reader; half characters are refused. */
export const text = (max: number, min = 1) =>
  z
    .string()
    .max(max, `Use at most ${max.toLocaleString('en')} characters.`)
    .refine((value) => value.trim().length >= min, 'Write something first.')
    .refine(storable, 'This text has a broken character. Remove it and try again.')

/** Controls, and what turns the direction of the text around it; letters of right-to-left scripts are as good as any. */
const misleading = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

/** What shows as nothing: a name of it alone would look like none. */
const unseen = /^[\p{Default_Ignorable_Code_Point}\p{White_Space}]*$/u

/** A label or name on one line, which reads as it is stored. */
export const line = (max: number) =>
  text(max)
    .regex(/^[^\r\n]*$/, 'Use one line.')
    .refine((value) => !misleading.test(value), 'This has a hidden character. Write it again by hand.')
    .refine((value) => value.trim() === '' || !unseen.test(value), 'Write something that can be seen.')

export const emptyInput = z.strictObject({})
export const noOutput = z.void()
