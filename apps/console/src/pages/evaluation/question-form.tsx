import { type DragEvent, type FormEvent, type ReactNode, useState } from 'react'
import { decimal } from '../../format/numbers.ts'
import { Button } from '../../ui/button.tsx'
import { instantOf } from './instants.ts'

/** As `POST /admin/oo/evaluations` takes it. */
export interface Question {
  readonly policies: string[]
  readonly from?: string
  readonly to?: string
  readonly csv?: string
}

interface Props {
  readonly busy: boolean
  readonly ask: (question: Question) => void
}

/** The policies of services/oo/policies, with what each goes by. */
const policies = [
  ['random', 'evenly among all'],
  ['priority', 'by due date, priority and age'],
  ['thompson', 'learns what is answered well'],
  ['linucb', 'learns what fits the moment'],
] as const
const mostBytes = 5_000_000

export function QuestionForm({ busy, ask }: Props): ReactNode {
  const [source, setSource] = useState<'own' | 'csv'>('own')
  const [file, setFile] = useState<File>()
  const [wrong, setWrong] = useState<string>()
  const submit = async (form: HTMLFormElement): Promise<void> => {
    const fields = new FormData(form)
    const wanted = policies.map(([name]) => name).filter((name) => fields.has(name))
    const problem = problemOf(wanted, source, file)
    setWrong(problem)
    if (problem !== undefined) return
    const range = { ...instantOf(fields, 'from', 0), ...instantOf(fields, 'to', 1) }
    ask({
      policies: wanted,
      ...(source === 'csv' && file !== undefined ? { csv: await file.text() } : range),
    })
  }
  return (
    <form
      className="question"
      noValidate
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault()
        void submit(event.currentTarget)
      }}
    >
      <Policies />
      <fieldset>
        <legend>On which log</legend>
        <div className="choices">
          {(['own', 'csv'] as const).map((one) => (
            <label className="choice" key={one}>
              <input type="radio" name="source" checked={source === one} onChange={() => setSource(one)} />
              {one === 'own' ? 'Our own decisions' : 'A CSV file'}
            </label>
          ))}
        </div>
      </fieldset>
      {source === 'own' ? <OwnRange /> : <CsvFile file={file} choose={setFile} />}
      {wrong !== undefined && (
        <p className="notice" data-tone="bad" role="alert">
          {wrong}
        </p>
      )}
      <div>
        <Button type="submit" kind="main" busy={busy}>
          Evaluate
        </Button>
      </div>
    </form>
  )
}

function problemOf(wanted: readonly string[], source: string, file: File | undefined): string | undefined {
  if (wanted.length === 0) return 'Choose at least one policy.'
  if (source === 'own') return undefined
  if (file === undefined) return 'Choose a CSV file, or drop one.'
  return file.size > mostBytes
    ? `This file has ${decimal(file.size / 1e6, 1)} MB; up to 5 MB can be judged here. The command oo:evaluate reads any size.`
    : undefined
}

function Policies(): ReactNode {
  return (
    <fieldset>
      <legend>Policies</legend>
      <div className="choices">
        {policies.map(([name, by]) => (
          <label className="choice" key={name}>
            <input type="checkbox" name={name} defaultChecked />
            <span>
              {name} <span className="small soft">{by}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function OwnRange(): ReactNode {
  return (
    <div className="filters">
      {(['from', 'to'] as const).map((end) => (
        <label className="field" key={end}>
          {end === 'from' ? 'From (the beginning)' : 'To (now)'}
          <input type="date" name={end} />
        </label>
      ))}
    </div>
  )
}

interface CsvProps {
  readonly file: File | undefined
  readonly choose: (file: File | undefined) => void
}

function CsvFile({ file, choose }: CsvProps): ReactNode {
  const [isOver, setIsOver] = useState(false)
  const hover = (event: DragEvent, over: boolean): void => {
    event.preventDefault()
    setIsOver(over)
  }
  return (
    <label
      className="drop"
      data-over={isOver}
      onDragOver={(event) => hover(event, true)}
      onDragLeave={(event) => hover(event, false)}
      onDrop={(event) => {
        hover(event, false)
        choose(event.dataTransfer.files[0])
      }}
    >
      <span>{file === undefined ? 'Choose a CSV file, or drop it here' : file.name}</span>
      <span className="small soft">
        With the columns item_id, position, click, propensity_score and user_feature_…, as the Open Bandit
        data has them.
      </span>
      <input type="file" accept=".csv,text/csv" onChange={({ target }) => choose(target.files?.[0])} />
    </label>
  )
}
