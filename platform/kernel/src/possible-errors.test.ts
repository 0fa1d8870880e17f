import { expect, it } from 'vitest'
import { operation } from './contract.ts'
import { accessErrors, requestErrors } from './error.ts'
import { possibleErrors } from './possible-errors.ts'
import { emptyInput, noOutput } from './schemas.ts'

type Spec = Parameters<typeof operation>[0]

const codes = (spec: Omit<Spec, 'summary' | 'input' | 'output'>): string[] =>
  possibleErrors(operation({ summary: 'Do', input: emptyInput, output: noOutput, ...spec })).map(
    ({ code }) => code,
  )

const always = [
  'request.invalid',
  'request.unauthenticated',
  'request.misdirected',
  'request.limited',
  'request.internal',
  'request.unavailable',
  'request.timeout',
]
const programs = ['request.forbidden', 'identity.scope_missing']
const bodies = ['request.too_large', 'request.unsupported_media_type']
const keys = ['request.in_progress', 'request.idempotency_key_reused', 'request.not_found']

it.each([
  ['what anybody may read', { who: 'anonymous' }, []],
  ['what a person may read', { who: 'user' }, [...programs, 'identity.restricted']],
  ['what is open to the suspended', { who: 'user', whileSuspended: true }, programs],
  [
    'what asks for a proof anew',
    { who: 'user', fresh: true, verifiedEmail: true },
    [...programs, 'identity.restricted', 'identity.email_unverified', 'identity.reauth_required'],
  ],
  [
    'what runs in an organisation',
    { who: 'user', organization: 'member' },
    [...programs, 'identity.restricted', 'identity.organization_required', 'identity.organization_not_found'],
  ],
] as const)('%s ends with the errors of its access', (_what, access, own) => {
  expect(codes({ access, http: { method: 'GET', path: '/x' } })).toEqual([...always, ...own])
})

it('adds what a body, a key and the operation itself can be refused for, once each', () => {
  const access = { who: 'anonymous' } as const
  const write = { access, http: { method: 'POST', path: '/x' }, errors: [accessErrors.restricted] } as const
  expect(codes(write)).toEqual([...always, 'request.forbidden', ...bodies, 'identity.restricted'])
  const kept = { ...write, idempotency: 'sealed', errors: [requestErrors.not_found] } as const
  expect(codes(kept)).toEqual([...always, 'request.forbidden', ...bodies, ...keys])
})
