import { readFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import { writePassage, leaning } from './writing.ts'
import { expect, look, mailTo, signUp, test } from '../support/test.ts'

test('from the front door to an account with a confirmed e-mail', async ({ page, product }) => {
  const email = `${crypto.randomUUID()}@example.org`
  await page.goto('/')
  await page.getByRole('link', { name: 'Open Kalei' }).click()
  await expect(page).toHaveTitle(/Kalei/)
  await expect(page.getByRole('heading', { name: 'See the thought. Turn it.' })).toBeVisible()
  await look(page, 'landing')

  await page.getByRole('link', { name: 'Begin', exact: true }).first().click()
  for (const step of [1, 2, 3]) {
    await expect(page.getByText(`${step} of 4`)).toBeVisible()
    await look(page, `welcome-${step}`)
    await page.getByRole('button', { name: 'Continue' }).click()
  }
  await expect(page.getByRole('radio', { name: /The built-in engine/ })).toBeChecked()
  await look(page, 'welcome-4')
  await page.goBack()
  await expect(page.getByText('3 of 4')).toBeVisible()
  await page.getByRole('button', { name: 'Back' }).click()
  await expect(page.getByText('2 of 4')).toBeVisible()
  await page.goForward()
  await page.goForward()
  await page.getByRole('button', { name: 'Create my account' }).click()

  await expect(page).toHaveTitle('Make a place of your own · Kalei')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByText('Still missing: Name, E-mail, Password, Age, Terms of use.')).toBeVisible()
  await expect(page.getByText('Please fill this in.')).toHaveCount(3)
  await expect(page.locator('[aria-invalid="true"]')).toHaveCount(5)
  await look(page, 'register-empty')
  await page.getByLabel('What should Kalei call you?').fill('Annegret')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('Correct4Horse')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByText('Still missing: Age, Terms of use.')).toBeVisible()
  const terms = page.context().waitForEvent('page')
  await page.getByRole('link', { name: 'Terms of use' }).click()
  await expect((await terms).getByRole('heading', { level: 1 })).toBeVisible()
  await (await terms).close()
  await expect(page.getByLabel('E-mail')).toHaveValue(email)
  await look(page, 'register')
  await page.getByRole('checkbox', { name: 'I am 18 or older' }).click()
  await page.getByRole('checkbox', { name: /I accept the terms/ }).click()
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByRole('heading', { name: 'What is on your mind, Annegret?' })).toBeVisible()
  await look(page, 'mirror-empty')

  const mail = await mailTo(product, email)
  const link = mail.links.find((one) => one.includes('verify-email'))
  expect(link, mail.text).toBeDefined()
  await page.goto(link ?? '')
  await look(page, 'verify-email')
  await page.getByRole('button', { name: /confirm|verify/i }).click()
  await expect(page.getByText(/is (confirmed|verified)/)).toBeVisible()
  await page.reload()
  await expect(page.getByText(/is (confirmed|verified)/)).toBeVisible()
  await page.goto(link ?? '')
  await page.getByRole('button', { name: /confirm|verify/i }).click()
  await page.getByRole('link', { name: 'Go on' }).click()
  await expect(page.getByRole('heading', { name: 'What is on your mind, Annegret?' })).toBeVisible()
  const me = (await (await page.request.get('/api/v1/me')).json()) as { email_verified: boolean }
  expect(me.email_verified).toBe(true)
})

test('a link in a mail is called broken only by who can tell', async ({ page }) => {
  await page.goto(`/kalei/verify-email?token=${'a'.repeat(43)}`)
  const confirm = page.getByRole('button', { name: 'Confirm my e-mail' })
  await page.route('**/api/v1/auth/verify-email', (route) => route.abort(), { times: 1 })
  await confirm.click()
  await expect(page.getByText('Kalei cannot be reached at the moment. Try again in a minute.')).toBeVisible()
  await confirm.click()
  await expect(page.getByText('This link has expired or was used before. Ask for a new one.')).toBeVisible()
})

test('whoever is signed in is not asked to sign in or register', async ({ page, product }) => {
  await signUp(page, product)
  for (const path of ['sign-in', 'register']) {
    await page.goto(`/kalei/${path}`)
    await expect(page).toHaveURL(/\/kalei\/mirror$/)
  }
  await page.goto('/kalei/reset-password')
  await expect(page.getByRole('link', { name: 'Ask for a new link' })).toBeVisible()
  await expect(page.getByRole('textbox')).toHaveCount(0)
})

test('the person changes their name and password, and asks for the mail again', async ({ page, product }) => {
  const { email, password } = await signUp(page, product)
  await page.goto('/kalei/you')
  await expect(page.getByText(`${email} is not confirmed yet.`)).toBeVisible()
  await look(page, 'you-unconfirmed')
  await page.getByRole('button', { name: 'Send the mail again' }).click()
  await expect(page.getByText(/a message is on its way/)).toBeVisible()

  await page.getByRole('button', { name: 'Change: Name' }).click()
  await page.getByLabel('What should Kalei call you?').fill('Robin Meadow')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Robin Meadow', level: 1 })).toBeVisible()

  await page.getByRole('button', { name: 'Change: Password' }).click()
  await page.getByLabel('Your present password').fill(`${password}!`)
  await page.getByLabel('New password', { exact: true }).fill('Another5Horse')
  await page.getByRole('button', { name: 'Set the new password' }).click()
  await expect(page.getByText('This password is not right.')).toBeVisible()
  await look(page, 'you-password')
  await page.getByLabel('Your present password').fill(password)
  await page.getByRole('button', { name: 'Set the new password' }).click()
  await expect(page.getByText('Your password is changed.')).toBeVisible()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('Another5Horse')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'What is on your mind, Robin?' })).toBeVisible()
})

