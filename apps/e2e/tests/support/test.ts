import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Locator, test as base, expect, type Page } from '@playwright/test'
import { agreedDocuments } from '@triptych/identity/agreed-documents'
import { resultsDir } from './processes.ts'
import { type Product, startProduct } from './product.ts'

export type { Product } from './product.ts'
export { type Browser, expect, type Locator, type Page } from '@playwright/test'

/** Somebody with an account. */
export interface Person {
  readonly email: string
  readonly password: string
  readonly name: string
}

interface Fixtures {
  /** Fails the test when the browser asks for anything beyond this machine. */
  readonly loopbackOnly: undefined
}

interface WorkerFixtures {
  readonly product: Product
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

export const test = base.extend<Fixtures, WorkerFixtures>({
  product: [
    // oxlint-disable-next-line no-empty-pattern -- the runner reads from the pattern what a fixture needs
    async ({}, use, info) => {
      const product = await startProduct(`${info.project.name}-${info.parallelIndex}`)
      await use(product)
      await product.stop()
    },
    { scope: 'worker', timeout: 600_000 },
  ],
  baseURL: ({ product }, use) => use(product.url),
  loopbackOnly: [
    async ({ context }, use) => {
      const outside: string[] = []
      const check = (address: string): void => {
        const { protocol, hostname, href } = new URL(address)
        if (['http:', 'https:', 'ws:', 'wss:'].includes(protocol) && !loopback.has(hostname))
          outside.push(href)
      }
      context.on('request', (request) => check(request.url()))
      context.on('page', (page) => page.on('websocket', (socket) => check(socket.url())))
      await use(undefined)
      expect(outside, 'requests that leave this machine').toEqual([])
    },
    { auto: true },
  ],
})

/** Resolves when everything that moves to its place has arrived; what pulses for ever is not waited for. */
const arrivals = async (): Promise<void> => {
  const arriving = document
    .getAnimations()
    .filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
  await Promise.all(arriving.map(({ finished }) => finished.catch(() => undefined)))
}

/** Pictures are for people: `SCREENS=on` keeps one of every screen, in `test-results/screens`. */
const isPictured = process.env['SCREENS'] === 'on'

/** Light is judged by everything; what stands on the page in the dark is the same, and only its colours differ. */
function judge(page: Page, scheme: 'light' | 'dark'): AxeBuilder {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] })
  return scheme === 'dark'
    ? axe.withRules(['color-contrast', 'link-in-text-block'])
    : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
}

const schemes = ['light', 'dark'] as const

/** What must hold for every screen, in light and dark; or in one of them, where the other was looked at before. */
export async function look(
  page: Page,
  name: string,
  inSchemes: readonly (typeof schemes)[number][] = schemes,
): Promise<void> {
  await expect(page).toHaveTitle(/\S/)
  // Its parts are loaded when it is opened; until they are here there is nothing to judge.
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  const project = test.info().project.name
  const size = page.viewportSize() ?? { width: 0, height: 0 }
  // The whole page at once: a fixed bar then covers nothing that a person would scroll from under it.
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ ...size, height: Math.max(size.height, whole) })
  for (const scheme of inSchemes) {
    await page.emulateMedia({ colorScheme: scheme })
    await page.evaluate(arrivals)
    if (isPictured)
      await page.screenshot({
        path: join(resultsDir, 'screens', `${name}-${project}-${scheme}.png`),
        fullPage: true,
        animations: 'disabled',
      })
    const { violations } = await judge(page, scheme).analyze()
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    )
    expect.soft(found, `${name}, ${scheme}: accessibility`).toEqual([])
  }
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect.soft(tooWide, `${name}: pixels beyond the right edge`).toBeLessThanOrEqual(0)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(size)
}

/** Goes with Tab, or another key, until this has the focus. */
export async function tabTo(page: Page, goal: Locator, key = 'Tab'): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key)
    expect(await goal.evaluate((it) => it === document.activeElement)).toBe(true)
  }).toPass({ intervals: [0], timeout: 30_000 })
}

/** Makes an account over the API, in this page's browser, with all that the app asks for agreed to. */
export async function signUp(page: Page, product: Pick<Product, 'url'>): Promise<Person> {
  const person = { email: `${randomUUID()}@example.org`, password: 'Correct4Horse', name: 'Robin' }
  const post = async (path: string, data: object): Promise<void> => {
    const answer = await page.request.post(`${product.url}/api/v1${path}`, {
      data,
      headers: { origin: product.url },
    })
    expect(answer.status(), `${path}: ${await answer.text()}`).toBe(201)
  }
  const { email, password, name } = person
  await post('/auth/register', { email, password, full_name: name, session: 'cookie' })
  const place = { region: 'GB', time_zone: 'Europe/London' }
  const placed = await page.request.patch(`${product.url}/api/v1/me/profile`, {
    data: place,
    headers: { origin: product.url },
  })
  expect(placed.status()).toBe(200)
  await post('/consents', { purpose: 'age' })
  for (const consent of agreedDocuments) await post('/consents', consent)
  return person
}

interface Mail {
  readonly to: readonly string[] | string
  readonly subject: string
  readonly text: string
  readonly links: readonly string[]
}

/** The newest mail to this address, as soon as it has come. */
export async function mailTo(product: Product, address: string): Promise<Mail> {
  let found: Mail | undefined
  await expect
    .poll(
      async () => {
        const answer = await fetch(`${product.sandboxUrl}/mail/messages?to=${encodeURIComponent(address)}`)
        found = ((await answer.json()) as { items: Mail[] }).items[0]
        return found
      },
      { message: `a mail to ${address}`, timeout: 30_000 },
    )
    .toBeDefined()
  if (found === undefined) throw new Error(`No mail came to ${address}.`)
  return found
}
