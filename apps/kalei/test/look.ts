import { mkdir } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium } from '@playwright/test'
import type { Page } from '@playwright/test'
import type { FakeState } from './fake-answers.ts'
import { startFake } from './fake-server.ts'

/** Takes a picture of every screen and runs axe on it: `pnpm look [out-folder] [names] [size-scheme]`. */
const out = process.argv[2] ?? 'test-results/look'
const only = process.argv[3] ?? ''
const sizes = { phone: { width: 360, height: 780 }, desk: { width: 1440, height: 900 } }

interface Shot {
  name: string
  path: string
  state?: Partial<FakeState>
  act?: (page: Page) => Promise<void>
  full?: boolean
}

const write =
  (text: string) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('textbox').first().fill(text)
  }
const shots: readonly Shot[] = [
  { name: 'landing', path: '/', state: { signedIn: false } },
  {
    name: 'landing-open',
    path: '/',
    state: { signedIn: false },
    full: true,
    act: async (page) => {
      await page.getByRole('button', { name: /everyone thinks/ }).click()
      await page.waitForTimeout(1500)
    },
  },
  { name: 'landing-de', path: '/', state: { signedIn: false, locale: 'de' } },
  { name: 'welcome-1', path: '/welcome', state: { signedIn: false } },
  {
    name: 'welcome-4',
    path: '/welcome',
    state: { signedIn: false },
    act: async (page) => {
      for (let n = 0; n < 3; n++) await page.getByRole('button', { name: 'Continue' }).click()
    },
  },
  { name: 'sign-in', path: '/sign-in', state: { signedIn: false } },
  { name: 'register-de', path: '/register', state: { signedIn: false, locale: 'de' }, full: true },
  { name: 'help', path: '/help', state: { signedIn: false }, full: true },
  { name: 'mirror-empty', path: '/mirror', state: { full: false } },
  { name: 'mirror', path: '/mirror' },
  { name: 'mirror-de', path: '/mirror', state: { locale: 'de' } },
  { name: 'page', path: '/mirror/p1' },
  {
    name: 'page-open',
    path: '/mirror/p1',
    full: true,
    act: async (page) => {
      await page.getByRole('button', { name: /everyone thinks/ }).press('Enter')
      await page.getByRole('heading', { name: 'One small thing' }).waitFor()
      await page.waitForTimeout(900)
    },
  },
  { name: 'page-closed', path: '/mirror/p2', full: true },
  { name: 'page-new', path: '/mirror/new-abc', act: write('It started when the phone rang at seven.') },
  {
    name: 'page-crisis',
    path: '/mirror/p1',
    full: true,
    act: async (page) => {
      await page.getByRole('textbox').fill('I want to die')
      await page.getByRole('button', { name: 'Hold it up' }).click()
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'page-limit',
    path: '/mirror/new-abd',
    state: {
      fail: {
        path: /mirror\/sessions$/,
        status: 402,
        code: 'billing.limit_reached',
        extra: { limit: 2, used: 2, resets_at: '2026-11-23T00:00:00Z', upgrade_to: 'prism' },
      },
    },
    act: async (page) => {
      await page.getByRole('textbox').fill('I would like to write more.')
      await page.getByRole('button', { name: 'Hold it up' }).click()
      await page.getByText('Prism').first().waitFor()
    },
  },
  { name: 'turn', path: '/turn' },
  {
    name: 'turn-turning',
    path: '/turn',
    state: { paceMs: 1500 },
    act: async (page) => {
      await page.getByRole('textbox').fill('I always ruin the things that matter.')
      await page.getByRole('button', { name: 'Turn it' }).click()
      await page.getByText('Evidence').waitFor()
      await page.waitForTimeout(1000)
    },
  },
  {
    name: 'turn-done',
    path: '/turn',
    full: true,
    act: async (page) => {
      await page.getByRole('textbox').fill('I always ruin the things that matter.')
      await page.getByRole('button', { name: 'Turn it' }).click()
      await page.getByRole('button', { name: 'Keep this turn' }).waitFor()
      await page.waitForTimeout(1200)
    },
  },
  {
    name: 'turn-cut',
    path: '/turn',
    state: { cutTurn: true },
    act: async (page) => {
      await page.getByRole('textbox').fill('I always ruin the things that matter.')
      await page.getByRole('button', { name: 'Turn it' }).click()
      await page.getByText('broke off').waitFor()
    },
  },
  { name: 'you', path: '/you', full: true },
  { name: 'you-de', path: '/you', full: true, state: { locale: 'de' } },
  { name: 'delete', path: '/you/delete' },
  { name: 'agree', path: '/mirror', state: { agreed: false, full: false } },
  { name: 'privacy', path: '/privacy' },
  { name: 'receipt', path: '/receipt/r1' },
]

async function audit(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  for (const { id, impact, nodes } of violations) {
    const where = nodes.map(({ target }) => target.join(' ')).slice(0, 3)
    process.stdout.write(`${name}: ${id} (${impact ?? ''}) ${where.join(' | ')}\n`)
  }
}

async function take(shot: Shot, size: keyof typeof sizes, colorScheme: 'light' | 'dark'): Promise<void> {
  const state: FakeState = { signedIn: true, full: true, locale: 'en', paceMs: 30, ...shot.state }
  const fake = await startFake(state)
  const context = await browser.newContext({
    viewport: sizes[size],
    colorScheme,
    locale: state.locale,
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('40'))
      process.stdout.write(`${shot.name}: ${message.text()}\n`)
  })
  page.on('pageerror', (error) => process.stdout.write(`${shot.name}: ${error.message}\n`))
  try {
    await page.goto(`${fake.origin}/kalei${shot.path}`)
    await page.locator('h1').first().waitFor({ timeout: 8000 })
    await shot.act?.(page)
    await page.waitForTimeout(400)
    await audit(page, `${shot.name} ${size} ${colorScheme}`)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (wide > 0) process.stdout.write(`${shot.name} ${size}: ${wide} px too wide\n`)
  } catch (error) {
    process.stdout.write(`${shot.name} ${size}: ${String(error).slice(0, 300)}\n`)
  }
  await page.screenshot({
    path: `${out}/${shot.name}-${size}-${colorScheme}.png`,
    fullPage: shot.full === true,
  })
  await context.close()
  fake.stop()
}

await mkdir(out, { recursive: true })
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--no-first-run'],
})
for (const shot of shots.filter(({ name }) => only === '' || only.split(',').includes(name))) {
  for (const size of ['phone', 'desk'] as const) {
    for (const scheme of ['light', 'dark'] as const) {
      const skip = process.argv[4] !== undefined && process.argv[4] !== `${size}-${scheme}`
      if (!skip) await take(shot, size, scheme)
    }
  }
}
await browser.close()
