import type { Page } from '@playwright/test'
import { danger, fragments, leaning, plain, sendPassage, turnThought, writePassage } from './writing.ts'
import { expect, look, type Product, signUp, test } from '../support/test.ts'

const card = (page: Page) => page.getByRole('alert', { name: 'Help for this moment' })

async function expectHelp(page: Page, name: string): Promise<void> {
  await expect(card(page)).toHaveCount(1)
  await expect(card(page)).toBeInViewport()
  await expect(card(page).getByRole('link', { name: /^Call/ }).first()).toHaveAttribute('href', /^tel:/)
  await look(page, name)
  await card(page).getByRole('button', { name: 'That is not what I meant' }).click()
  await expect(card(page)).toHaveCount(0)
}

const write = async (page: Page, { url }: Product, path: string, data: object) => {
  const answer = await page.request.post(`/api/v1${path}`, { data, headers: { origin: url } })
  expect(answer.status()).toBe(201)
  return (await answer.json()) as { id: string; crisis: object }
}

test('an edit that sounds like danger gets help', async ({ page, product }) => {
  await signUp(page, product)
  await writePassage(page, leaning)
  await expect(fragments(page)).toHaveCount(1)
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await page.getByRole('textbox', { name: 'Edit what you wrote' }).fill(danger)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expectHelp(page, 'crisis-edit')
  await expect(fragments(page)).toHaveCount(0)
})

test('a fragment whose words sound like danger now gets help in place of views', async ({
  page,
  product,
}) => {
  await signUp(page, product)
  const { crisis } = await write(page, product, '/turns', { thought: danger })
  await writePassage(page, leaning)
  await page.route('**/mirror/fragments/*/reframe', (route) => {
    const id = new URL(route.request().url()).pathname.split('/').at(-2)
    return route.fulfill({
      json: { id, status: 'crisis', reframes: [], micro_action: null, engine: null, crisis },
    })
  })
  await fragments(page).first().click()
  await expectHelp(page, 'crisis-fragment')
  await expect(fragments(page)).toHaveCount(0)
})

test('a page that sounds like danger as a whole closes with help', async ({ page, product }) => {
  await signUp(page, product)
  const { crisis } = await write(page, product, '/turns', { thought: danger })
  await writePassage(page, plain)
  await expect(page.getByText(plain)).toBeVisible()
  await page.route('**/mirror/sessions/*/close', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), crisis } })
  })
  await page.getByRole('button', { name: 'Close this page' }).click()
  await expectHelp(page, 'crisis-close')
})

test('a thought that sounds like danger gets help, and again when it is read later', async ({
  page,
  product,
}) => {
  await signUp(page, product)
  await page.goto('/kalei/turn')
  await turnThought(page, danger)
  await expectHelp(page, 'crisis-turn')
  const { id } = await write(page, product, '/turns', { thought: danger })
  await page.goto(`/kalei/turn/${id}`)
  await expectHelp(page, 'crisis-turn-later')
})

test('help comes without a connection, and when the server finds what the device did not', async ({
  page,
  product,
  context,
}) => {
  await signUp(page, product)
  await page.goto('/kalei/turn')
  await expect(page.getByRole('textbox', { name: 'Your thought' })).toBeVisible()
  await context.setOffline(true)
  await turnThought(page, danger)
  await expect(card(page)).toBeVisible()
  await look(page, 'crisis-offline')
  await context.setOffline(false)
  await expect(page.getByText('Kept on this device')).toHaveCount(0, { timeout: 45_000 })
  await expectHelp(page, 'crisis-synced')

  await writePassage(page, plain)
  await context.setOffline(true)
  await sendPassage(page, danger)
  await expect(card(page)).toBeVisible()
  await page.getByRole('link', { name: 'Turn', exact: true }).click()
  await expect(page.getByRole('heading', { name: /turn/i }).first()).toBeVisible()
  await context.setOffline(false)
  await expect(card(page)).toBeVisible({ timeout: 45_000 })
})

test('help that comes when a thought could not be sent is in view and has the focus', async ({
  page,
  product,
}) => {
  await signUp(page, product)
  await page.goto('/kalei/turn')
  await page.route('**/api/v1/turns', (route) =>
    route.request().method() === 'POST' ? route.fulfill({ status: 503, json: {} }) : route.continue(),
  )
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 360, height: 420 })
  await turnThought(page, plain)
  await expect(page.getByText(/cannot be reached/)).toBeVisible()
  await page.getByRole('textbox', { name: 'Your thought' }).fill(danger)
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await page.getByRole('button', { name: 'Turn it' }).click()
  await expect(card(page)).toBeFocused()
  await expect(card(page).getByRole('link', { name: /^Call/ }).first()).toBeInViewport()
})
