import { danger, expectTurned, fragments, leaning, plain, sendPassage, writePassage } from './writing.ts'
import { expect, look, signUp, tabTo, test } from '../support/test.ts'

test('a leaning thought is marked in the own words and unfolds into three views', async ({
  page,
  product,
}) => {
  await signUp(page, product)
  await writePassage(page, leaning)
  const marked = fragments(page)
  await expect(marked).toHaveCount(1)
  const words = await marked.first().textContent()
  expect(leaning).toContain(words)
  expect(words).toContain('everyone thinks I am a fraud')
  await look(page, 'page-marked')
  await marked.first().click()
  await expectTurned(page)
  await look(page, 'page-unfolded')

  await sendPassage(page, plain)
  await expect(page.getByText(plain)).toBeVisible()
  await expect(marked).toHaveCount(1)

  await page.reload()
  await expect(page.getByText(plain)).toBeVisible()
  await expect(fragments(page)).toHaveCount(1)
})

test('words that sound like danger get help, the number first; a dispute closes it', async ({
  page,
  product,
}) => {
  await signUp(page, product)
  await writePassage(page, danger)
  const card = page.getByRole('alert', { name: 'Help for this moment' })
  await expect(card).toBeVisible()
  await expect(fragments(page)).toHaveCount(0)
  const call = card.getByRole('link', { name: /^Call/ }).first()
  await expect(call).toHaveAttribute('href', /^tel:/)
  const [numberAt, saidAt] = [await call.boundingBox(), await card.getByRole('heading').first().boundingBox()]
  expect(numberAt?.y).toBeLessThan(saidAt?.y ?? 0)
  await look(page, 'page-crisis')
  await card.getByRole('button', { name: 'That is not what I meant' }).click()
  await expect(card).toBeHidden()
  await sendPassage(page, plain)
  await expect(page.getByText(plain)).toBeVisible()
})

test('the Mirror needs no pointer', async ({ page, product, isMobile }) => {
  test.skip(isMobile, 'a phone has no keyboard')
  await signUp(page, product)
  await page.goto('/kalei/mirror')
  const begin = page.getByRole('button', { name: 'Start a page' })
  await expect(begin).toBeVisible()
  await tabTo(page, begin)
  await page.keyboard.press('Enter')
  const field = page.getByRole('textbox', { name: 'Write here' })
  await expect(field).toBeFocused()
  await page.keyboard.type(leaning)
  await page.keyboard.press('Control+Enter')
  await expect(fragments(page)).toHaveCount(1)
  const marked = fragments(page).first()
  await tabTo(page, marked, 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expectTurned(page)
  await expect(marked).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  await expect(marked).toHaveAttribute('aria-expanded', 'false')
  await expect(marked).toBeFocused()
})

test('what is written without a connection is kept and sent once', async ({ page, product, context }) => {
  await signUp(page, product)
  await writePassage(page, leaning)
  await expect(fragments(page)).toHaveCount(1)
  await context.setOffline(true)
  await page.getByRole('textbox', { name: 'Write here' }).fill(plain)
  await page.getByRole('button', { name: 'Hold it up' }).click()
  await expect(page.getByText('Kept on this device. Will be sent when you are back.')).toBeVisible()
  await look(page, 'page-offline')
  await context.setOffline(false)
  await expect(page.getByText('Kept on this device. Will be sent when you are back.')).toBeHidden({
    timeout: 45_000,
  })
  const kept = async (): Promise<number[]> => {
    const reply = await page.request.get('/api/v1/mirror/sessions')
    const { items } = (await reply.json()) as { items: { messages: number }[] }
    return items.map(({ messages }) => messages)
  }
  await expect.poll(kept, { timeout: 30_000 }).toEqual([2])
  await page.reload()
  await expect(page.getByText(plain)).toBeVisible()
  expect(await kept()).toEqual([2])
})

test('a third page in a week says what the plan holds', async ({ page, product }) => {
  await signUp(page, product)
  await writePassage(page, leaning)
  await writePassage(page, plain)
  await page.goto('/kalei/mirror')
  await page.getByRole('button', { name: 'Start a page' }).click()
  await page.getByRole('textbox', { name: 'Write here' }).fill('One more thing.')
  await page.getByRole('button', { name: 'Hold it up' }).click()
  await expect(page.getByText('You have used 2 of 2 Mirror sessions this week.')).toBeVisible()
  await look(page, 'page-limit')
  await page.goto('/kalei/mirror')
  await expect(page.getByRole('list').getByRole('link', { name: /one passage/ })).toHaveCount(2)
  await look(page, 'mirror-full')
})

test('a page closes with a look back', async ({ page, product }) => {
  await signUp(page, product)
  await writePassage(page, leaning)
  await page.getByRole('button', { name: 'Close this page' }).click()
  await expect(page.getByRole('heading', { name: 'Looking back' })).toBeVisible()
  await look(page, 'page-closed')
})
