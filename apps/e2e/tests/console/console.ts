import { randomUUID } from 'node:crypto'
import { test as base, expect, type Page, type Person, type Product } from '../support/test.ts'

interface WorkerFixtures {
  /** An account that was made an administrator; nobody is signed in with it yet. */
  readonly admin: Person
}

export const test = base.extend<object, WorkerFixtures>({
  admin: [
    async ({ product, playwright }, use) => {
      const admin = { email: `${randomUUID()}@example.org`, password: 'Correct4Horse', name: 'Annegret' }
      const request = await playwright.request.newContext({
        baseURL: product.url,
        extraHTTPHeaders: { origin: product.url },
      })
      const { email, password, name } = admin
      const registered = await request.post('/api/v1/auth/register', {
        data: { email, password, full_name: name },
      })
      expect(registered.status(), await registered.text()).toBe(201)
      await request.dispose()
      await product.makeAdmin(email)
      await use(admin)
    },
    { scope: 'worker', timeout: 600_000 },
  ],
})

/** Through the form, onto the page that was asked for. */
export async function signIn(page: Page, { email, password }: Person, path = '/console/'): Promise<void> {
  await page.goto(path)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByLabel('Password', { exact: true })).toBeHidden()
}

/** Chooses a page as a person would: in the column, or on a phone in the sheet above the thumb. */
export async function open(page: Page, title: string): Promise<void> {
  const menu = page.getByRole('button', { name: 'Menu' })
  if (await menu.isVisible()) await menu.click()
  await page.getByRole('link', { name: title, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

type Reaction = 'done' | 'acknowledged' | 'saved' | 'snoozed' | 'dismissed'

/** Somebody who connects the sandbox’s Todoist and answers a tip after another in these ways. */
export async function answerTips(
  page: Page,
  product: Product,
  reactions: readonly Reaction[],
): Promise<void> {
  const call = async <Answer>(method: 'GET' | 'POST', path: string, data?: object): Promise<Answer> => {
    const answer = await page.request.fetch(`${product.url}/api/v1${path}`, {
      method,
      headers: { origin: product.url },
      ...(data === undefined ? {} : { data }),
    })
    expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true)
    return (await answer.json()) as Answer
  }
  const begun = await call<{ redirect_url: string }>('POST', '/connectors/todoist/connect', {
    retention_days: 7,
  })
  const consent = await fetch(`${begun.redirect_url}&auto=approve`, { redirect: 'manual' })
  const back = new URL(consent.headers.get('location') ?? '').searchParams
  const query = new URLSearchParams({ state: back.get('state') ?? '', code: back.get('code') ?? '' })
  await call('GET', `/connectors/todoist/callback?${query.toString()}`)
  for (const reaction of reactions) {
    const { tip } = await call<{ tip: { id: string; kind: string } }>('POST', '/recommend', {})
    const tell = (what: string, more = {}): Promise<unknown> =>
      call('POST', '/feedback', { tip_id: tip.id, reaction: what, client_id: randomUUID(), ...more })
    await tell('displayed')
    await tell(reaction === 'done' && tip.kind === 'advice' ? 'acknowledged' : reaction, { dwell_ms: 4_200 })
  }
}
