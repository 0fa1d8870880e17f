import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dataModel } from './generate.ts'

const root = mkdtempSync(join(tmpdir(), 'triptych-data-model-'))
let page = ''

/** From a heading to the next one of any level. */
const under = (heading: string): string => page.split(`\n${heading}\n`)[1]?.split('\n#')[0]?.trim() ?? ''

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

beforeAll(async () => {
  write(
    'services/core/people/migrations/0001_people.sql',
    `-- Who there is.
     create table users (id uuid primary key, email text not null, left_at timestamptz);
     create unique index users__email on users (lower(email)) where left_at is null;
     create policy own on users to triptych_people using (id = platform.user_id());
     create policy lookup on users to triptych_people_lookup using (true);
     grant select on users to triptych_people_lookup;`.replaceAll(/^ +/gm, ''),
  )
  write(
    'services/oo/bird-house/migrations/0001_birds.sql',
    `create table plans (name text primary key);
     create policy everyone on plans for select to triptych_bird_house using (true);
     create table birds (id uuid primary key, plan text references plans, seen_by uuid not null, organization_id uuid);
     create policy own on birds to triptych_bird_house
       using (organization_id = platform.organization_id() or seen_by = platform.user_id())
       with check (organization_id = platform.organization_id());
     revoke delete on birds from triptych_bird_house;
     create table songs (bird_id uuid, user_id uuid, place integer not null, primary key (bird_id, user_id));
     create policy own on songs to triptych_bird_house using (place = 7);`.replaceAll(/^ +/gm, ''),
  )
  write(
    'services/oo/bird-house/migrations/0002_more.sql',
    'alter table birds add column weight numeric(4,1);',
  )
  page = await dataModel(root)
})

afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('a table', () => {
  it('says what its migration says of it, its columns, and what is unique', () => {
    expect(under('### users')).toBe(
      'Who there is.\n\n**`id`** uuid · `email` text · `left_at` timestamptz?\n\n' +
        '_Rows_: **person** · _look-ups_: **all** (read) · _unique_: `lower(email) where (left_at is null)`',
    )
  })

  it('stands as the last migration left it', () => {
    expect(under('### birds')).toContain('`weight` numeric(4,1)?')
  })

  it('leads to the rows it is held to, and to those that only a name speaks of', () => {
    expect(under('### birds')).toContain('`plan` text? → plans')
    expect(under('### birds')).toContain('`seen_by` uuid ⇢ people.users')
    expect(under('### songs')).toContain('**`bird_id`** uuid ⇢ birds · **`user_id`** uuid ⇢ people.users')
    expect(under('### birds')).toMatch(/`organization_id` uuid\? ·/)
  })

  it('tells a right from its lack, and what may be written from what may be read', () => {
    expect(under('### plans')).toContain('_Rows_: **all** (read)')
    expect(under('### birds')).toContain(
      '_Rows_: **person** or **organisation** (read), **organisation** (add, change)',
    )
  })

  it('shows a policy that it has no word for', () => {
    expect(under('### songs')).toContain('_Rows_: `(place = 7)`')
  })
})

it('shows the modules, the core first, and who keeps whose ids', () => {
  expect(page.match(/^## .*/gm)).toEqual([
    '## Who keeps whose ids',
    '## people',
    '## bird-house',
    '## In every schema',
    '## Outside the modules’ schemas',
  ])
  expect(under('## Who keeps whose ids')).toContain('flowchart LR\n  bird_house -- users --> people\n```')
})

it('shows what every schema has once', () => {
  expect(page.match(/^### outbox$/gm)).toHaveLength(1)
  expect(under('### outbox')).toContain('_Rows_: **all** (add)')
})
