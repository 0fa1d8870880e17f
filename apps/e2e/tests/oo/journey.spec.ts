import { expect, look, type Page, type Product, test } from '../support/test.ts'
import { connect, hold, signInWithGoogle, tipOn, tipStates, Todoist, untilTask } from './oo.ts'
import { deliver, lendPushService, notifications, receivedPush, sendDailyTip } from './vendor.ts'

const tasks = Array.from({ length: 24 }, (_, index) => ({ content: `Task ${index + 1}`, priority: 1 }))

async function snoozeAndDismiss(page: Page, product: Product): Promise<void> {
  await test.step('held: the menu; snoozed for an hour, then by one’s own time', async () => {
    const title = await untilTask(page)
    await hold(page, tipOn(page))
    await expect(page.getByRole('menu', { name: 'What to do with this tip' })).toBeVisible()
    await look(page, 'oo-menu')
    await page.getByRole('menuitem', { name: 'In an hour' }).click()
    await expect(tipOn(page)).not.toHaveText(title)
    const next = await untilTask(page)
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Another time…' }).click()
    await page.getByRole('textbox', { name: 'When should it come back?' }).fill('2020-01-01T09:00')
    await page.getByRole('button', { name: 'Bring it back then' }).click()
    await expect(page.getByText('Choose a time that is still to come.')).toBeVisible()
    await look(page, 'oo-snooze')
    await page.getByRole('textbox', { name: 'When should it come back?' }).fill('2031-05-04T09:00')
    await page.getByRole('button', { name: 'Bring it back then' }).click()
    await expect(tipOn(page)).not.toHaveText(next)
    const states = await tipStates(page, product)
    expect(states.filter(({ state }) => state === 'snoozed').map((tip) => tip.title)).toEqual([next, title])
  })

  await test.step('dismissed', async () => {
    const title = await untilTask(page)
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Not for me' }).click()
    await expect(tipOn(page)).not.toHaveText(title)
    const states = await tipStates(page, product)
    expect(states.find((tip) => tip.title === title)?.state).toBe('dismissed')
  })
}

test('sign-in, connect, tip, done, undo, snooze, dismiss', async ({ page, product }) => {
  test.slow()
  await page.goto('/')
  await page.getByRole('link', { name: 'Open oO' }).click()
  await expect(page).toHaveTitle('One tip at a time · oO')
  await look(page, 'oo-sign-in')
  const todoist = new Todoist(page, product, await signInWithGoogle(page, product))
  await todoist.open(tasks)
  await expect(tipOn(page)).toBeVisible()
  await look(page, 'oo-advice')

  await test.step('connecting, after changing one’s mind once', async () => {
    await page.getByRole('button', { name: 'oO: your account' }).click()
    await look(page, 'oo-account')
    await page.getByRole('menuitem', { name: 'Your tasks' }).click()
    await expect(page).toHaveTitle('Your tasks · oO')
    await expect(page.getByText('Not connected').first()).toBeVisible()
    await look(page, 'oo-connect-empty')
    await page.getByRole('button', { name: 'Connect Todoist' }).click()
    await page.getByRole('button', { name: 'Go on to Todoist' }).click()
    await todoist.decide('Cancel')
    await expect(page.getByText('The connection was not made.')).toBeVisible()
    await look(page, 'oo-connect-problem')
    await connect(page, todoist)
    await look(page, 'oo-connected')
    await page.getByRole('link', { name: 'Back to your tip' }).last().click()
  })

  await test.step('done, taken back', async () => {
    const title = await untilTask(page)
    await look(page, 'oo-todo')
    await tipOn(page).click()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(tipOn(page)).toHaveText(title)
    await expect
      .poll(async () => (await tipStates(page, product)).find((tip) => tip.title === title)?.state)
      .toBe('displayed')
    expect(await todoist.isDone(title)).toBe(false)
  })

  await test.step('done, and told to Todoist', async () => {
    const title = await untilTask(page)
    await tipOn(page).click()
    await page.getByRole('button', { name: 'Undo' }).hover()
    // On a phone nothing holds the toast: words that are just fading in or out would be judged half-way.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await look(page, 'oo-done')
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    await expect(tipOn(page)).not.toHaveText(title)
    await expect.poll(() => todoist.isDone(title), { timeout: 60_000 }).toBe(true)
  })

  await test.step('a press that strays means nothing', async () => {
    const title = await tipOn(page).innerText()
    const box = await tipOn(page).boundingBox()
    await page.mouse.move((box?.x ?? 0) + 40, (box?.y ?? 0) + 20)
    await page.mouse.down()
    await page.mouse.move((box?.x ?? 0) + 40, (box?.y ?? 0) + 90)
    await page.mouse.up()
    await expect(tipOn(page)).toHaveText(title)
  })
  await snoozeAndDismiss(page, product)
})

