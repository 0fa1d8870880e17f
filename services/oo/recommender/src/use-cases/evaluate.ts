import {
  csvLog,
  decisionLog,
  evaluate as judge,
  type Log,
  openBanditColumns,
  type Report,
  UnusableLog,
} from '@triptych/oo-evaluation'
import type { Context, HandlerOf, OutputOf } from '@triptych/kernel'
import { policies } from '@triptych/oo-policies'
import type { recommenderContract } from '../contract/contract.ts'
import { logLine } from '../decision-log.ts'
import type { Deps } from '../deps.ts'
import { readLog } from '../store/log.ts'

type Evaluate = HandlerOf<typeof recommenderContract, 'evaluate'>
type Output = OutputOf<(typeof recommenderContract)['operations']['evaluate']>

const pageSize = 500
const mostRows = 20_000

export const evaluate =
  (deps: Pick<Deps, 'db'>): Evaluate =>
  async (context, { policies: names, from, to, csv }, fail) => {
    const unknown = names.find((name) => !policies.has(name))
    if (unknown !== undefined) {
      const known = [...policies.keys()].join(', ')
      throw fail('recommender.unknown_policy', {
        detail: `There is no policy ${unknown}; there are ${known}.`,
      })
    }
    const log =
      csv === undefined
        ? decisionLog(await openOwnLog(deps, context, { from, to }))
        : await readCsv(csv, (detail) => fail('recommender.log_unreadable', { detail }))
    return judgeOrRefuse(log, names, (detail) => fail('recommender.log_unreadable', { detail }))
  }

async function judgeOrRefuse(
  log: Log,
  names: readonly string[],
  refuse: (detail: string) => Error,
): Promise<Output> {
  try {
    return toDto(await judge(log, { policies: names }))
  } catch (error) {
    if (error instanceof UnusableLog) throw refuse(error.message)
    throw error
  }
}

async function readCsv(csv: string, refuse: (detail: string) => Error): Promise<Log> {
  try {
    return await csvLog(textOf(csv), openBanditColumns)
  } catch (error) {
    if (error instanceof UnusableLog) throw refuse(error.message)
    throw error
  }
}

const textOf = (text: string) =>
  async function* () {
    yield text
  }

/** The log is read twice: it is taken whole first, so that both readings see the same. */
async function openOwnLog(
  { db }: Pick<Deps, 'db'>,
  context: Context,
  range: { readonly from: string | undefined; readonly to: string | undefined },
) {
  const lines: string[] = []
  for (let before: string | undefined; lines.length < mostRows;) {
    const cursor = before
    const rows = await db.readOne(context, (query) =>
      readLog(query, { ...range, before: cursor, most: pageSize }),
    )
    lines.push(...rows.map((row) => `${JSON.stringify(logLine(row))}\n`))
    before = rows.at(-1)?.tip_id
    if (rows.length < pageSize) break
  }
  return async function* () {
    yield* lines
  }
}

const toDto = (report: Report): Output => ({
  rows: report.rows,
  unanswered: report.unanswered,
  bad_rows: {
    count: report.badRows.count,
    first: report.badRows.first.map(({ line, column, problem }) => ({ line, column, problem })),
  },
  replay: { checked: report.replay.checked, equal: report.replay.equal },
  logged: report.logged,
  policies: report.policies.map((one) => ({
    policy: one.policy,
    version: one.version,
    refused: one.refused,
    effective_sample_size: one.effectiveSampleSize,
    effective_share: one.effectiveShare,
    mean_weight: one.meanWeight,
    max_weight: one.maxWeight,
    weights: one.histogram?.map((bin) => ({ ...bin })),
    estimates: one.estimates.map(({ estimator, value, low, high, isBiased }) => ({
      estimator,
      value,
      low,
      high,
      is_biased: isBiased,
    })),
  })),
})
