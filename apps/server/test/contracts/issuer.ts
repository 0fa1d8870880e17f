import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { newId } from '@triptych/kernel'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

const { privateKey, publicKey } = await generateKeyPair('ES256')
const keys = [{ ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256', use: 'sig' }]

const server = createServer((request, response) => {
  const document = request.url === '/jwks' ? { keys } : { issuer: issuerUrl, jwks_uri: `${issuerUrl}/jwks` }
  response.setHeader('content-type', 'application/json').end(JSON.stringify(document))
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
server.unref()

/** An issuer of identity tokens, listening as long as the tests run. */
export const issuerUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
export const audience = 'triptych-tests'

/** An identity token of somebody new with a verified address. `now` is the time of the system under test. */
export const newIdToken = (now: number): Promise<string> =>
  new SignJWT({ email: `${newId()}@example.org`, email_verified: true, name: 'Ada Example' })
    .setProtectedHeader({ alg: 'ES256', kid: 'test' })
    .setIssuer(issuerUrl)
    .setAudience(audience)
    .setSubject(newId())
    .setIssuedAt(Math.floor(now / 1000))
    .setExpirationTime(Math.floor(now / 1000) + 300)
    .sign(privateKey)
