import { randomUUID } from 'node:crypto'
import { expect, mailTo, type Page, type Product } from '../support/test.ts'
import { open } from './console.ts'

const nothing = (): Promise<void> => Promise.resolve()

/** Where a company that was just registered finds itself. */
export async function arriveUnverified(page: Page, email: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Plan' })).toBeVisible()
  await expect(page).toHaveURL(/\/console\/company\/plan$/)
  await expect(page.getByText('Lanternworks').first()).toBeAttached()
  await expect(page.getByRole('region', { name: 'Verify your e-mail first' })).toContainText(email)
  await expect(page.getByRole('button', { name: 'Choose Pro' })).toBeDisabled()
}

/** From the form to a confirmed address; returns it. */
export async function registerCompany(page: Page, product: Product): Promise<string> {
  const email = `${randomUUID()}@example.org`
  await page.goto('/console/register')
  await page.getByLabel('Company').fill('Lanternworks')
  await page.getByLabel('Your name').fill('Robin')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill('Correct4Horse')
  await page.getByRole('button', { name: 'Register' }).click()
  await arriveUnverified(page, email)
  const { links } = await mailTo(product, email)
  const token = new URL(links.find((link) => link.includes('token=')) ?? '').searchParams.get('token')
  const verified = await page.request.post(`${product.url}/api/v1/auth/verify-email`, {
    data: { token },
    headers: { origin: product.url },
  })
  expect(verified.ok(), await verified.text()).toBe(true)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Choose a plan' })).toBeVisible()
  await expect(page.getByText('Verify your e-mail first')).toBeHidden()
  return email
}

/** From no plan at all to the key on the screen. */
export async function subscribe(
  page: Page,
  seen: (name: string) => Promise<void> = nothing,
): Promise<string> {
  await open(page, 'Licences')
  await expect(page.getByRole('heading', { name: 'No licence yet' })).toBeVisible()
  await seen('company-no-licence')
  await open(page, 'Plan')
  await expect(page.getByRole('heading', { name: 'Pro', exact: true })).toBeVisible()
  await seen('company-plans')
  await page.getByRole('button', { name: 'Choose Pro' }).click()
  await page.getByRole('button', { name: /A card that is declined/ }).click()
  await expect(page.getByRole('alert')).toContainText('declined')
  await page.getByRole('button', { name: /A card that works/ }).click()
  await expect(page.getByRole('heading', { name: 'Your licence is here' })).toBeVisible()
  await expect(page.getByText(/On trial until/)).toBeVisible()
  await seen('company-licence-issued')
  return page.locator('code.key').first().innerText()
}

/** Subjects of all mails to this address. */
export async function subjectsTo(product: Product, address: string): Promise<string[]> {
  const answer = await fetch(`${product.sandboxUrl}/mail/messages?to=${encodeURIComponent(address)}`)
  return ((await answer.json()) as { items: { subject: string }[] }).items.map(({ subject }) => subject)
}
