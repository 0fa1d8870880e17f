import { Readable } from 'node:stream'
import { sha256 } from '@triptych/oo-policies'
import { parse } from 'csv-parse'
import {
  type BadRow,
  type Entry,
  type Log,
  type LoggedRow,
  type OpenText,
  type Situation,
  UnusableLog,
} from '../log.ts'
import { MeansModel } from '../model/means.ts'

/** Which column holds what. The defaults are those of the Open Bandit data. */
export interface CsvColumns {
  readonly action: string
  /** May be missing from the file: then all choices are for one place. */
  readonly position: string
  readonly reward: string
  readonly propensity: string
  /** Exact names, or a beginning followed by `*`. A value that is no number becomes a stable one in 0…1. */
  readonly context: readonly string[]
  /** Feature name → column, with `{action}` for the candidate's own, as `user-item_affinity_{action}`. */
  readonly features: Readonly<Record<string, string>>
}

export const openBanditColumns: CsvColumns = {
  action: 'item_id',
  position: 'position',
  reward: 'click',
  propensity: 'propensity_score',
  context: ['user_feature_*'],
  features: {},
}

/** Of the targets that decide on CSV rows: how much they explore. */
const epsilon = 0.05

type Cells = Readonly<Record<string, string>>

/** Reads a CSV log with a header. The candidates of a row are all actions that the file has at the row's position. */
export async function csvLog(open: OpenText, columns: CsvColumns): Promise<Log> {
  const actions = await surveyActions(open, columns)
  return {
    model: () => new MeansModel(),
    read: async function* () {
      for await (const { record, line } of recordsOf(open)) yield readRow(record, line, { columns, actions })
    },
  }
}

async function* recordsOf(open: OpenText): AsyncGenerator<{ record: Cells; line: number }> {
  const parser = parse({
    columns: true,
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
  })
  const source = Readable.from(open())
  source.on('error', (error) => parser.destroy(error))
  for await (const { record, info } of source.pipe(parser) as AsyncIterable<{
    record: Cells
    info: { lines: number }
  }>)
    yield { record, line: info.lines }
}

async function surveyActions(open: OpenText, columns: CsvColumns): Promise<Map<string, string[]>> {
  const found = new Map<string, Set<string>>()
  let isChecked = false
  for await (const { record } of recordsOf(open)) {
    if (!isChecked) requireColumns(Object.keys(record), columns)
    isChecked = true
    const action = record[columns.action]
    if (action === undefined || action === '') continue
    const place = record[columns.position] ?? ''
    found.set(place, (found.get(place) ?? new Set()).add(action))
  }
  return new Map([...found].map(([place, actions]) => [place, [...actions].toSorted()]))
}

function requireColumns(header: readonly string[], columns: CsvColumns): void {
  for (const role of ['action', 'reward', 'propensity'] as const)
    if (!header.includes(columns[role]))
      throw new UnusableLog(
        `There is no column ${columns[role]} for the ${role}. Name it with --columns ${role}=…; the file has ${header.slice(0, 12).join(', ')}.`,
      )
}

interface Reading {
  readonly columns: CsvColumns
  readonly actions: ReadonlyMap<string, readonly string[]>
}

function readRow(record: Cells, line: number, { columns, actions }: Reading): Entry {
  const bad = (column: string, problem: string, isPropensity = false): Entry => ({
    kind: 'bad',
    bad: { line, column, problem, isPropensity } satisfies BadRow,
  })
  const number = (column: string): number => (record[column]?.trim() ? Number(record[column]) : Number.NaN)
  const propensity = number(columns.propensity)
  if (!(propensity > 0 && propensity <= 1))
    return bad(
      columns.propensity,
      `is ${JSON.stringify(record[columns.propensity] ?? '')}; it must be above 0 and at most 1: log the probability of each choice`,
      true,
    )
  const action = record[columns.action] ?? ''
  if (action === '') return bad(columns.action, 'is empty; name the action that was chosen')
  if ((record[columns.reward] ?? '').trim() === '') return { kind: 'unanswered', line }
  const reward = number(columns.reward)
  if (!Number.isFinite(reward)) return bad(columns.reward, 'is not a number')
  const names = actions.get(record[columns.position] ?? '') ?? []
  const situation = situationOf(record, names, columns)
  const wrong = situation.candidates.find(({ features }) => features.some((one) => !Number.isFinite(one)))
  if (wrong !== undefined)
    return bad(Object.values(columns.features).join(', '), `is not a number for action ${wrong.id}`)
  return {
    kind: 'row',
    row: { line, situation, picked: names.indexOf(action), propensity, reward } satisfies LoggedRow,
  }
}

function situationOf(
  record: Cells,
  names: readonly string[],
  { position, context, features }: CsvColumns,
): Situation {
  const templates = Object.entries(features)
  const isContext = (column: string): boolean =>
    context.some((one) => (one.endsWith('*') ? column.startsWith(one.slice(0, -1)) : column === one))
  return {
    epsilon,
    context: Object.fromEntries(
      Object.entries(record).flatMap(([column, value]) =>
        isContext(column) ? [[column, asNumber(value)]] : [],
      ),
    ),
    featureNames: templates.map(([name]) => name),
    candidates: names.map((id) => ({
      id,
      source: record[position] ?? '',
      features: templates.map(([, template]) =>
        Number(record[template.replace('{action}', id)] ?? Number.NaN),
      ),
    })),
  }
}

/** A number as it is; any other text as a stable one in 0…1. */
function asNumber(value: string): number {
  const number = value.trim() === '' ? Number.NaN : Number(value)
  return Number.isFinite(number) ? number : Number.parseInt(sha256(value).slice(0, 12), 16) / 2 ** 48
}
