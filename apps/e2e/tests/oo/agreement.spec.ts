import { createHash } from 'node:crypto'
import { type DocumentPurpose, documentVersion, hashedText } from '@triptych/identity/contract'
import { expect, look, type Page, signUp, test } from '../support/test.ts'
import { connect, signInWithGoogle, tipOn, Todoist } from './oo.ts'

interface Consent {
  readonly id: string
  readonly purpose: string
  readonly connector: string | null
  readonly document: { readonly version: string; readonly sha256: string } | null
}

async function consentsOf(page: Page): Promise<Consent[]> {
  const answer = await page.request.get('/api/v1/consents?in_force=true')
  return ((await answer.json()) as { items: Consent[] }).items
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const consentTo = (purpose: DocumentPurpose): object =>
  expect.objectContaining({
    purpose,
    document: { version: documentVersion, sha256: sha256(hashedText(purpose)) },
  })
const both = [consentTo('privacy'), consentTo('terms')]

test('signing in records the terms and the privacy page by hash, connecting records its own consent', async ({
  page,
  product,
}) => {
  await page.goto('/oo/')
  const todoist = new Todoist(page, product, await signInWithGoogle(page, product))
  await expect(tipOn(page)).toBeVisible()
  expect(await consentsOf(page)).toEqual(both)

  await todoist.open([])
  await page.goto('/oo/connect')
  await connect(page, todoist)
  const connector = expect.objectContaining({ purpose: 'connector', connector: 'todoist' })
  expect(await consentsOf(page)).toEqual([connector, ...both])
  await page.getByRole('button', { name: 'Disconnect' }).click()
  await expect(page.getByText('Todoist is disconnected.')).toBeVisible()
  expect(await consentsOf(page)).toEqual(both)

  await test.step('Kalei still asks for the age', async () => {
    await page.goto('/kalei/mirror')
    await expect(page.getByRole('checkbox', { name: 'I am 18 or older' })).toBeVisible()
  })
})

/** As somebody whose agreement is to texts of before: it does not stand for the ones of now. */
async function takeBackTerms(page: Page): Promise<void> {
  for (const { id, purpose } of await consentsOf(page)) {
    if (purpose !== 'terms') continue
    const headers = { origin: new URL(page.url()).origin }
    const answer = await page.request.delete(`/api/v1/consents/${id}`, { headers })
    expect(answer.status()).toBe(204)
  }
}

test('whoever has not agreed to the texts of now is asked, once', async ({ page, product }) => {
  await signUp(page, product)
  await page.goto('/')
  await takeBackTerms(page)
  await page.goto('/oo/connect')
  await expect(page).toHaveTitle('Before you go on · oO')
  await expect(page.getByRole('link', { name: 'Terms' })).toHaveAttribute('href', '/kalei/terms')
  await look(page, 'oo-agree')
  await page.getByRole('link', { name: 'Delete account' }).click()
  await expect(page).toHaveTitle('Delete your account · oO')
  await page.goBack()
  await page.getByRole('button', { name: 'Agree and go on' }).click()
  await expect(page).toHaveTitle('Your tasks · oO')
  expect(await consentsOf(page)).toEqual(expect.arrayContaining(both))
  await page.reload()
  await expect(page).toHaveTitle('Your tasks · oO')
})
