import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, look, type Product, test } from '../support/test.ts'

/** Somebody who has an account from another panel and has agreed to nothing here. */
async function join(page: Page, { url }: Product): Promise<string> {
  const password = 'Correct4Horse'
  const account = { email: `${randomUUID()}@example.org`, password, full_name: 'Robin', session: 'cookie' }
  const answer = await page.request.post('/api/v1/auth/register', { data: account, headers: { origin: url } })
  expect(answer.status()).toBe(201)
  return password
}

async function agree(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: 'I am 18 or older' }).click()
  await page.getByRole('checkbox', { name: /I accept the terms/ }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
}

const gate = (page: Page) => page.getByRole('heading', { name: 'Before you write' })

test('whoever agrees lands on the page they asked for, and no private screen starts before', async ({
  page,
  product,
}) => {
  await join(page, product)
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (/^\/api\/v1\/(mirror|turns)/.test(pathname)) asked.push(pathname)
  })
  await page.goto('/kalei/turn')
  await expect(gate(page)).toBeVisible()
  await look(page, 'gate')
  await page.waitForLoadState('networkidle')
  expect(asked).toEqual([])
  await expect(page).toHaveURL(/\/kalei\/turn$/)
  await agree(page)
  await expect(page.getByRole('heading', { name: 'One heavy thought' })).toBeVisible()
  await expect(page).toHaveURL(/\/kalei\/turn$/)
})

test('between the places the address stays true, agreed or not', async ({ page, product }) => {
  await join(page, product)
  await page.goto('/kalei/you')
  await expect(page.getByRole('heading', { name: 'Robin', level: 1 })).toBeVisible()
  await expect(page).toHaveURL(/\/kalei\/you$/)
  await page.getByRole('link', { name: 'Turn', exact: true }).click()
  await expect(gate(page)).toBeVisible()
  await expect(page).toHaveURL(/\/kalei\/turn$/)
  await page.getByRole('link', { name: 'Mirror', exact: true }).click()
  await expect(page).toHaveURL(/\/kalei\/mirror$/)
  await expect(gate(page)).toBeVisible()
  await agree(page)
  await expect(page.getByRole('heading', { name: 'What is on your mind, Robin?' })).toBeVisible()
  await expect(page).toHaveURL(/\/kalei\/mirror$/)
})

test('whoever does not agree signs out', async ({ page, product }) => {
  await join(page, product)
  await page.goto('/kalei/mirror')
  await expect(gate(page)).toBeVisible()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveURL(/\/kalei\/sign-in$/)
  expect((await page.request.get('/api/v1/me')).status()).toBe(401)
})

test('whoever does not agree takes everything along and deletes the account', async ({ page, product }) => {
  const password = await join(page, product)
  await page.goto('/kalei/mirror')
  await page.getByRole('link', { name: 'My account and data' }).click()
  await expect(page.getByRole('button', { name: 'Download my archive' })).toBeEnabled()
  await page.goto('/kalei/you/delete')
  await expect(page).toHaveURL(/\/kalei\/you\/delete$/)
  await page.getByLabel('Password', { exact: true }).fill(`${password}!`)
  await page.getByRole('checkbox', { name: 'I understand that this cannot be undone' }).click()
  await page.getByRole('button', { name: 'Delete everything for good' }).click()
  await expect(page.getByText('This password is not right.')).toBeVisible()
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Delete everything for good' }).click()
  await expect(page).toHaveTitle('Your receipt · Kalei')
})
