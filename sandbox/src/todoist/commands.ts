import { z } from 'zod'
import type { Account } from './account.ts'
import { readDue } from './due.ts'
import { invalid, TodoistError, type TodoistErrorBody } from './errors.ts'
import type { Due } from './model.ts'
import {
  addTask,
  closeTask,
  completeTask,
  deleteTask,
  moveTask,
  uncompleteTask,
  updateTask,
  type TaskFields,
} from './tasks.ts'

export const commandSchema = z.object({
  type: z.string(),
  uuid: z.string().min(1).max(64),
  args: z.record(z.string(), z.unknown()).default({}),
  temp_id: z.string().max(64).optional(),
})
export type Command = z.infer<typeof commandSchema>

export interface Outcome {
  readonly sync_status: Record<string, 'ok' | TodoistErrorBody>
  readonly temp_id_mapping: Record<string, string>
}

const day = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z?)?$/
const dueSchema = z.object({
  date: z.string().regex(day).optional(),
  string: z.string().max(200).optional(),
  timezone: z.string().nullish(),
  lang: z.string().default('en'),
  is_recurring: z.boolean().default(false),
})

const fieldsSchema = z.object({
  content: z.string().min(1).max(500).optional(),
  description: z.string().max(16_383).optional(),
  priority: z.int().min(1).max(4).optional(),
  due: dueSchema.nullish(),
  deadline: z.object({ date: z.iso.date(), lang: z.string().default('en') }).nullish(),
  duration: z.object({ amount: z.int().min(1), unit: z.enum(['minute', 'day']) }).nullish(),
  labels: z.array(z.string().max(128)).max(500).optional(),
  child_order: z.int().optional(),
})

const id = z.string().min(1)
const placeSchema = z.object({
  project_id: id.optional(),
  section_id: id.nullish(),
  parent_id: id.nullish(),
})
const idSchema = z.object({ id })

/** The fields of a task out of a command's arguments. @throws {TodoistError} naming the argument. */
export function readFields(account: Account, args: unknown): Partial<TaskFields> {
  const { due, ...fields } = read(fieldsSchema, args)
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  return due === undefined ? given : { ...given, due: due === null ? null : resolveDue(account, due) }
}

export const readPlace = (args: unknown): z.infer<typeof placeSchema> => read(placeSchema, args)

function resolveDue(account: Account, due: z.infer<typeof dueSchema>): Due {
  const { date, string = date ?? '', timezone = null, lang, is_recurring: isRecurring } = due
  const understood = readDue(string, account.today)
  if (date === undefined) {
    if (understood === undefined) throw invalid('due', `"due.string" is not a date`)
    return understood
  }
  return {
    date: date.replace(/\.\d+/, ''),
    timezone: date.endsWith('Z') ? (timezone ?? account.owner.timeZone) : null,
    string,
    lang,
    is_recurring: isRecurring || understood?.is_recurring === true,
  }
}

function read<Schema extends z.ZodType>(schema: Schema, args: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(args)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw invalid(issue?.path.join('.') ?? 'args', issue?.message ?? 'not understood')
}

type Handler = (account: Account, args: Command['args']) => { readonly id: string } | undefined | void

const handlers: Readonly<Record<string, Handler>> = {
  item_add: (account, args) => {
    const fields = readFields(account, args)
    if (fields.content === undefined) throw invalid('content', 'a task needs content')
    return addTask(account, fields, readPlace(args))
  },
  item_close: (account, args) => void closeTask(account, read(idSchema, args).id),
  item_complete: (account, args) => void completeTask(account, read(idSchema, args).id),
  item_uncomplete: (account, args) => void uncompleteTask(account, read(idSchema, args).id),
  item_update: (account, args) =>
    void updateTask(account, read(idSchema, args).id, readFields(account, args)),
  item_move: (account, args) => void moveTask(account, read(idSchema, args).id, readPlace(args)),
  item_delete: (account, args) => deleteTask(account, read(idSchema, args).id),
}

/**
 * Executes the commands in order. A uuid that was executed before is answered and not executed again;
 * one that failed may be tried again.
 */
export function execute(
  account: Account,
  commands: readonly Command[],
  refuse: (command: Command) => TodoistErrorBody | undefined = () => undefined,
): Outcome {
  const outcome: Outcome = { sync_status: {}, temp_id_mapping: {} }
  for (const command of commands) {
    const status = account.executed.has(command.uuid)
      ? 'ok'
      : (refuse(command) ?? run(account, command, outcome))
    outcome.sync_status[command.uuid] = status
    const tempId = account.executed.get(command.uuid)?.tempId
    if (status === 'ok' && tempId !== undefined) outcome.temp_id_mapping[tempId[0]] = tempId[1]
  }
  return outcome
}

function run(
  account: Account,
  command: Command,
  { temp_id_mapping: mapping }: Outcome,
): 'ok' | TodoistErrorBody {
  try {
    const handler = Object.hasOwn(handlers, command.type) ? handlers[command.type] : undefined
    if (handler === undefined) throw invalid('type', `"${command.type}" is no command`)
    const created = handler(account, withRealIds(command.args, mapping))
    const { temp_id: tempId } = command
    const named = created === undefined || tempId === undefined ? undefined : ([tempId, created.id] as const)
    account.executed.set(command.uuid, { tempId: named })
    return 'ok'
  } catch (error) {
    if (error instanceof TodoistError) return error.body
    throw error
  }
}

/** A later command may name what an earlier one of the same request made by its temporary id. */
function withRealIds(args: Command['args'], mapping: Readonly<Record<string, string>>): Command['args'] {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => {
      const real = typeof value === 'string' && /(?:^|_)id$/.test(name) ? mapping[value] : undefined
      return [name, real ?? value]
    }),
  )
}
