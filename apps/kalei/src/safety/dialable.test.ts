import { dialable } from './dialable.ts'

test.each([
  ['988', '988'],
  ['0800 111 0 111', '08001110111'],
  ['+44 (0)8457 90 90 90', '+4408457909090'],
  ['SHOUT to 85258', '85258'],
  ['HOME to 741741', '741741'],
])('%s is dialled as %s', (printed, dialled) => {
  expect(dialable(printed)).toBe(dialled)
})
