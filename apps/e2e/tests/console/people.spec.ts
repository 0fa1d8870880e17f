import { randomUUID } from 'node:crypto'
import { type Browser, expect, look, type Page, type Product, signUp, test } from '../support/test.ts'
import { registerCompany, subscribe } from './company.ts'
import { open } from './console.ts'
import { confirmAddress, giveRole, invitationOf, invite, linkTo, memberRow } from './people.ts'

const name = 'Kim Rechtsschutzversicherungsgesellschaft'

/** Somebody else, at a browser of their own. */
const somebodyElse = async (browser: Browser): Promise<Page> => (await browser.newContext()).newPage()

/** From the link in the mail to the console, by way of a new account. */
async function joinByMail(page: Page, product: Product, email: string): Promise<void> {
  await page.goto(await linkTo(product, email, '/invitations/'))
  await expect(page.getByRole('heading', { level: 1, name: 'Join Lanternworks' })).toBeVisible()
  await expect(page.getByText('is invited as a member')).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue(email)
  await look(page, 'invitation-register')
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Password').fill('Correct4Horse')
  await page.getByRole('button', { name: 'Create your account' }).click()
  await expect(page.getByRole('region', { name: 'Verify your e-mail first' })).toContainText(email)
  await look(page, 'invitation-unverified')
  await confirmAddress(page, product, email)
  await expect(page.getByRole('button', { name: 'Accept the invitation' })).toBeVisible()
  await look(page, 'invitation-accept')
  await page.getByRole('button', { name: 'Accept the invitation' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Licences' })).toBeVisible()
  await expect(page.getByText('Lanternworks').first()).toBeAttached()
}

async function keepsItsOwner(page: Page): Promise<void> {
  await giveRole(page, 'Change role of yourself', 'Member')
  await expect(page.getByRole('alert')).toContainText('needs an owner')
  await look(page, 'people-last-owner')
  await page.getByRole('button', { name: 'Cancel' }).locator('visible=true').click()
  await expect(page.getByRole('region', { name: 'Leaving' })).toContainText(
    'Make somebody else an owner first',
  )
  await expect(page.getByRole('button', { name: 'Leave the company' })).toHaveCount(0)
}

async function saysWho(page: Page): Promise<void> {
  await open(page, 'What was done')
  const row = page.getByRole('row').filter({ hasText: 'identity.organization.role_changed' })
  await expect(row).toContainText(name)
  await expect(row).toContainText('You')
  await expect(page.getByRole('row').filter({ hasText: 'identity.invitation.accepted' })).toContainText(name)
  await look(page, 'people-audit')
}

/** A page of theirs that is open hears of it by itself. */
async function isRemoved(page: Page, member: Page): Promise<void> {
  await open(page, 'People')
  await page.getByRole('button', { name: `Remove ${name}` }).click()
  await look(page, 'people-remove')
  await page.getByRole('button', { name: 'Remove them' }).click()
  await expect(memberRow(page, name)).toHaveCount(0)
  await expect(member.getByRole('heading', { name: 'You belong to no company yet' })).toBeVisible({
    timeout: 30_000,
  })
}

/** What only owners and admins may do is not offered to anybody else. */
async function isOfferedNothing(
  member: Page,
  seats: { readonly own: string; readonly other: string },
): Promise<void> {
  await open(member, 'Licences')
  await expect(member.getByRole('button', { name: 'Licence file' })).toBeVisible()
  await expect(member.getByRole('button', { name: /Show the key|Replace|Approve|Refuse/ })).toHaveCount(0)
  await expect(member.getByRole('checkbox', { disabled: true })).toHaveCount(2)
  await expect(member.getByRole('button', { name: `Release the seat of ${seats.own}` })).toBeVisible()
  await expect(member.getByRole('button', { name: `Release the seat of ${seats.other}` })).toHaveCount(0)
  await look(member, 'licences-member')
  await open(member, 'Plan')
  await expect(member.getByRole('heading', { level: 2, name: 'Pro' })).toBeVisible()
  await expect(member.getByRole('heading', { name: 'Enterprise' })).toBeVisible()
  await expect(
    member.getByRole('button', { name: /Choose|Change|Cancel|Card and invoices|Pay/ }),
  ).toHaveCount(0)
  await look(member, 'plan-member')
  await expect(member.getByRole('link', { name: 'What was done' })).toHaveCount(0)
}

/** A program on a machine of somebody who is signed in, or of nobody known. */
async function takeSeat(page: Page, product: Product, key: string, machine: string): Promise<void> {
  const answer = await page.request.post(`${product.url}/api/v1/licenses/acquire`, {
    data: { license_key: key, hardware_id: `machine-${machine}`, machine_name: machine },
    headers: { origin: product.url },
  })
  expect(answer.status(), await answer.text()).toBe(201)
}

test('an owner invites somebody, who comes by the mail, is given a role, and is removed', async ({
  page,
  product,
  browser,
}) => {
  test.slow()
  await registerCompany(page, product)
  const key = await subscribe(page)
  await open(page, 'People')
  await expect(memberRow(page, 'Robin')).toContainText('Owner')
  await look(page, 'people-alone')
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  await look(page, 'people-invite')
  await page.getByRole('button', { name: 'Cancel' }).locator('visible=true').click()
  const email = `${randomUUID()}@example.org`
  await invite(page, email, 'Member')
  await look(page, 'people-invited')

  const kim = await somebodyElse(browser)
  await joinByMail(kim, product, email)
  await test.step('a member looks and changes nothing', async () => {
    await open(kim, 'People')
    await expect(memberRow(kim, name)).toContainText('You')
    await expect(kim.getByRole('button', { name: /Invite|Change|Remove|Add/ })).toHaveCount(0)
    await look(kim, 'people-member')
  })
  await test.step('a member is offered nothing that they may not do', async () => {
    await takeSeat(kim, product, key, 'kim-own')
    await takeSeat(page, product, key, 'robin-own')
    await isOfferedNothing(kim, { own: 'kim-own', other: 'robin-own' })
    await open(kim, 'People')
  })
  await test.step('who has come is a member and waits no more', async () => {
    await expect(memberRow(page, name)).toContainText(email)
    await expect(invitationOf(page, email)).toHaveCount(0)
  })
  await test.step('another role', async () => {
    await page.getByRole('button', { name: `Change role of ${name}` }).click()
    await look(page, 'people-role')
    await page.getByRole('button', { name: 'Cancel' }).locator('visible=true').click()
    await giveRole(page, `Change role of ${name}`, 'Admin')
    await expect(memberRow(page, name)).toContainText('Admin')
    await kim.reload()
    await expect(kim.getByRole('button', { name: 'Invite somebody' })).toBeVisible()
    await expect(kim.getByRole('button', { name: 'Remove Robin' })).toHaveCount(0)
  })
  await test.step('the last owner stays one', () => keepsItsOwner(page))
  await test.step('the audit trail says who', () => saysWho(page))
  await test.step('removed', () => isRemoved(page, kim))
})

test('an invitation is for one address, says why it is over, and whoever joined can leave', async ({
  page,
  product,
  browser,
}) => {
  await registerCompany(page, product)
  await open(page, 'People')
  const other = await somebodyElse(browser)
  const stranger = await signUp(other, product)
  const guest = `${randomUUID()}@example.org`
  await invite(page, guest, 'Admin')

  await test.step('not for another address', async () => {
    await other.goto(await linkTo(product, guest, '/invitations/'))
    await expect(other.getByRole('status').filter({ hasText: stranger.email })).toContainText(
      'another address',
    )
    await look(other, 'invitation-somebody-else')
    await other.getByRole('button', { name: 'Sign out' }).click()
    await expect(other.getByLabel('E-mail')).toHaveValue(guest)
  })
  await test.step('withdrawn', async () => {
    await page.getByRole('button', { name: `Withdraw the invitation of ${guest}` }).click()
    await page.getByRole('button', { name: 'Withdraw it' }).click()
    await expect(invitationOf(page, guest)).toHaveCount(0)
    await other.reload()
    await expect(other.getByRole('heading', { name: 'This invitation is over' })).toBeVisible()
    await expect(other.getByText('was withdrawn')).toBeVisible()
    await look(other, 'invitation-over')
  })
  await test.step('a link that is not whole', async () => {
    await other.goto('/console/invitation#half')
    await other.reload()
    await expect(other.getByRole('heading', { name: 'No invitation is here' })).toBeVisible()
    await look(other, 'invitation-none')
  })
  await test.step('with the account one has', async () => {
    await invite(page, stranger.email, 'Admin')
    await confirmAddress(other, product, stranger.email)
    await other.goto(await linkTo(product, stranger.email, '/invitations/'))
    await other.getByRole('button', { name: 'Sign in to your account' }).click()
    await look(other, 'invitation-sign-in')
    await other.getByLabel('Password').fill(stranger.password)
    await other.getByRole('button', { name: 'Sign in', exact: true }).click()
    await other.getByRole('button', { name: 'Accept the invitation' }).click()
    await expect(other.getByRole('heading', { level: 1, name: 'Licences' })).toBeVisible()
  })
  await test.step('leaves', async () => {
    await open(other, 'People')
    await other.getByRole('button', { name: 'Leave the company' }).click()
    await look(other, 'people-leave')
    await other.getByRole('button', { name: 'Leave it' }).click()
    await expect(other.getByRole('heading', { name: 'You belong to no company yet' })).toBeVisible()
  })
})

test('teams are made, named, filled and deleted', async ({ page, product }) => {
  await registerCompany(page, product)
  await open(page, 'People')
  const teams = page.getByRole('region', { name: 'Teams' })
  const add = async (team: string): Promise<void> => {
    await page.getByRole('button', { name: 'Add a team' }).click()
    const dialog = page.getByRole('dialog', { name: 'A new team' })
    await dialog.getByLabel('Name').fill(team)
    await dialog.getByRole('button', { name: 'Add it' }).click()
  }
  await add('Panel')
  await expect(teams.getByRole('heading', { name: 'Panel' })).toBeVisible()
  await add('panel')
  await expect(page.getByRole('alert')).toContainText('already a team with this name')
  await page.getByRole('button', { name: 'Cancel' }).locator('visible=true').click()
  await teams.getByRole('button', { name: 'Put in Panel' }).click()
  await expect(teams.getByRole('button', { name: 'Take out Robin of Panel' })).toBeVisible()
  await add('Donaudampfschifffahrtsgesellschaft')
  await expect(teams.getByRole('heading', { name: /Donau/ })).toBeVisible()
  await look(page, 'people-teams')
  await teams.getByRole('button', { name: 'Take out Robin of Panel' }).click()
  await expect(teams.getByRole('button', { name: 'Put in Panel' })).toBeVisible()
  await page.getByRole('button', { name: 'Rename Panel' }).click()
  await page.getByRole('dialog', { name: 'Rename Panel' }).getByLabel('Name').fill('Hinge')
  await page.getByRole('button', { name: 'Rename it' }).locator('visible=true').click()
  await expect(teams.getByRole('heading', { name: 'Hinge' })).toBeVisible()
  await page.getByRole('button', { name: 'Delete Hinge' }).click()
  await look(page, 'people-delete-team')
  await page.getByRole('button', { name: 'Delete it' }).locator('visible=true').click()
  await expect(teams.getByRole('heading', { name: 'Hinge' })).toHaveCount(0)
})
