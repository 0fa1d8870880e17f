import { expect, it } from 'vitest'
import { isAllowed } from './policy.ts'

it.each([
  'MIT',
  '(MIT OR GPL-3.0-only)',
  'Apache-2.0 AND BSD-3-Clause',
  '(BSD-3-Clause OR GPL-2.0)',
  'GPL-2.0 OR (MIT AND (ISC OR AGPL-3.0))',
])('lets %s in', (expression) => expect(isAllowed(expression)).toBe(true))

it.each([
  'GPL-3.0-only',
  'MIT AND GPL-3.0-only',
  'MIT AND (GPL-3.0-only OR AGPL-3.0)',
  'Unknown',
  'SEE LICENSE IN LICENSE.md',
  'UNLICENSED',
  '(MIT',
  '',
])('keeps "%s" out', (expression) => expect(isAllowed(expression)).toBe(false))
