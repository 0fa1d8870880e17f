import { z } from 'zod'
import { uniform } from '../distribution.ts'
import { definePolicy } from '../policy.ts'

/** Draws uniformly and learns nothing: the default until there is data, and the best log to judge others on. */
export const random = definePolicy({
  id: 'random',
  version: 0,
  State: z.null(),
  Parameters: z.strictObject({}),
  initialState: () => null,
  prefer: ({ candidates }) => uniform(candidates.length),
  learn: (state) => state,
})
