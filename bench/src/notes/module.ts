import { defineConfig } from '@triptych/config'
import { type HandlerOf, isoTime, userIdOf } from '@triptych/kernel'
import { defineModule, type ModuleDeps } from '@triptych/runtime'
import { noteCreated, notesContract } from './contract.ts'

interface NotesTables {
  notes: { id: string; user_id: string; title: string; body: string; created_at: string }
}

const config = defineConfig({})
type Deps = Pick<ModuleDeps<{}, typeof config, NotesTables>, 'db' | 'clock' | 'newId'>
const columns = ['id', 'title', 'body', 'created_at'] as const

const getNote =
  ({ db }: Deps): HandlerOf<typeof notesContract, 'getNote'> =>
  async (context, { id }, fail) => {
    const note = await db.readOne(context, (query) =>
      query.selectFrom('notes').select(columns).where('id', '=', id).executeTakeFirst(),
    )
    if (note === undefined) throw fail('notes.not_found')
    return note
  }

const createNote =
  ({ db, clock, newId }: Deps): HandlerOf<typeof notesContract, 'createNote'> =>
  (context, input) =>
    db.write(context, async ({ query, emit, remember }) => {
      const note = { id: newId(), ...input, created_at: isoTime(clock) }
      await query
        .insertInto('notes')
        .values({ ...note, user_id: userIdOf(context.actor) ?? '' })
        .execute()
      emit(noteCreated, { value: note.id })
      remember(note)
      return note
    })

export const notesModule = defineModule<typeof notesContract, {}, typeof config, NotesTables>({
  contract: notesContract,
  needs: {},
  config,
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps) => ({ handlers: { getNote: getNote(deps), createNote: createNote(deps) } }),
})
