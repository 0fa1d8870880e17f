import { danger, expectTurned, turnThought } from './writing.ts'
import { expect, look, signUp, test } from '../support/test.ts'

const thoughts = [
  'I always ruin the things that matter.',
  'I will never find another job.',
  'Nobody likes me.',
]

test('a thought is turned as a stream, kept, and found again', async ({ page, product }) => {
  await signUp(page, product)
  await page.goto('/kalei/turn')
  await look(page, 'turn')
  const streamed = page.waitForResponse(
    (answer) => answer.url().endsWith('/api/v1/turns') && answer.request().method() === 'POST',
  )
  await turnThought(page, thoughts[0] ?? '')
  expect((await streamed).headers()['content-type']).toContain('text/event-stream')
  await expectTurned(page)
  await expect(page.getByRole('listitem')).toHaveCount(3)
  await look(page, 'turn-done')
  await page.getByRole('button', { name: 'Keep this turn' }).click()
  await expect(page.getByText('Kept', { exact: true })).toBeVisible()
  const { items } = (await (await page.request.get('/api/v1/turns?saved=true')).json()) as {
    items: { thought: string }[]
  }
  expect(items.map(({ thought }) => thought)).toEqual([thoughts[0]])
  await page.getByRole('button', { name: 'Turn another thought' }).click()
  await expect(page.getByRole('link', { name: new RegExp(thoughts[0] ?? '') })).toBeVisible()
})

test('a fourth turn in a day says what the plan holds and keeps the thought', async ({ page, product }) => {
  await signUp(page, product)
  for (const thought of thoughts) {
    const answer = await page.request.post('/api/v1/turns', {
      data: { thought },
      headers: { origin: product.url },
    })
    expect(answer.status()).toBe(201)
  }
  await page.goto('/kalei/turn')
  await turnThought(page, 'I can never rest.')
  await expect(page.getByText('You have used 3 of 3 turns today.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Your thought' })).toHaveValue('I can never rest.')
  await look(page, 'turn-limit')

  await turnThought(page, danger)
  await expect(page.getByRole('alert', { name: 'Help for this moment' })).toBeVisible()
})

test('a thought that is too long is kept whole, says so before it is sent, and goes once it is shorter', async ({
  page,
  product,
}) => {
  await signUp(page, product)
  await page.goto('/kalei/turn')
  const field = page.getByRole('textbox', { name: 'Your thought' })
  const long = 'I never rest. '.repeat(400).trim()
  await field.fill(long)
  await expect(page.getByText('599 characters too many.')).toBeVisible()
  await page.getByRole('button', { name: 'Turn it' }).click()
  await expect(field).toHaveValue(long)
  await look(page, 'turn-too-long')
  await field.fill(`${long.slice(0, 4_000)} ${danger}`.padEnd(6_000, '.'))
  await page.getByRole('button', { name: 'Turn it' }).click()
  await expect(page.getByRole('alert', { name: 'Help for this moment' })).toBeVisible()
  await field.fill(long.slice(0, 4_899))
  await expect(page.getByText('Room for 101 more characters.')).toBeVisible()
  await page.getByRole('button', { name: 'Turn it' }).click()
  await expectTurned(page)
})

test('help is there without an account and without a connection', async ({ page, context }) => {
  await page.goto('/kalei/help')
  await expect(page.getByRole('heading', { name: 'You can talk to someone now' })).toBeVisible()
  await look(page, 'help')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await context.setOffline(true)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'You can talk to someone now' })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Call/ }).first()).toHaveAttribute('href', /^tel:/)
})
