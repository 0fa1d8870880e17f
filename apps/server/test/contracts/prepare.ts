import { identityContract } from '@triptych/identity'
import {
  type ContractSuiteOptions,
  type Person,
  personOf,
  send,
  type TestSystem,
  testPassword,
} from '@triptych/testkit'
import { newOrganization, verifyEmailOf } from './fixtures/identity.ts'

/** Gives a person what an operation asks for beyond an account: a verified address, an organisation, the role of an administrator. */
export const prepare: NonNullable<ContractSuiteOptions['prepare']> = async (
  person,
  { operation },
  system,
) => {
  if (operation.access.verifiedEmail === true) await verifyEmailOf(person, system)
  if (operation.access.organization !== undefined) await newOrganization(person)
  if (operation.access.who !== 'admin') return person
  await system.clientOf(identityContract).grantAdmin(system.contextFor(), { email: person.email })
  return signInAgain(person, system)
}

async function signInAgain(person: Person, system: TestSystem): Promise<Person> {
  const reply = await send(system, 'POST', '/api/v1/auth/login', {
    body: { email: person.email, password: testPassword },
  })
  const body = reply.body as { user: { id: string }; access_token: string; refresh_token: string }
  return personOf(system, { ...body, email: person.email })
}
