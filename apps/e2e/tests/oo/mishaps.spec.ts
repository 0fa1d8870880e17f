import type { Locator } from '@playwright/test'
import { expect, look, type Page, test } from '../support/test.ts'
import { connect, signInWithGoogle, tipOn, tipStates, Todoist, untilTask } from './oo.ts'

const daily = Array.from({ length: 24 }, (_, index) => ({
  content: `Task ${index + 1}`,
  due_string: 'every day',
}))

/** Lets everything that moves take a hundred times as long, or its usual time again. */
async function slowMotion(page: Page): Promise<{ end(): Promise<void> }> {
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('Animation.enable')
  await devTools.send('Animation.setPlaybackRate', { playbackRate: 0.01 })
  return { end: () => devTools.detach() }
}

/** Presses where something is, whether it takes a press or not. */
async function press(page: Page, place: Locator): Promise<void> {
  const box = await place.boundingBox()
  if (box === null) throw new Error('There is nothing to press.')
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
}

test('a tap too many, or a key held down, answers nothing that has just come', async ({ page, product }) => {
  await page.goto('/oo/')
  await signInWithGoogle(page, product)
  const answered = async () =>
    (await tipStates(page, product)).filter(({ state }) => state === 'acknowledged').length
  const first = await tipOn(page).innerText()
  await tipOn(page).click({ trial: true })
  const motion = await slowMotion(page)
  await press(page, tipOn(page))
  await expect(tipOn(page)).not.toHaveText(first)
  const second = await tipOn(page).innerText()
  await press(page, tipOn(page))
  const mark = page.getByRole('button', { name: 'oO: your account' })
  const place = await mark.boundingBox()
  await press(page, mark)
  await expect(page.getByRole('menu')).toBeVisible()
  await page.mouse.click((place?.x ?? 0) + 30, (place?.y ?? 0) + 20)
  await motion.end()
  await expect(page.getByRole('menu')).toBeVisible()
  await expect(page).toHaveURL(/\/oo\/$/)
  await page.keyboard.press('Escape')
  await expect(tipOn(page)).toHaveText(second)
  expect(await answered()).toBe(1)

  await tipOn(page).focus()
  await page.keyboard.down('Enter')
  await expect(tipOn(page)).not.toHaveText(second)
  await expect(tipOn(page)).toBeFocused()
  const third = await tipOn(page).innerText()
  await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await page.keyboard.press('Shift+F10')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(tipOn(page)).toHaveText(third)
  expect(await answered()).toBe(2)
})

test('a task that repeats and has moved on is not taken back, and that is said', async ({
  page,
  product,
}) => {
  await page.goto('/oo/')
  const todoist = new Todoist(page, product, await signInWithGoogle(page, product))
  await todoist.open(daily)
  await page.goto('/oo/connect')
  await connect(page, todoist)
  await page.getByRole('link', { name: 'Back to your tip' }).last().click()
  const title = await untilTask(page)
  await expect(page.getByText('Repeats.')).toBeVisible()
  await tipOn(page).click()
  const undo = page.getByRole('button', { name: 'Undo' })
  await undo.focus()
  await expect
    .poll(async () => (await tipStates(page, product)).find((tip) => tip.title === title)?.delivery, {
      timeout: 60_000,
    })
    .toBe('delivered')
  await undo.press('Enter')
  await expect(page.getByText('It has moved on to its next date').last()).toBeVisible()
  await expect(tipOn(page)).not.toHaveText(title)
})

test('a provider that is away, then one that ended our access', async ({ page, product }) => {
  await page.goto('/oo/')
  const todoist = new Todoist(page, product, await signInWithGoogle(page, product))
  await todoist.open([{ content: 'Task' }])
  await page.goto('/oo/connect')
  await connect(page, todoist)
  await page.request.post(`${product.sandboxUrl}/todoist/faults`, {
    data: { kind: 'server_error', times: 'always', account: todoist.email },
  })
  await page.getByRole('button', { name: 'Read now' }).click()
  await expect(page.getByText('The other side does not answer right now.')).toBeVisible()
  await look(page, 'oo-provider-away')

  const { items } = (await (await page.request.get(`${product.sandboxUrl}/todoist/faults`)).json()) as {
    items: { id: string }[]
  }
  for (const { id } of items) await page.request.post(`${product.sandboxUrl}/todoist/faults/${id}/clear`)
  await todoist.endAccess()
  await page.getByRole('button', { name: 'Read now' }).click()
  await expect(page.getByRole('button', { name: 'Connect Todoist again' })).toBeVisible()
  await look(page, 'oo-connect-again')
  await page.goto('/oo/')
  await expect(tipOn(page)).toBeVisible()
  const again = page.getByRole('link', { name: 'Connect Todoist again' })
  await expect(again).toBeVisible()
  await look(page, 'oo-needs-reconnect')
  await again.click()
  await expect(page.getByText('Needs you to connect again')).toBeVisible()
})

test('a task of any length and script stays on the page', async ({ page, product }) => {
  await page.goto('/oo/')
  const todoist = new Todoist(page, product, await signInWithGoogle(page, product))
  const text = '<img src=x onerror=alert(1)> שלום '
  await todoist.open(
    Array.from({ length: 24 }, (_, index) => ({
      content: `Task ${index} ${text}${'x'.repeat(440)}`,
      description: 'A line to read. '.repeat(100),
    })),
  )
  await page.goto('/oo/connect')
  await connect(page, todoist)
  await page.goto('/oo/')
  expect(await untilTask(page)).toContain(text)
  await look(page, 'oo-long-task')
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'In an hour' }).click()
  await expect(page.getByRole('status').filter({ hasText: /^Back / })).toBeAttached()
  await page.goto('/oo/kept')
  await expect(page.getByRole('listitem')).toContainText(text)
  await look(page, 'oo-long-kept')
})
