import { expect, look, signUp } from '../support/test.ts'
import { signIn, test } from './console.ts'

test('a dead letter is replayed and leaves the list', async ({ page, admin }) => {
  const letter = {
    id: 'event.turn.announce.0198c0de-0000-7000-8000-000000000001',
    kind: 'event',
    module: 'turn',
    name: 'announce_something_with_a_long_name',
    error: 'turn.something_failed',
    attempts: 8,
    since: '2026-11-19T08:15:00.000Z',
    age_seconds: 93_600,
  }
  const replayed: string[] = []
  await page.route('**/api/v1/admin/dead-letters*', (route) =>
    route.fulfill({ json: { items: replayed.length === 0 ? [letter] : [], next_cursor: null } }),
  )
  await page.route('**/api/v1/admin/dead-letters/*/replay', (route) => {
    replayed.push(decodeURIComponent(new URL(route.request().url()).pathname))
    return route.fulfill({ status: 202, json: { id: letter.id, replayed: true } })
  })
  await signIn(page, admin, '/console/dead-letters')
  await expect(page.getByRole('row', { name: letter.name })).toContainText('turn.something_failed')
  await look(page, 'console-dead-letter')
  await page.getByRole('button', { name: `Replay ${letter.name}` }).click()
  await expect(page.getByRole('heading', { name: 'Nothing was given up' })).toBeVisible()
  expect(replayed).toEqual([`/api/v1/admin/dead-letters/${letter.id}/replay`])
})

test('a dead letter that is gone meanwhile is said by the server itself', async ({ page, admin }) => {
  const gone = {
    id: 'job.turn.tidy.0198c0de-0000-7000-8000-000000000002',
    kind: 'job',
    module: 'turn',
    name: 'tidy',
  }
  const rest = { error: 'x', attempts: 3, since: '2026-11-19T08:15:00.000Z', age_seconds: 60 }
  await page.route('**/api/v1/admin/dead-letters?*', (route) =>
    route.fulfill({ json: { items: [{ ...gone, ...rest }], next_cursor: null } }),
  )
  await signIn(page, admin, '/console/dead-letters')
  await page.getByRole('button', { name: 'Replay tidy' }).click()
  await expect(page.getByRole('alert')).toContainText('There is no such dead letter')
})

test('mails are listed, filtered in the address and previewed', async ({ page, admin, product }) => {
  await signUp(page, product)
  await page.context().clearCookies()
  await signIn(page, admin, '/console/emails')
  await expect(page.getByRole('rowheader', { name: /Verify email/ }).first()).toBeVisible()
  await page.getByLabel('State').selectOption('dead')
  await expect(page).toHaveURL(/status=dead/)
  await expect(page.getByRole('heading', { name: 'No mails' })).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('State')).toHaveValue('dead')
  await page.getByText('Look at the templates').click()
  await page.getByLabel('Preview of').selectOption('weekly_summary')
  await page.getByLabel('Language').selectOption('de')
  await expect(page.getByTitle(/^Preview: /)).toBeVisible()
})

test('a person is suspended after a question, and reactivated', async ({ page, admin, product }) => {
  const person = await signUp(page, product)
  await page.context().clearCookies()
  await signIn(page, admin, '/console/users')
  await page.getByLabel('E-mail or organisation').fill(person.email)
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('rowheader')).toHaveText([person.email])
  await page.getByRole('button', { name: `Suspend ${person.email}` }).click()
  const question = page.getByRole('dialog', { name: `Suspend ${person.email}?` })
  await look(page, 'console-suspend')
  await question.getByRole('button', { name: 'Keep' }).click()
  await expect(question).toBeHidden()
  await page.getByRole('button', { name: `Suspend ${person.email}` }).click()
  await question.getByRole('button', { name: 'Suspend' }).click()
  await expect(page.getByText('Suspended', { exact: true }).and(page.locator('.tag'))).toBeVisible()
  await page.getByRole('button', { name: `Reactivate ${person.email}` }).click()
  await expect(page.getByRole('button', { name: `Suspend ${person.email}` })).toBeVisible()
})

test('nobody is offered to suspend their own account', async ({ page, admin }) => {
  await signIn(page, admin, `/console/users?search=${admin.email}`)
  const own = page.getByRole('row', { name: admin.email })
  await expect(own.getByRole('cell', { name: 'You' })).toBeVisible()
  await expect(own.getByRole('button')).toHaveCount(0)
})

test('a safety event is judged', async ({ page, admin, product }) => {
  await signUp(page, product)
  const post = (path: string, data: object) =>
    page.request.post(`${product.url}/api/v1${path}`, { data, headers: { origin: product.url } })
  const { id } = (await (await post('/mirror/sessions', {})).json()) as { id: string }
  await post('/mirror/messages', { session_id: id, content: 'I want to kill myself tonight.' })
  await page.context().clearCookies()
  await signIn(page, admin, '/console/safety')
  const review = page.getByLabel(/^Review of /).first()
  await expect(review).toHaveValue('open')
  await look(page, 'console-safety-event')
  const judged = page.waitForResponse((response) => response.request().method() === 'PATCH')
  await review.selectOption('true_positive')
  await judged
  await expect(review).toHaveValue('true_positive')
  await page.getByRole('combobox', { name: 'Review', exact: true }).selectOption('true_positive')
  await expect(page).toHaveURL(/review=true_positive/)
  await page.reload()
  await expect(page.getByLabel(/^Review of /).first()).toHaveValue('true_positive')
})
