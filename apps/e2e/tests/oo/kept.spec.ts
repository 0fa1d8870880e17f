import { expect, look, tabTo, test } from '../support/test.ts'
import { hold, signInWithGoogle, tipOn, tipStates } from './oo.ts'

test('what was saved is found again, what was put off until it comes back', async ({ page, product }) => {
  await page.goto('/oo/')
  await signInWithGoogle(page, product)
  await expect(tipOn(page)).toBeVisible()
  await page.getByRole('button', { name: 'oO: your account' }).click()
  await page.getByRole('menuitem', { name: 'What you kept' }).click()
  await expect(page).toHaveTitle('What you kept · oO')
  await expect(page.getByText('Nothing yet.')).toBeVisible()
  await look(page, 'oo-kept-empty')
  await page.getByRole('link', { name: 'Back to your tip' }).last().click()

  const saved = await tipOn(page).innerText()
  await hold(page, tipOn(page))
  await expect(tipOn(page)).not.toHaveText(saved)
  const snoozed = await tipOn(page).innerText()
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'In an hour' }).click()
  await expect(tipOn(page)).not.toHaveText(snoozed)

  await page.goto('/oo/kept')
  const found = page.getByRole('region', { name: 'Saved' }).getByRole('listitem')
  await expect(found).toHaveCount(1)
  await expect(found).toContainText(saved)
  await expect(found.getByRole('link')).toHaveAttribute('href', /^https:/)
  const resting = page.getByRole('region', { name: 'Coming back' }).getByRole('listitem')
  await expect(resting).toContainText(snoozed)
  await expect(resting).toContainText(/Back \d/)
  await look(page, 'oo-kept')

  await test.step('let go and kept after all, with the keyboard', async () => {
    const state = async () => (await tipStates(page, product)).find(({ title }) => title === saved)?.state
    await tabTo(page, page.getByRole('button', { name: `Let go: ${saved}` }))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status')).toHaveText('Let go.')
    await expect.poll(state).toBe('acknowledged')
    await expect(page.getByRole('button', { name: `Save: ${saved}` })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect.poll(state).toBe('saved')
    await page.keyboard.press('Enter')
    await expect.poll(state).toBe('acknowledged')
  })
  await page.reload()
  await expect(resting).toContainText(snoozed)
  await expect(found).toHaveCount(0)
})
