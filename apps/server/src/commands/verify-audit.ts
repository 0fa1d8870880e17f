import { privacyContract } from '@triptych/privacy'
import { withProduct } from './with-product.ts'

const longestMs = 300_000

/** Walks every audit chain; ends with 1 when a row was changed or removed. With the embedded database, stop the server first. */
export async function verifyAudit(): Promise<void> {
  await withProduct(longestMs, async ({ clientOf, context }) => {
    const report = await clientOf(privacyContract, 'edge').verifyAudit(context, {})
    const say = (text: string) => process.stdout.write(`${text}\n`)
    say(`${report.rows} entries in ${report.chains} chains.`)
    for (const { tenant_kind: kind, tenant_id: tenant, position, problem } of report.first_broken) {
      say(
        `${kind} ${tenant ?? ''}: entry ${position} is the first that is not as it was sealed (${problem}).`,
      )
    }
    const { waiting, failed, oldest_at: oldest } = report.unsealed
    if (waiting + failed > 0)
      say(`Not sealed yet: ${waiting} waiting, ${failed} failed, since ${oldest ?? ''}.`)
    say(report.intact ? 'Every chain is as it was sealed.' : 'The audit trail was changed.')
    if (!report.intact) process.exitCode = 1
  })
}
