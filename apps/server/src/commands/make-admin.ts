import { identityContract } from '@triptych/identity'
import { isAppError } from '@triptych/kernel'
import { withProduct } from './with-product.ts'

const longestMs = 30_000

/** `make-admin <e-mail>`: makes an existing account an administrator. With the embedded database, stop the server first. */
export async function makeAdmin(): Promise<void> {
  const email = process.argv[3]
  if (email === undefined) throw new Error('Name the account: make-admin <e-mail>')
  await withProduct(longestMs, async ({ clientOf, context }) => {
    try {
      const { id } = await clientOf(identityContract, 'edge').grantAdmin(context, { email })
      console.log(`${email} is an administrator now (account ${id}). It takes effect at the next sign-in.`)
    } catch (error) {
      if (!isAppError(error)) throw error
      console.error(`${email}: ${error.title}`)
      process.exitCode = 1
    }
  })
}
