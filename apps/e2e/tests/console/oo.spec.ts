import { expect, look, signUp } from '../support/test.ts'
import { answerTips, open, signIn, test } from './console.ts'

const header = 'item_id,position,click,propensity_score,user_feature_0'
/** Two actions, shown evenly; the second earns more. */
const evenLog = [
  header,
  ...Array.from({ length: 400 }, (_, row) => `${row % 2},1,${Number(row % 2 === 1 || row % 10 === 0)},0.5,a`),
].join('\n')

const file = (text: string) => ({ name: 'log.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })

test('metrics and evaluation of what a person did with tips', async ({ page, admin, product }) => {
  await signUp(page, product)
  await answerTips(page, product, ['done', 'snoozed', 'dismissed', 'done', 'snoozed', 'done'])
  await page.context().clearCookies()
  await signIn(page, admin)
  await expect(page).toHaveURL(/\/console\/oo\/metrics$/)
  const figure = (name: string) => page.getByRole('term').filter({ hasText: name }).locator('xpath=..')
  await expect(async () => {
    await page.reload()
    await expect(figure('Snoozes a dismissal')).toContainText('2 snoozed, 1 dismissed', { timeout: 10_000 })
  }).toPass({ timeout: 120_000 })
  await expect(figure('Activation')).toContainText('1 of')
  await page.getByLabel('How it is counted: Activation').click()
  await expect(page.getByText('both within seven days of signing up')).toBeVisible()
  await expect(page.getByRole('figure', { name: 'How the first tip was answered' })).toContainText(
    /(Done|Acknowledged)\s*1/,
  )
  await look(page, 'console-metrics')
  await page.getByText('The same as a table').click()
  await expect(page.getByRole('table', { name: 'Day by day' }).getByRole('row')).toHaveCount(31)
  await page.getByRole('button', { name: '7 days' }).click()
  await expect(page).toHaveURL(/from=/)
  await expect(page.getByRole('table', { name: 'Day by day' }).getByRole('row')).toHaveCount(8)
  await page.getByRole('button', { name: 'Count again' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Nothing differed.' })).toBeVisible()
  await look(page, 'console-metrics-table')

  await open(page, 'Evaluation')
  await page.getByRole('button', { name: 'Evaluate' }).click()
  await expect(page.getByRole('heading', { name: 'What each would have earned' })).toBeVisible()
  await expect(page.getByText(/(\d+) of \1 decisions were made again, byte for byte\./)).toBeVisible()
  await look(page, 'console-evaluation-own')
})

test('a CSV is judged: dots, whiskers, weights and the same as a table', async ({ page, admin }) => {
  await signIn(page, admin, '/console/oo/evaluation')
  await look(page, 'console-evaluation-form')
  await page.getByRole('checkbox', { name: /priority/ }).uncheck()
  await page.getByRole('radio', { name: 'A CSV file' }).check()
  await page.getByRole('button', { name: 'Evaluate' }).click()
  await expect(page.getByRole('alert')).toHaveText('Choose a CSV file, or drop one.')
  await page.getByLabel(/Choose a CSV file/).setInputFiles(file(evenLog))
  await page.getByRole('button', { name: 'Evaluate' }).click()
  await expect(page.getByRole('heading', { name: 'What each would have earned' })).toBeVisible()
  const plot = page.getByRole('figure', { name: /^Mean reward/ })
  await expect(plot.getByRole('listitem').first()).toContainText('As logged')
  await expect(plot.getByRole('region', { name: 'random' }).getByRole('listitem')).toHaveCount(5)
  await expect(page.getByRole('figure', { name: /^Weights of random/ })).toContainText('400')
  await page.getByText('The same as a table').click()
  await expect(page.getByRole('table', { name: 'Estimates' })).toContainText('SNIPS')
  await look(page, 'console-evaluation-csv')
})

test('a log that cannot be used is refused with line, column and cure', async ({ page, admin }) => {
  await signIn(page, admin, '/console/oo/evaluation')
  await page.getByRole('radio', { name: 'A CSV file' }).check()
  await page.getByLabel(/Choose a CSV file/).setInputFiles(file(`${header}\n1,1,1,0,a\n0,1,0,0.5,a`))
  await page.getByRole('button', { name: 'Evaluate' }).click()
  await expect(page.getByRole('heading', { name: 'This log was refused' })).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('line 2, propensity_score')
  await look(page, 'console-evaluation-unusable')
})
