import { fragments } from './writing.ts'
import { expect, look, type Page, signUp, test } from '../support/test.ts'

test.use({ locale: 'de-DE' })

/** No words stand out of what cuts them off, as long words do that nobody made room for. */
async function expectWhole(page: Page): Promise<void> {
  const clipped = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => element.checkVisibility() && element.innerText?.trim() !== '')
      .filter((element) => {
        const { overflowX, overflowY, clip } = getComputedStyle(element)
        const cuts = [overflowX, overflowY].some((way) => way === 'hidden' || way === 'clip')
        const isForReaders = clip !== 'auto' || element.clientWidth <= 1
        return cuts && !isForReaders && element.scrollWidth > element.clientWidth + 1
      })
      .map((element) => element.innerText.slice(0, 80)),
  )
  expect.soft(clipped, 'words that are cut off').toEqual([])
}

async function see(page: Page, name: string): Promise<void> {
  // The colours are those of every language.
  await look(page, `de-${name}`, ['light'])
  await expectWhole(page)
}

/** Long words, as German makes them; the thought leans. */
const own =
  'Die Donaudampfschifffahrtsgesellschaftskapitänsversammlung lief schlecht. Alle halten mich für eine Versagerin.'

const danger = 'Ich bringe mich heute Nacht um. Die Tabletten liegen schon bereit.'

test('every main screen has room for German', async ({ page, product }) => {
  test.skip(test.info().project.name !== 'phone', 'there is room enough on a desk')
  await page.goto('/kalei/')
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await see(page, 'landing')
  await page.goto('/kalei/welcome')
  for (const step of [1, 2, 3]) {
    await see(page, `welcome-${step}`)
    await page.getByRole('button', { name: 'Weiter' }).click()
  }
  await see(page, 'welcome-4')
  await page.getByRole('button', { name: 'Mein Konto anlegen' }).click()
  await page.getByRole('button', { name: 'Konto anlegen' }).click()
  await see(page, 'register')
  await page.goto('/kalei/sign-in')
  await see(page, 'sign-in')

  await signUp(page, product)
  const profile = { data: { locale: 'de', region: 'DE' }, headers: { origin: product.url } }
  expect((await page.request.patch('/api/v1/me/profile', profile)).status()).toBe(200)
  await page.goto('/kalei/mirror')
  await see(page, 'mirror-empty')
  await page.getByRole('button', { name: 'Eine Seite anfangen' }).click()
  await page.getByRole('textbox', { name: 'Hier schreiben' }).fill(own)
  await page.getByRole('button', { name: 'Ins Licht halten' }).click()
  await fragments(page).first().click()
  await expect(page.getByRole('heading', { name: 'Eine kleine Sache' })).toBeVisible()
  await see(page, 'page-unfolded')

  await page.goto('/kalei/turn')
  await page.getByRole('textbox', { name: 'Dein Gedanke' }).fill(own)
  await page.getByRole('button', { name: 'Wenden', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Diese Wendung behalten' })).toBeVisible()
  await see(page, 'turn-done')
  await page.getByRole('button', { name: 'Noch einen Gedanken wenden' }).click()
  await page.getByRole('textbox', { name: 'Dein Gedanke' }).fill(danger)
  await page.getByRole('button', { name: 'Wenden', exact: true }).click()
  await expect(page.getByRole('alert', { name: 'Hilfe für diesen Augenblick' })).toBeVisible()
  await see(page, 'crisis')
  await page.goto('/kalei/help')
  await see(page, 'help')
  await page.goto('/kalei/you')
  await expect(page.getByText('Heute gewendet')).toBeVisible()
  await see(page, 'you')
})
