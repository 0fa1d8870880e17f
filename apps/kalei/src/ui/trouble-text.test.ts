import { identityContract } from '@triptych/identity/contract'
import { mirrorContract } from '@triptych/mirror/contract'
import { turnContract } from '@triptych/turn/contract'
import { ProblemError } from '@triptych/kernel'
import { troubleOf } from '../api/trouble.ts'
import { de } from '../i18n/de.ts'
import { en } from '../i18n/en.ts'
import { createFormats } from '../i18n/formats.ts'
import { troubleText } from './trouble-text.ts'

const german = createFormats('de', undefined)
const words = 'Words of the server.'

const refusal = (status: number, code: string, path?: string) =>
  troubleOf(
    new ProblemError(
      status,
      {
        type: 'about:blank',
        title: words,
        status,
        detail: words,
        code,
        request_id: 'r',
        ...(path === undefined ? {} : { errors: [{ path, message: words }] }),
      },
      undefined,
    ),
  )

const contracts = [identityContract, mirrorContract, turnContract]
const codes = contracts.flatMap(({ operations }) =>
  Object.values(operations).flatMap(({ errors }) => (errors ?? []).map(({ code }: { code: string }) => code)),
)

test('the words of the server are never read by a German, whatever it refuses', () => {
  expect(codes).toContain('mirror.session_closed')
  for (const status of [400, 403, 404, 409, 422, 429, 503])
    for (const code of [...codes, 'request.invalid', 'unheard.of'])
      for (const path of [undefined, 'full_name', 'thought', 'profile.unheard_of']) {
        const text = troubleText(de, german, refusal(status, code, path))
        expect([status, code, path, text]).not.toEqual([status, code, path, expect.stringContaining(words)])
        expect(text).not.toBe('')
      }
})

test('what is known is said by the app, and the rest is left to the server in English', () => {
  expect(troubleText(de, german, refusal(422, 'identity.password_incorrect'))).toBe(de.auth.wrongPassword)
  expect(troubleText(de, german, refusal(400, 'request.invalid', 'email'))).toBe(de.auth.invalidEmail)
  expect(troubleText(en, german, refusal(422, 'unheard.of'))).toBe(words)
})
