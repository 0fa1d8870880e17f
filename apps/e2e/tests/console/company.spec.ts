import { expect, look, mailTo, type Page, type Product, test } from '../support/test.ts'
import { registerCompany, subscribe } from './company.ts'
import { open } from './console.ts'

interface Seat {
  readonly session_id: string
  readonly signed_token: string
}

/** What a program does with a key: the same calls as the client library. */
const programOf = (page: Page, product: Product, key: string) => {
  const post = (path: string, data: object) =>
    page.request.post(`${product.url}/api/v1/licenses/${path}`, { data, headers: { cookie: '' } })
  return {
    acquire: async (machine: string) => {
      const answer = await post('acquire', {
        license_key: key,
        hardware_id: machine,
        machine_name: machine,
      })
      return { status: answer.status(), seat: (await answer.json()) as Seat }
    },
    release: ({ session_id, signed_token }: Seat) => post('release', { session_id, signed_token }),
  }
}

type Program = ReturnType<typeof programOf>

async function watchSeats(page: Page, program: Program): Promise<void> {
  await open(page, 'Licences')
  await expect(page.getByText('0 of 10')).toBeVisible()
  await expect(page.getByText('· live', { exact: true })).toBeVisible()
  expect((await program.acquire('workstation-one')).status).toBe(201)
  await expect(page.getByText('1 of 10')).toBeVisible()
  const second = await program.acquire('workstation-two')
  await expect(page.getByText('2 of 10')).toBeVisible()
  await look(page, 'company-seats')
  await expect(page.getByRole('row').filter({ hasText: 'workstation-one' }).first()).toBeVisible()
  const lasting = page.getByRole('row').filter({ hasText: /\d s/ }).first()
  const before = await lasting.innerText()
  await expect.poll(() => lasting.innerText()).not.toBe(before)
  expect((await program.release(second.seat)).status()).toBe(204)
  await expect(page.getByText('1 of 10')).toBeVisible()
  const release = page.getByRole('button', { name: 'Release the seat of workstation-one' })
  await release.click()
  await look(page, 'company-release')
  await page.getByRole('button', { name: 'Release it' }).click()
  await expect(page.getByText('0 of 10')).toBeVisible()
}

test('a company chooses a plan, pays, gets its key, and sees its seats light up', async ({
  page,
  product,
}) => {
  test.slow()
  const email = await registerCompany(page, product)
  const key = await subscribe(page, (name) => look(page, name))
  expect(key).toMatch(/^CODITECT(-[0-9A-Z]{4}){5}$/)
  await expect
    .poll(async () => (await mailTo(product, email)).subject, { timeout: 30_000 })
    .toMatch(/licen[cs]e|subscri/i)

  const program = programOf(page, product, key)
  await watchSeats(page, program)

  await test.step('a replaced key opens nothing any more', async () => {
    await page.getByRole('button', { name: 'Replace the key' }).click()
    await page.getByRole('button', { name: 'Replace it' }).click()
    await expect(page.getByRole('dialog', { name: 'The key is replaced' })).toContainText(/The new key/)
    await page.getByRole('button', { name: 'Close' }).click()
    expect((await program.acquire('workstation-three')).status).toBe(404)
  })
  await test.step('what was done is there to read', async () => {
    await open(page, 'What was done')
    await expect(
      page.getByRole('rowheader', { name: 'Licence created licensing.license.created' }),
    ).toBeVisible()
  })
  await test.step('another plan is asked about before it is taken', async () => {
    await open(page, 'Plan')
    await page.getByRole('button', { name: 'Change to Starter' }).click()
    const dialog = page.getByRole('dialog', { name: 'Change to Starter?' })
    await expect(dialog).toContainText(/Starter is \$\d+\.\d\d a month, with 3 seats at the same time/)
    await expect(dialog).toContainText('the newest seats beyond 3 end')
    await look(page, 'company-change-plan')
    await page.getByRole('button', { name: 'Change it' }).click()
    await expect(page.getByRole('heading', { level: 2, name: 'Starter' })).toBeVisible()
  })
  await test.step('cancelling keeps it until the end of what is paid', async () => {
    await open(page, 'Plan')
    await page.getByRole('button', { name: 'Cancel the subscription' }).click()
    await page.getByRole('button', { name: 'Cancel it' }).click()
    await expect(page.getByText(/Cancelled: it works until/)).toBeVisible()
    await open(page, 'Licences')
    await expect(page.getByText(/On trial until .*; it is cancelled and ends then/)).toBeVisible()
  })
})
