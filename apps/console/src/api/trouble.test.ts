import { ProblemError } from '@triptych/kernel'
import { expect, test } from 'vitest'
import { isMisplaced, isSignedOut, troubleOf } from './trouble.ts'

const problem = (status: number, more: object = {}, retryAfter?: number): ProblemError =>
  new ProblemError(
    status,
    { type: 't', title: 'Title', status, detail: 'Detail', code: 'x.y', request_id: 'r-1', ...more },
    retryAfter,
  )

test('what the server says is said, with the reference of the request', () => {
  expect(troubleOf(problem(409))).toEqual({ code: 'x.y', said: 'Detail', reference: 'r-1' })
})

test('the cure of a field comes before the general words', () => {
  const errors = [{ path: 'from', message: 'Use a date.' }]
  expect(troubleOf(problem(400, { errors })).said).toBe('Use a date.')
})

test('a limit says how long to wait', () => {
  expect(troubleOf(problem(429, {}, 7)).said).toContain('in 7 s')
})

test('nobody there is told from a refusal', () => {
  expect(troubleOf(new TypeError('Failed to fetch')).code).toBe('away')
  expect(troubleOf(new ProblemError(502, undefined, undefined)).said).toMatch(/cannot be reached/)
})

test('a sign-in that ended is known by its status', () => {
  expect([401, 403].map((status) => isSignedOut(problem(status)))).toEqual([true, false])
})

test('whoever does not belong to the company any more is told from whatever else is missing', () => {
  const codes = ['identity.organization_not_found', 'identity.role_required', 'licensing.license_not_found']
  expect(codes.map((code) => isMisplaced(problem(404, { code })))).toEqual([true, true, false])
})
