import { randomUUID } from 'node:crypto'
import { expect, look, signUp, tabTo } from '../support/test.ts'
import { arriveUnverified, subjectsTo } from './company.ts'
import { open, signIn, test } from './console.ts'

test('a stranger signs in, and the page that was asked for opens', async ({ page, admin }) => {
  await page.goto('/console/users')
  await expect(page).toHaveTitle('Sign in · Console')
  await look(page, 'console-sign-in')
  await page.getByLabel('E-mail').fill(admin.email)
  await page.getByLabel('Password').fill('Wrong4Horse')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await look(page, 'console-sign-in-refused')
  await page.getByLabel('Password').fill(admin.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveTitle('Users · Console')
  await expect(page.getByRole('rowheader', { name: admin.email })).toBeVisible()
})

test('somebody without a company registers one, or is told how to run this server', async ({
  page,
  product,
}) => {
  const person = await signUp(page, product)
  await page.goto('/console/')
  await expect(page.getByRole('heading', { name: 'You belong to no company yet' })).toBeVisible()
  await page.getByText('You run this server?').click()
  await expect(page.getByLabel('Command')).toContainText(`make-admin ${person.email}`)
  await look(page, 'console-no-company')
  await page.getByLabel('Company').fill('Glasshouse')
  await page.getByRole('button', { name: 'Register it' }).click()
  await expect(page.getByText('Glasshouse').first()).toBeAttached()
  await open(page, 'What was done')
  await expect(page.getByRole('rowheader', { name: 'identity.organization.created' })).toBeVisible()
  await look(page, 'console-company-audit')
})

test('a company is registered with the account of who registers it', async ({ page, product }) => {
  await page.goto('/console/')
  await page.getByRole('link', { name: 'Register a company' }).click()
  await expect(page).toHaveTitle('Register a company · Console')
  await look(page, 'console-register')
  await page.getByLabel('Company').fill('Lanternworks')
  await page.getByLabel('Your name').fill('Robin')
  const email = `${randomUUID()}@example.org`
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill('Correct4Horse')
  await page.getByRole('button', { name: 'Register' }).click()
  await arriveUnverified(page, email)
  await page.getByRole('button', { name: 'Send the mail again' }).click()
  await expect(page.getByText('It is on its way again.')).toBeVisible()
  await look(page, 'console-unverified')
  await expect.poll(() => subjectsTo(product, email), { timeout: 30_000 }).toHaveLength(2)
})

test('every page is reached, named and looks as it should when it is empty or full', async ({
  page,
  admin,
}) => {
  await signIn(page, admin)
  for (const [title, name] of [
    ['Dead letters', 'dead-letters'],
    ['E-mails', 'emails'],
    ['Pushes', 'pushes'],
    ['Safety events', 'safety'],
    ['Spending', 'spending'],
    ['Sales', 'sales'],
    ['Licences sold', 'sold-licences'],
    ['Plans', 'plans'],
    ['Stripe’s events', 'webhook-events'],
    ['Audit trail', 'audit'],
    ['Users', 'users'],
  ] as const) {
    await open(page, title)
    await expect(page).toHaveTitle(`${title} · Console`)
    await expect(page.getByText('Loading…')).toHaveCount(0)
    await expect(page.getByRole('alert')).toHaveCount(0)
    await look(page, `console-${name}`)
  }
})

test('the theme is chosen and stays', async ({ page, admin }) => {
  await signIn(page, admin)
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const light = await paper()
  const menu = page.getByRole('button', { name: 'Menu' })
  const choose = async (theme: string): Promise<void> => {
    if (await menu.isVisible()) await menu.click()
    await page.getByLabel('Theme').locator('visible=true').selectOption(theme)
  }
  await choose('dark')
  await expect.poll(paper).not.toBe(light)
  const dark = await paper()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await paper()).toBe(dark)
})

test('the keyboard skips to the content, and the focus follows to a page that is opened', async ({
  page,
  admin,
}) => {
  await signIn(page, admin, '/console/emails')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  const menu = page.getByRole('button', { name: 'Menu' })
  if (await menu.isVisible()) {
    await tabTo(page, menu, 'Shift+Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: 'Menu' })).toBeVisible()
    await look(page, 'console-menu')
  }
  await tabTo(page, page.getByRole('link', { name: 'Users' }), (await menu.isVisible()) ? 'Tab' : 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Users' })).toBeVisible()
  await expect(page.getByRole('main')).toBeFocused()
})

test('a server that does not answer is said, and asked again', async ({ page, admin }) => {
  await signIn(page, admin, '/console/emails')
  await page.route('**/api/v1/admin/pushes*', (route) => route.abort())
  await open(page, 'Pushes')
  await expect(page.getByRole('alert')).toContainText('cannot be reached')
  await look(page, 'console-away')
  await page.unroute('**/api/v1/admin/pushes*')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'No pushes' })).toBeVisible()
})
