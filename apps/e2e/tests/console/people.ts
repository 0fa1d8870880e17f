import { expect, type Locator, type Page, type Product } from '../support/test.ts'

/** Of the mails to an address, the link of the newest that leads to a place, as soon as it has come. */
export async function linkTo(product: Product, address: string, place: string): Promise<string> {
  let found: string | undefined
  await expect
    .poll(
      async () => {
        const answer = await fetch(`${product.sandboxUrl}/mail/messages?to=${encodeURIComponent(address)}`)
        const { items } = (await answer.json()) as { items: { links: string[] }[] }
        found = items.flatMap(({ links }) => links).find((link) => link.includes(place))
        return found
      },
      { message: `a mail to ${address} that leads to ${place}`, timeout: 30_000 },
    )
    .toBeDefined()
  return found ?? ''
}

/** Opens the mail about the address in a tab beside, and confirms it there. */
export async function confirmAddress(page: Page, product: Product, address: string): Promise<void> {
  const tab = await page.context().newPage()
  await tab.goto(await linkTo(product, address, '/auth/verify-email'))
  await tab.getByRole('button', { name: 'Yes, confirm it' }).click()
  await expect(tab.getByRole('heading', { name: 'Your e-mail address is confirmed' })).toBeVisible()
  await tab.close()
  await page.bringToFront()
}

export async function invite(page: Page, email: string, role: 'Admin' | 'Member'): Promise<void> {
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  const dialog = page.getByRole('dialog', { name: 'Invite somebody' })
  await dialog.getByLabel('E-mail').fill(email)
  await dialog.getByRole('radio', { name: role }).check()
  await dialog.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('status').filter({ hasText: email })).toContainText('is on its way')
  await expect(invitationOf(page, email)).toContainText(role)
}

const rowIn = (page: Page, region: string, name: string): Locator =>
  page.getByRole('region', { name: region }).getByRole('row').filter({ hasText: name })

export const memberRow = (page: Page, name: string): Locator => rowIn(page, 'Members', name)
export const invitationOf = (page: Page, email: string): Locator => rowIn(page, 'Invited', email)

/** Gives a role in its dialog, which stays open when it is refused. */
export async function giveRole(page: Page, button: string, role: string): Promise<void> {
  await page.getByRole('button', { name: button }).click()
  const dialog = page.getByRole('dialog').filter({ visible: true })
  await dialog.getByRole('radio', { name: role }).check()
  await dialog.getByRole('button', { name: 'Change it' }).click()
}
