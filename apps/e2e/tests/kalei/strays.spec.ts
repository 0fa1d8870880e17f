import { danger, fragments, plain, writePassage } from './writing.ts'
import { expect, look, type Page, type Product, signUp, test } from '../support/test.ts'

const nothing = (page: Page) => page.getByRole('heading', { name: 'There is nothing here' })

/** The field goes with the page as soon as the answer is there. */
async function sendToGone(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Write here' }).fill(text)
  await page.getByRole('button', { name: 'Hold it up' }).click()
}

/** Somebody new on a page that holds one passage; gives its id. */
async function beginPage(page: Page, product: Product): Promise<string> {
  await signUp(page, product)
  await writePassage(page, 'The first of all.')
  await expect(page).toHaveURL(/\/kalei\/mirror\/[0-9a-f-]{36}$/)
  return page.url().split('/').at(-1) ?? ''
}

/** As from another tab. */
async function deletePage(page: Page, product: Product, id: string): Promise<void> {
  const headers = { origin: product.url }
  const gone = await page.request.delete(`/api/v1/mirror/sessions/${id}`, { headers })
  expect(gone.ok()).toBe(true)
}

async function moveToNewPage(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Move them to a new page' }).click()
  await expect(page).toHaveURL(/\/kalei\/mirror\/(new-)?[0-9a-f-]{36}/)
}

test('an address of no page says so, and offers nothing to write on', async ({ page, product }) => {
  await signUp(page, product)
  for (const path of [
    `mirror/${crypto.randomUUID()}`,
    'mirror/xyz',
    'turn/xyz',
    `turn/${crypto.randomUUID()}`,
  ]) {
    await page.goto(`/kalei/${path}`)
    await expect(nothing(page)).toBeVisible()
    await expect(page.getByRole('textbox')).toHaveCount(0)
  }
  await look(page, 'nothing-here')
})

test('what was sent to a page that is gone moves to a new one, with what was not sent yet', async ({
  page,
  product,
}) => {
  await deletePage(page, product, await beginPage(page, product))
  await sendToGone(page, plain)
  await expect(nothing(page)).toBeVisible()
  await expect(page.getByText(plain)).toBeVisible()
  await look(page, 'stray-words')
  await page.reload()
  await expect(page.getByText(plain)).toBeVisible()
  await page.goto('/kalei/mirror')
  await page
    .getByRole('list')
    .getByRole('link', { name: /Not sent yet/ })
    .click()
  await moveToNewPage(page)
  await expect(page.getByRole('textbox', { name: 'Write here' })).toBeVisible()
  await expect
    .poll(async () => {
      const reply = await page.request.get('/api/v1/mirror/sessions')
      return ((await reply.json()) as { items: { messages: number }[] }).items.map(({ messages }) => messages)
    })
    .toEqual([1])
  await expect(page.getByText(plain)).toHaveCount(1)
})

test('what was begun on a page that is gone is in the text field of the new one', async ({
  page,
  product,
}) => {
  const id = await beginPage(page, product)
  const address = page.url()
  await page.getByRole('textbox', { name: 'Write here' }).fill(plain)
  await deletePage(page, product, id)
  await page.goto(address)
  await expect(nothing(page)).toBeVisible()
  await moveToNewPage(page)
  await expect(page.getByRole('textbox', { name: 'Write here' })).toHaveValue(plain)
  await page.goto(address)
  await expect(page.getByText(plain)).toHaveCount(0)
})

test('words in danger that the page could not keep get help and stay on the device', async ({
  page,
  product,
}) => {
  await deletePage(page, product, await beginPage(page, product))
  await sendToGone(page, danger)
  const card = page.getByRole('alert', { name: 'Help for this moment' })
  await expect(card).toBeVisible()
  await expect(nothing(page)).toBeVisible()
  await expect(card.getByText('What you wrote is still here on this device.')).toBeVisible()
  await expect(card.getByText(/saved for you alone/)).toHaveCount(0)
  await page.reload()
  await expect(page.getByText(danger)).toBeVisible()
  await expect(card).toBeVisible()
  await expect(fragments(page)).toHaveCount(0)
})
