import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api, type License } from '../../api/api.ts'
import { Refused } from '../../ui/states.tsx'

type Rule = 'approved_machines_only' | 'require_member'

const rules: Record<Rule, string> = {
  approved_machines_only: 'Only machines that somebody here approved may take a seat',
  require_member: 'Only members of the company who are signed in may take a seat',
}

interface Props {
  readonly license: License
  readonly manages: boolean
  readonly mayChange: boolean
}

/** Who may use the licence. */
export function Rules({ license, manages, mayChange }: Props): ReactNode {
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: (rule: Rule) => api.licensing.updateLicense({ id: license.id, [rule]: !license[rule] }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['licenses'] }),
  })
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">Who may use it</h2>
      <p className="small soft">
        {manages
          ? 'A rule is for seats from now on: whoever holds one keeps it until it is given back.'
          : 'Owners and admins of your company decide this.'}
      </p>
      {(Object.keys(rules) as Rule[]).map((rule) => (
        <label key={rule} className="check">
          <input
            type="checkbox"
            checked={license[rule]}
            disabled={!mayChange || change.isPending}
            onChange={() => change.mutate(rule)}
          />
          {rules[rule]}
        </label>
      ))}
      {change.error !== null && <Refused error={change.error} />}
    </section>
  )
}
