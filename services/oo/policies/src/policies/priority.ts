import { z } from 'zod'
import { softmax } from '../distribution.ts'
import { definePolicy } from '../policy.ts'
import { reader } from '../values.ts'

const weight = z.number().min(-10).max(10)

/** What a sensible person would do first: due, important, long waiting. Soft, so that the others get their turn. */
export const priority = definePolicy({
  id: 'priority',
  version: 1,
  State: z.null(),
  Parameters: z.strictObject({
    due: weight.default(0.5),
    priority: weight.default(0.35),
    age: weight.default(0.15),
    /** Lower is stricter: at 0.1, a score better by 0.1 is e times as likely. */
    temperature: z.number().min(0.01).max(10).default(0.1),
  }),
  initialState: () => null,
  prefer: ({ parameters, featureNames, candidates }) => {
    const names = ['due', 'priority', 'age'] as const
    const read = reader(names, { featureNames })
    const scores = candidates.map(({ features }) => {
      const values = read(features)
      return names.reduce((sum, name, index) => sum + parameters[name] * (values[index] ?? 0), 0)
    })
    return softmax(scores, parameters.temperature)
  },
  learn: (state) => state,
})
