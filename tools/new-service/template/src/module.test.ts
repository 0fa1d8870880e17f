import { identityModule } from '@triptych/identity'
import { loadDataKey } from '@triptych/identity/contract'
import { databaseKinds, describeContracts, type Person } from '@triptych/testkit'
import { __camel__Contract, __camel__Module } from './module.ts'

let made = 0
const label = () => ({ label: `entry ${(made += 1)}` })

async function madeEntry(person: Person): Promise<{ id: string }> {
  const { body } = await person.send('POST', '/api/v1/__name__/entries', { body: label() })
  return { id: (body as { id: string }).id }
}

for (const database of databaseKinds)
  describeContracts({
    title: `__name__ on ${database}`,
    database,
    modules: [identityModule, __camel__Module],
    contracts: [__camel__Contract],
    loadDataKey,
    fixtures: {
      '__name__.createEntry': label,
      '__name__.listEntries': () => ({}),
      '__name__.downloadEntries': () => ({}),
      '__name__.getEntry': madeEntry,
      '__name__.deleteEntry': madeEntry,
    },
  })
