import { beforeAll, describe, expect, it } from 'vitest'
import { type LeaseExpectation, machineOf, verifyLease } from '../src/index.ts'
import { alter, claimsOf, createSigner, now } from './signing.ts'

describe('a lease', () => {
  let signer: Awaited<ReturnType<typeof createSigner>>
  let expected: LeaseExpectation
  beforeAll(async () => {
    signer = await createSigner('Ed25519', 'k-1')
    expected = { keys: { keys: [signer.key] }, machine: await machineOf('workstation-1'), now }
  })
  const verdictOf = async (token: string, changes: Partial<LeaseExpectation> = {}) =>
    (await verifyLease(token, { ...expected, ...changes })).verdict

  it('says who may work where and until when', async () => {
    const claims = await claimsOf()
    const checked = await verifyLease(await signer.lease(claims), {
      ...expected,
      license: claims.license,
      nonce: 'n-1',
      lastServerTime: now,
    })
    expect(checked).toEqual({ verdict: 'valid', claims })
  })

  it('is expired from its last second on, and still tells its grace', async () => {
    const token = await signer.lease(await claimsOf())
    expect(await verdictOf(token, { now: now + 359_999 })).toBe('valid')
    const checked = await verifyLease(token, { ...expected, now: now + 360_000 })
    expect(checked).toMatchObject({ verdict: 'expired', claims: { grace_until: now / 1_000 + 1_800 } })
  })

  it('is foreign on another machine and for another licence', async () => {
    const token = await signer.lease(await claimsOf())
    expect(await verdictOf(token, { machine: await machineOf('workstation-2') })).toBe('foreign_machine')
    expect(await verdictOf(token, { license: '0198-other' })).toBe('foreign_license')
  })

  it('answers the request that was made, and no other', async () => {
    expect(await verdictOf(await signer.lease(await claimsOf()), { nonce: 'n-2' })).toBe('wrong_nonce')
    expect(await verdictOf(await signer.lease(await claimsOf({ nonce: null })), { nonce: 'n-2' })).toBe(
      'wrong_nonce',
    )
  })

  it('is replayed once the server has said something later', async () => {
    const token = await signer.lease(await claimsOf())
    expect(await verdictOf(token, { lastServerTime: now + 1 })).toBe('replayed')
  })

  it('is edited when a bit of its content or signature differs', async () => {
    const token = await signer.lease(await claimsOf())
    expect(await verdictOf(alter(token, 1))).toBe('edited')
    expect(await verdictOf(alter(token, 2))).toBe('edited')
    expect(await verdictOf(`${token.slice(0, token.lastIndexOf('.'))}.`)).toBe('edited')
    expect(await verdictOf(`${token.slice(0, token.lastIndexOf('.'))}.***`)).toBe('edited')
  })

  it('is not taken from a key that is not listed, or is listed for something else', async () => {
    const other = await createSigner('Ed25519', 'k-2')
    expect(await verdictOf(await other.lease(await claimsOf()))).toBe('unknown_key')
    const token = await signer.lease(await claimsOf())
    const listed = (changes: object) => ({ keys: { keys: [{ ...signer.key, ...changes }] } })
    expect(await verdictOf(token, listed({ alg: 'PS256' }))).toBe('unknown_key')
    expect(await verdictOf(token, listed({ x: 'AA' }))).toBe('unknown_key')
  })

  it('under the name of a listed key but signed by another is edited', async () => {
    const impostor = await createSigner('Ed25519', 'k-1')
    expect(await verdictOf(await impostor.lease(await claimsOf()))).toBe('edited')
  })

  it('is malformed when it is something else', async () => {
    const unsigned = `${btoa('{"alg":"none","typ":"coditect-lease+jwt"}')}.e30.`
    const tokens = [
      '',
      'a.b',
      'a.b.c.d',
      unsigned,
      await signer.lease(await claimsOf(), 'at+jwt'),
      await signer.compact('[]', 'coditect-lease+jwt'),
      await signer.compact('no json', 'coditect-lease+jwt'),
      await signer.lease({ ...(await claimsOf()), exp: 'never' as unknown as number }),
    ]
    for (const token of tokens) expect(await verdictOf(token)).toBe('malformed')
  })
})

it('names a machine by a hash that is always the same', async () => {
  expect(await machineOf('workstation-1')).toBe(await machineOf('workstation-1'))
  expect(await machineOf('workstation-1')).toMatch(/^[\w-]{43}$/)
  expect(await machineOf('workstation-1')).not.toBe(await machineOf('workstation-2'))
})
