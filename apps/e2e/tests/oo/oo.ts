import { randomUUID } from 'node:crypto'
import type { Locator } from '@playwright/test'
import { expect, look, type Page, type Product } from '../support/test.ts'

/** The one sentence on the screen. */
export const tipOn = (page: Page): Locator => page.locator('article.tip:not([inert]) h1 button')

/** Chooses a new person of the sandbox's Google. */
export async function signInWithGoogle(page: Page, product: Product): Promise<string> {
  const email = `${randomUUID()}@example.org`
  await page.request.post(`${product.sandboxUrl}/google/people`, { data: { email, name: 'Robin Field' } })
  await page.getByRole('link', { name: 'Continue with Google' }).click()
  await page.getByRole('button', { name: email }).click()
  await expect(page).toHaveURL(/\/oo\/$/)
  return email
}

interface Task {
  readonly id: string
  readonly content: string
  readonly checked: boolean
}

/** A person's tasks at Todoist. */
export class Todoist {
  private readonly page: Page
  private readonly accounts: string
  readonly email: string

  constructor(page: Page, product: Product, email: string) {
    this.page = page
    this.accounts = `${product.sandboxUrl}/todoist/accounts`
    this.email = email
  }

  async open(tasks: readonly object[]): Promise<void> {
    await this.page.request.post(this.accounts, { data: { email: this.email, filling: 'empty' } })
    for (const data of tasks)
      await this.page.request.post(`${this.accounts}/${encodeURIComponent(this.email)}/tasks`, { data })
  }

  /** What the person does at Todoist to end our access. */
  async endAccess(): Promise<void> {
    await this.page.request.post(`${this.accounts}/${encodeURIComponent(this.email)}/disconnect`)
  }

  async isDone(title: string): Promise<boolean> {
    const answer = await this.page.request.get(`${this.accounts}/${encodeURIComponent(this.email)}/tasks`)
    const { items } = (await answer.json()) as { items: Task[] }
    return items.find(({ content }) => content === title)?.checked === true
  }

  /** Answers Todoist's own page of consent. */
  async decide(decision: 'Allow' | 'Cancel'): Promise<void> {
    const option = this.page.locator('option', { hasText: this.email })
    await this.page.locator('select[name=account]').selectOption((await option.getAttribute('value')) ?? '')
    await this.page.getByRole('button', { name: decision }).click()
  }
}

/** Goes through the consent of both sides. */
export async function connect(page: Page, todoist: Todoist): Promise<void> {
  await page.getByRole('button', { name: 'Connect Todoist' }).click()
  await expect(page.getByText('What is read, and why')).toBeVisible()
  await look(page, 'oo-consent')
  await page.getByRole('radio', { name: '7 days' }).check()
  await page.getByRole('button', { name: 'Go on to Todoist' }).click()
  await todoist.decide('Allow')
  await expect(page.getByText('Todoist is connected.')).toBeVisible()
  await expect(page.getByText(/^Read \d/)).toBeVisible()
}

/** Sends away what is no task of theirs until one is on the screen; says which. */
export async function untilTask(page: Page, pattern = /^Task/): Promise<string> {
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const title = await tipOn(page).innerText()
    if (pattern.test(title)) return title
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Not for me' }).click()
    await expect(tipOn(page)).not.toHaveText(title)
  }
  throw new Error('No task came.')
}

interface TipState {
  readonly title: string
  readonly state: string
  readonly delivery: string
}

/** What the server knows about the tips of whoever is signed in here. */
export async function tipStates(page: Page, product: Product): Promise<TipState[]> {
  const answer = await page.request.get(`${product.url}/api/v1/tips?limit=50`)
  return ((await answer.json()) as { items: TipState[] }).items
}

/** Holds a pointer down until the ring is full, then lets go. */
export async function hold(page: Page, goal: Locator): Promise<void> {
  // Not before it takes a press.
  await goal.click({ trial: true })
  const box = await goal.boundingBox()
  if (box === null) throw new Error('There is nothing to hold.')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await expect(page.locator('svg.ring[data-phase=held]')).toBeVisible()
  await page.mouse.up()
}