test('the daily tip: asked for after the first completed tip, sent, decrypted, shown', async ({
  page,
  product,
}) => {
  await lendPushService(page, product)
  await page.goto('/oo/')
  await signInWithGoogle(page, product)
  await expect(tipOn(page)).toBeVisible()
  await expect(page.getByText('One tip a day')).toBeHidden()
  await tipOn(page).click()
  await expect(page.getByText('One tip a day')).toBeVisible()
  await look(page, 'oo-push')
  await page.getByRole('button', { name: 'Yes, tell me' }).click()
  await expect(page.getByText('You will hear from oO once a day.').last()).toBeVisible()

  const me = (await (await page.request.get(`${product.url}/api/v1/me`)).json()) as { id: string }
  await sendDailyTip(product, me.id)
  const payload = await receivedPush(page, product)
  expect(JSON.parse(payload)).toMatchObject({ title: 'oO', url: '/oo/' })
  // A vendor delivers again what no worker took; the tag keeps it one notification.
  await expect(async () => {
    await deliver(page, product, payload)
    expect(await notifications(page)).toEqual([{ title: 'oO', body: 'Your tip for today is here.' }])
  }).toPass({ timeout: 30_000 })
})

test('offline: the last tip with its age, an answer that waits and arrives once', async ({
  page,
  context,
  product,
}) => {
  await page.goto('/oo/')
  await signInWithGoogle(page, product)
  const title = await tipOn(page).innerText()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.reload()
  await expect(tipOn(page)).toHaveText(title)

  await context.setOffline(true)
  await page.reload()
  await expect(tipOn(page)).toHaveText(title)
  await expect(page.getByText(/^Not fresh: from/)).toBeVisible()
  await look(page, 'oo-offline')
  await tipOn(page).click()
  await expect(page.getByText('Kept. It goes out as soon as you are online.')).toBeVisible()
  await look(page, 'oo-waiting')

  await context.setOffline(false)
  await expect(tipOn(page)).toBeVisible()
  await expect(tipOn(page)).not.toHaveText(title)
  const answered = (await tipStates(page, product)).filter((tip) => tip.title === title)
  expect(answered.map(({ state }) => state)).toEqual(['acknowledged'])
})

test('disconnecting, then deleting the account, with the receipt', async ({ page, product }) => {
  await page.goto('/oo/connect')
  const email = await test.step('sign in', async () => {
    await page.goto('/oo/')
    return signInWithGoogle(page, product)
  })
  const todoist = new Todoist(page, product, email)
  await todoist.open(tasks.slice(0, 2))
  await page.goto('/oo/connect')
  await connect(page, todoist)
  await page.getByRole('button', { name: 'Disconnect' }).click()
  await expect(page.getByText('Todoist is disconnected.')).toBeVisible()
  await look(page, 'oo-disconnected')
  await page.reload()
  await expect(page.getByText('Access was taken back.')).toBeVisible()

  await page.getByRole('link', { name: 'Later' }).click()
  await page.getByRole('button', { name: 'oO: your account' }).click()
  await page.getByRole('menuitem', { name: 'Delete account' }).click()
  await look(page, 'oo-delete')
  await page.getByRole('checkbox', { name: 'Yes, delete everything' }).check()
  await page.getByRole('button', { name: 'Delete my account' }).click()
  await expect(page).toHaveURL(/\/oo\/receipt\//)
  await expect(page.getByText('Everything is erased.')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('listitem').filter({ hasText: 'recommender' })).toContainText('erased')
  await look(page, 'oo-receipt')
  await page.goto('/oo/')
  await expect(page.getByRole('link', { name: 'Continue with Google' })).toBeVisible()
})
