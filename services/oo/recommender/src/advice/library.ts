import type { Advice } from './advice.ts'
import { body } from './pieces/body.ts'
import { focus } from './pieces/focus.ts'
import { learning } from './pieces/learning.ts'
import { mood } from './pieces/mood.ts'
import { order } from './pieces/order.ts'
import { people } from './pieces/people.ts'
import { planning } from './pieces/planning.ts'
import { rest } from './pieces/rest.ts'

export const library: readonly Advice[] = [
  ...focus,
  ...planning,
  ...rest,
  ...body,
  ...people,
  ...mood,
  ...order,
  ...learning,
]