test('whoever stops at Google comes back to the sign-in of Kalei', async ({ page, product }) => {
  await page.goto('/kalei/sign-in')
  await page.getByRole('button', { name: 'Continue with Google' }).click()
  await expect(page).toHaveURL(new RegExp(`^${product.sandboxUrl}/google/choose/`))
  await page.getByRole('button', { name: /cancel/i }).click()
  await page.getByRole('link', { name: 'Go on' }).click()
  await expect(page).toHaveURL(/\/kalei\/sign-in$/)
  await expect(page.getByLabel('E-mail')).toBeVisible()
})

test('whoever is signed out is asked for once', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/v1/me')) asked.push(new URL(page.url()).pathname)
  })
  for (const path of ['', 'sign-in', 'mirror', 'turn', 'you']) {
    asked.length = 0
    await page.goto(`/kalei/${path}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.waitForLoadState('networkidle')
    expect(asked, path).toHaveLength(1)
  }
})

test('a suspended person takes everything along and deletes the account', async ({ page }) => {
  const refused = {
    type: '/docs/errors',
    title: 'Suspended',
    status: 403,
    detail: 'Suspended',
    request_id: 'e2e',
  }
  await page.route('**/api/v1/auth/login', (route) =>
    route.fulfill({ status: 403, json: { ...refused, code: 'identity.suspended', expires_in: 600 } }),
  )
  const renewal = page.waitForResponse('**/api/v1/auth/refresh')
  await page.goto('/kalei/sign-in')
  await renewal
  await page.route('**/api/v1/me', (route) =>
    route.fulfill({ status: 403, json: { ...refused, code: 'identity.restricted' } }),
  )
  await page.getByLabel('E-mail').fill('robin@example.org')
  await page.getByLabel('Password', { exact: true }).fill('Correct4Horse')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Your account is suspended' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Download my archive' })).toBeEnabled()
  await look(page, 'suspended')
})

test('signing out and in again, with the password and with a wrong one', async ({ page, product }) => {
  const { email, password } = await signUp(page, product)
  await page.goto('/kalei/you')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect.poll(async () => (await page.request.get('/api/v1/me')).status()).toBe(401)
  await page.goto('/kalei/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(`${password}!`)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText('E-mail and password do not match.')).toBeVisible()
  await look(page, 'sign-in')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { name: /What is on your mind/ })).toBeVisible()
})

test('signing in with Google, played by the sandbox', async ({ page, product }) => {
  await page.goto('/kalei/sign-in')
  await page.getByRole('button', { name: 'Continue with Google' }).click()
  await expect(page).toHaveURL(new RegExp(`^${product.sandboxUrl}/google/choose/`))
  await page.getByRole('button', { name: /Mateo Ríos/ }).click()
  await page.waitForURL(`${product.url}/kalei/**`)
  await expect(page.getByRole('checkbox', { name: 'I am 18 or older' })).toBeVisible()
  await look(page, 'agree')
  await page.getByRole('checkbox', { name: 'I am 18 or older' }).click()
  await page.getByRole('checkbox', { name: /I accept the terms/ }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { name: 'What is on your mind, Mateo?' })).toBeVisible()
})

test('the person sees what is held, and where they are signed in', async ({ page, product }) => {
  await signUp(page, product)
  await page.route('**/api/v1/auth/sessions?*', async (route) => {
    const answer = await route.fetch()
    const { items } = (await answer.json()) as { items: object[] }
    const isFirst = !new URL(route.request().url()).searchParams.has('cursor')
    const phone = { ...items[0], id: crypto.randomUUID(), current: false, user_agent: 'Pixel Firefox/140' }
    const json = isFirst ? { items, next_cursor: crypto.randomUUID() } : { items: [phone], next_cursor: null }
    await route.fulfill({ json })
  })
  await page.goto('/kalei/you')
  await expect(page.getByText('Turns today')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Sign out there: .*Firefox/ })).toBeVisible()
  await expect(page.getByText('this device')).toBeVisible()
  await look(page, 'you')
})

test('everything can be taken along as one archive', async ({ page, product }) => {
  await signUp(page, product)
  await writePassage(page, leaning)
  await page.goto('/kalei/you')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download my archive' }).click()
  const files = unzipSync(await readFile(await (await download).path()))
  expect(Object.keys(files)).toContain('index.json')
  const everything = Object.values(files)
    .map((file) => new TextDecoder().decode(file))
    .join('\n')
  expect(everything).toContain('everyone thinks I am a fraud')
})

test('deleting the account erases everything and leaves a receipt', async ({ page, product }) => {
  const { password } = await signUp(page, product)
  await writePassage(page, leaning)
  await page.goto('/kalei/you/delete')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('checkbox', { name: 'I understand that this cannot be undone' }).click()
  await look(page, 'delete')
  await page.getByRole('button', { name: 'Delete everything for good' }).click()
  await expect(page).toHaveTitle('Your receipt · Kalei')
  await expect(page.getByText('Everything is erased. This is the record.')).toBeVisible({ timeout: 60_000 })
  await look(page, 'receipt')
  expect((await page.request.get('/api/v1/me')).status()).toBe(401)
})
