import type { ReactNode } from 'react'
import type { Evaluation, PolicyReport } from '../../api/api.ts'
import { Bars } from '../../charts/bars.tsx'
import { Whiskers } from '../../charts/whiskers.tsx'
import { count, decimal, exact, percent } from '../../format/numbers.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { estimators, type EstimateRow, rowsOf, sampleOf } from './estimates.ts'

/** How every policy fared, what the estimates rest on, and what was refused. */
export function Report(report: Evaluation): ReactNode {
  const judged = report.policies.filter(({ refused }) => refused === undefined)
  return (
    <section aria-labelledby="report">
      <h2 id="report">What each would have earned</h2>
      <Basis {...report} />
      {report.policies.map(
        ({ policy, refused }) =>
          refused !== undefined && (
            <div className="notice" data-tone="care" role="alert" key={policy}>
              <p>
                <strong>{policy} was refused.</strong> {refused}
              </p>
            </div>
          ),
      )}
      {judged.length > 0 && <Estimates report={report} judged={judged} />}
      <div className="weights">
        {report.policies.map((one) => one.weights !== undefined && <Weights key={one.policy} {...one} />)}
      </div>
    </section>
  )
}

/** What was read, and whether our own decisions could be made again. */
function Basis({ rows, unanswered, bad_rows: bad, replay }: Evaluation): ReactNode {
  const isEqual = replay.equal === replay.checked
  return (
    <>
      <p>
        {count(rows)} rows
        {unanswered > 0 && `, ${count(unanswered)} more without an answer yet`}
        {bad.count > 0 && `, ${count(bad.count)} that could not be read`}.
      </p>
      {replay.checked === 0 ? (
        <p className="soft">
          Nothing to replay: this log holds no decisions of a policy that this build has.
        </p>
      ) : (
        <div className="notice" data-tone={isEqual ? 'good' : 'bad'}>
          <p>
            {count(replay.equal)} of {count(replay.checked)} decisions were made again, byte for byte.
            {!isEqual &&
              ' The rest came out differently: do not trust the estimates before that is explained.'}
          </p>
        </div>
      )}
    </>
  )
}

const columns: readonly Column<EstimateRow>[] = [
  { title: 'Policy', cell: ({ policy }) => policy },
  { title: 'Estimator', cell: ({ estimator }) => estimator },
  { title: 'Estimate', cell: ({ value }) => exact(value, 4), isNumber: true },
  { title: 'Low', cell: ({ low }) => exact(low, 4), isNumber: true },
  { title: 'High', cell: ({ high }) => exact(high, 4), isNumber: true },
  { title: 'Biased', cell: ({ is_biased: isBiased }) => (isBiased ? 'Yes' : 'No') },
]

function Estimates(props: {
  readonly report: Evaluation
  readonly judged: readonly PolicyReport[]
}): ReactNode {
  const { report, judged } = props
  return (
    <>
      <Whiskers
        caption="Mean reward a decision, with 95 % intervals"
        baseline={{ name: 'As logged', ...report.logged }}
        groups={judged.map(({ policy, estimates }) => ({
          name: policy,
          whiskers: estimates.map((one) => ({
            ...one,
            name: estimators[one.estimator] ?? one.estimator,
            isHollow: one.is_biased,
          })),
        }))}
      />
      <p className="small soft">
        A hollow dot is a biased estimator: its interval is about its own mean, which may lie beside the
        policy’s value. The line is what was earned as logged.
      </p>
      <details>
        <summary>The same as a table</summary>
        <DataTable
          caption="Estimates"
          columns={columns}
          rows={rowsOf(report)}
          keyOf={({ policy, estimator }) => `${policy} ${estimator}`}
        />
      </details>
    </>
  )
}

function Weights({ weights = [], ...report }: PolicyReport): ReactNode {
  return (
    <div className="stack">
      <Bars
        caption={`Weights of ${report.policy}`}
        bars={weights.map(({ from, to, rows }) => ({
          label: `${decimal(from, 3)} to ${decimal(to, 3)}`,
          value: rows,
          said: count(rows),
        }))}
      />
      <p className="small soft">
        {sampleOf(report)} Mean weight {decimal(report.mean_weight)}, near 1 when the logged probabilities are
        right; largest {decimal(report.max_weight)}. {percent(report.effective_share ?? null)} of the rows
        count.
      </p>
    </div>
  )
}
