import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api } from '../../api/api.ts'
import { Page } from '../../ui/page.tsx'
import { Refused } from '../../ui/states.tsx'
import { type Question, QuestionForm } from './question-form.tsx'
import { Report } from './report.tsx'

export function Content(): ReactNode {
  const evaluate = useMutation({ mutationFn: (question: Question) => api.recommender.evaluate(question) })
  return (
    <Page
      title="Evaluation"
      lead="What another policy would have earned on the decisions that were logged, before anybody meets it."
    >
      <QuestionForm busy={evaluate.isPending} ask={evaluate.mutate} />
      <div role="status" aria-live="polite">
        {evaluate.isPending && <p>Judging. A long log takes up to a minute…</p>}
      </div>
      {evaluate.isError && (
        <section aria-labelledby="refused">
          <h2 id="refused">This log was refused</h2>
          <Refused error={evaluate.error} />
        </section>
      )}
      {evaluate.isSuccess && <Report {...evaluate.data} />}
    </Page>
  )
}
