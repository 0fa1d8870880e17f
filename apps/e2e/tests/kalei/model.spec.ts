import { expectTurned, turnThought } from './writing.ts'
import { expect, look, type Page, signUp, test } from '../support/test.ts'

interface Recipients {
  readonly items: readonly { readonly name: string; readonly hosts: readonly { readonly name: string }[] }[]
}

/** Everybody who could receive a text, as the lanes have it. */
async function namesOf(page: Page): Promise<string[]> {
  const { items } = (await (await page.request.get('/api/v1/ai/recipients')).json()) as Recipients
  return items.flatMap(({ name, hosts }) => [name, ...hosts.map((host) => host.name)])
}

const model = (page: Page) => page.getByRole('radio', { name: /A language model/ })

/** The option names all of them, and in this order: nobody stands between them. */
async function expectNamed(page: Page): Promise<void> {
  const names = await namesOf(page)
  expect(names.length).toBeGreaterThan(1)
  await expect(model(page)).toContainText(new RegExp(names.join('[^.]*')))
}

test('whoever could read along is named before anyone agrees, and asked only after', async ({
  page,
  product,
}) => {
  await page.goto('/kalei/welcome')
  for (let step = 0; step < 3; step++) await page.getByRole('button', { name: 'Continue' }).click()
  await expectNamed(page)

  await signUp(page, product)
  await page.goto('/kalei/you')
  await expectNamed(page)
  await model(page).click()
  await expect(page.getByText(/^You allow OpenRouter \(anywhere in the world\)/)).toBeVisible()
  await look(page, 'you-model')
  await page.goto('/kalei/turn')
  await turnThought(page, 'I always ruin the things that matter.')
  await expectTurned(page)
  await expect(page.getByText('From deepseek/deepseek-v3.2')).toBeVisible()

  await page.goto('/kalei/you')
  await page.getByRole('radio', { name: /The built-in engine/ }).click()
  await expect(page.getByText(/^No other company receives what you write/)).toBeVisible()
  await page.goto('/kalei/turn')
  await turnThought(page, 'I will never find another job.')
  await expectTurned(page)
  await expect(page.getByText('From the built-in engine')).toBeVisible()
})

test('whoever agreed to others is asked again, and nothing is sent until they agree', async ({
  page,
  product,
}) => {
  await signUp(page, product)
  await page.request.post('/api/v1/consents', {
    data: { purpose: 'model_processing', provider: 'openrouter', region: 'eu_us' },
    headers: { origin: product.url },
  })
  await page.goto('/kalei/turn')
  await turnThought(page, 'I always ruin the things that matter.')
  await expect(page.getByText('From the built-in engine')).toBeVisible()
  await page.goto('/kalei/mirror')
  await page.getByRole('link', { name: 'See who they are' }).click()
  await expect(page.getByText('nothing is sent there any more')).toBeVisible()
  await look(page, 'you-asked-again')
  await page.getByRole('button', { name: 'Agree to those named here' }).click()
  await expect(model(page)).toBeChecked()
  await page.goto('/kalei/mirror')
  await expect(page.getByRole('button', { name: 'Start a page' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'See who they are' })).toHaveCount(0)
})
