import { expect, type Page } from '@playwright/test'

/** What somebody wrote; the words that lean stand at the end of their sentence. */
export const leaning = 'I forgot two slides. Now everyone thinks I am a fraud.'
export const plain = 'It rained on the way home, and I stood under the chestnut tree for a while.'
export const danger = 'I am going to kill myself tonight. I have the pills here.'

export const fragments = (page: Page) => page.locator('[data-fragment]')

/** From the Mirror's start to a page with this passage on it. */
export async function writePassage(page: Page, text: string): Promise<void> {
  await page.goto('/kalei/mirror')
  await page.getByRole('button', { name: 'Start a page' }).click()
  await sendPassage(page, text)
}

export async function sendPassage(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Write here' })
  await field.fill(text)
  await page.getByRole('button', { name: 'Hold it up' }).click()
  await expect(field).toHaveValue('')
}

export async function turnThought(page: Page, thought: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Your thought' }).fill(thought)
  await page.getByRole('button', { name: 'Turn it' }).click()
}

/** Three views and one small thing, in that order. */
export async function expectTurned(page: Page): Promise<void> {
  for (const lens of ['Evidence', 'Distance', 'Kindness']) {
    await expect(page.getByRole('heading', { name: lens, exact: true })).toBeVisible()
  }
  await expect(page.getByRole('heading', { name: 'One small thing', exact: true })).toBeVisible()
}
