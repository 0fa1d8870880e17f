import { licensingContract } from '@triptych/licensing'
import { withProduct } from './with-product.ts'

const longestMs = 120_000

/**
 * `rotate-license-keys <lease|file> [--at-once]`: a new key signs from tomorrow on; at once, the old ones are withdrawn. With
 * the embedded database, stop the server first.
 */
export async function rotateLicenseKeys(): Promise<void> {
  const [use, how] = process.argv.slice(3)
  if ((use !== 'lease' && use !== 'file') || (how !== undefined && how !== '--at-once'))
    throw new Error('Say which: rotate-license-keys <lease|file> [--at-once]')
  await withProduct(longestMs, async ({ clientOf, context }) => {
    const licensing = clientOf(licensingContract, 'edge')
    await licensing.rotateSigningKeys(context, { use, at_once: how === '--at-once' })
    const from = how === undefined ? 'from tomorrow on' : 'from now on; those before it are withdrawn'
    console.log(`A new key signs ${use}s ${from}.`)
  })
}
