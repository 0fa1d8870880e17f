import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { isPlain, pick, startTodoist } from '../../test/todoist.ts'

it('keeps a connection over a restart: its tokens, the tasks and the place in the sync', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'sandbox-state-'))
  const before = await startTodoist({}, { dataDir })
  const { access_token: access, refresh_token: refresh } = await before.connect()
  const { items, sync_token: place } = await before.read(access)
  const task = pick(items, isPlain)
  await before.sandbox.close()

  const after = await startTodoist({}, { dataDir })
  expect((await after.read(access)).items).toEqual(items)
  await after.command(access, { type: 'item_close', uuid: 'closed-once', args: { id: task.id } })
  const news = await after.read(access, place)
  expect(news).toMatchObject({ full_sync: false, items: [{ id: task.id, checked: true }] })
  expect((await after.refresh(refresh)).status).toBe(200)
  await after.sandbox.close()
  await rm(dataDir, { recursive: true })
})
