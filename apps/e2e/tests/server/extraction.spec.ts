import { expectTurned, leaning, turnThought, writePassage } from '../kalei/writing.ts'
import { type SplitProduct, startSplitProduct } from '../support/split-product.ts'
import { expect, signUp, test as base } from '../support/test.ts'
import { startTraceCollector, type TraceCollector } from '../support/trace-collector.ts'

const postgresUrl = process.env['TEST_POSTGRES_URL'] ?? ''
const natsUrl = process.env['TEST_NATS_URL'] ?? ''

interface Split {
  readonly product: SplitProduct
  readonly collector: TraceCollector
}

const test = base.extend<object, { split: Split }>({
  split: [
    // oxlint-disable-next-line no-empty-pattern -- the runner reads from the pattern what a fixture needs
    async ({}, use) => {
      const collector = await startTraceCollector()
      const product = await startSplitProduct('turn', { postgresUrl, natsUrl, otlpUrl: collector.url })
      await use({ product, collector })
      await product.stop()
      await collector.stop()
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  baseURL: ({ split }, use) => use(split.product.url),
})

test.skip(postgresUrl === '' || natsUrl === '', 'needs TEST_POSTGRES_URL and TEST_NATS_URL')

test('a module in a process of its own: the same app, one trace', async ({ page, split }) => {
  await signUp(page, split.product)
  await writePassage(page, leaning)
  await expect(page.getByText('I forgot two slides.')).toBeVisible()

  await page.goto('/kalei/turn')
  await turnThought(page, 'I always ruin the things that matter.')
  await expectTurned(page)
  await page.getByRole('button', { name: 'Keep this turn' }).click()
  await expect(page.getByText('Kept', { exact: true })).toBeVisible()

  const processesOf = (traceId: string): string[] => {
    const services = split.collector.spans().filter((span) => span.traceId === traceId)
    return [...new Set(services.map(({ service }) => service))]
  }
  await expect
    .poll(
      () => {
        const inModule = split.collector.spans().filter(({ service }) => service === 'triptych-turn')
        return Math.max(0, ...inModule.map(({ traceId }) => processesOf(traceId).length))
      },
      { message: 'processes in one trace', timeout: 30_000 },
    )
    .toBe(2)
})

test('the internal port answers nobody without a service token', async ({ request, split }) => {
  const answer = await request.post(`${split.product.moduleUrl}/internal/turn/listTurns`, {
    data: { input: {} },
  })
  expect(answer.status()).toBe(401)
})
