import { expect, look, test } from '../support/test.ts'

test('the front door shows three panes and how everything is doing', async ({ page, product }) => {
  await page.goto('/')
  for (const name of ['Kalei', 'oO', 'CODITECT']) {
    await expect(page.getByRole('heading', { name, exact: true, level: 2 })).toBeVisible()
  }
  const doors = page.getByRole('link', { name: /^Open / })
  await expect(doors).toHaveText(['Open Kalei', 'Open oO', 'Open the console'])
  const team = page.getByRole('region', { name: 'CODITECT' })
  await expect(team.getByRole('link', { name: 'Register a company' })).toHaveAttribute(
    'href',
    '/console/register',
  )
  await expect(team.getByText('Memory for coding assistants is not open yet')).toBeVisible()

  const health = (await (await page.request.get('/health')).json()) as Record<
    'modules' | 'components',
    { name: string }[]
  >
  for (const group of ['modules', 'components'] as const) {
    const rows = page.locator(`#${group} li`)
    await expect(rows).toHaveCount(health[group].length)
    for (const { name } of health[group]) await expect(rows.filter({ hasText: name }).first()).toBeVisible()
  }
  const sandbox = page.getByRole('region', { name: 'Sandbox' })
  await expect(sandbox.getByRole('link', { name: 'Inbox' })).toHaveAttribute(
    'href',
    `${product.sandboxUrl}/mail`,
  )
  await expect(sandbox.getByRole('link', { name: 'Providers' })).toHaveAttribute(
    'href',
    `${product.sandboxUrl}/`,
  )
  await look(page, 'front-door')
})

test('the board says when the server has gone quiet, and recovers', async ({ page }) => {
  await page.goto('/')
  await expect(page.locator('#modules li').first()).toBeVisible()
  await page.route('**/health', (route) => route.abort())
  await expect(page.locator('#summary')).toHaveText('The server does not answer. This page keeps asking.')
  await page.unroute('**/health')
  await expect(page.locator('#summary')).not.toHaveText(/does not answer/)
})

test('the board shows web apps that are being built', async ({ page }) => {
  const items = [
    { name: 'kalei', status: 'building', started_at: new Date().toISOString() },
    { name: 'oo', status: 'failed', message: 'a module is missing' },
  ]
  await page.route('**/builds.json', (route) => route.fulfill({ json: { items } }))
  await page.goto('/')
  const builds = page.locator('#builds li')
  await expect(builds.first()).toContainText(/Kalei\s*building, \d+ s/)
  await expect(builds.last()).toContainText('a module is missing')
  await look(page, 'front-door-building')
})

test('the keyboard reaches everything, the content first', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Open Kalei' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Try it as a demo user' })).toBeFocused()
})

test('with reduced motion the glass stands still', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('/')
  await page.getByRole('link', { name: 'Open Kalei' }).focus()
  expect(
    await page
      .locator('.ring')
      .first()
      .evaluate((ring) => getComputedStyle(ring).transform),
  ).toBe('none')
})

test('every error has its place on a page to read', async ({ page }) => {
  const missing = await page.request.get('/api/v1/nothing-here')
  const { type, code } = (await missing.json()) as { type: string; code: string }
  await page.goto(type)
  await expect(page.locator(`[id="${code}"]`)).toBeInViewport()
  await look(page, 'errors')
})

test('the API reference works under its own policy', async ({ page }) => {
  const refused: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text())
  })
  await page.goto('/docs')
  await expect(page.getByRole('heading', { name: 'Triptych', level: 1 })).toBeVisible()
  expect(refused).toEqual([])
})

test('a demo user is signed in with a page and a turn, and only once', async ({ page }) => {
  for (let time = 1; time <= 2; time += 1) {
    await page.goto('/')
    await page.getByRole('button', { name: 'Try it as a demo user' }).click()
    await page.waitForURL('**/kalei/**')
    const me = (await (await page.request.get('/api/v1/me')).json()) as { email: string }
    expect(me.email).toBe('demo@example.com')
    for (const list of ['mirror/sessions', 'turns']) {
      const { items } = (await (await page.request.get(`/api/v1/${list}`)).json()) as { items: unknown[] }
      expect(items, list).toHaveLength(1)
    }
  }
  await look(page, 'demo-arrives')
})

test('the demo is refused to a page of another site', async ({ request, product }) => {
  const answer = await request.post('/demo', {
    headers: { origin: 'https://elsewhere.example' },
    maxRedirects: 0,
  })
  expect(answer.status()).toBe(403)
  expect((await request.post('/demo', { headers: { origin: product.url }, maxRedirects: 0 })).status()).toBe(
    303,
  )
})
