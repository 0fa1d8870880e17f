import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api, type License } from '../../api/api.ts'
import { Refused } from '../../ui/states.tsx'

type Rule = 'approved_machines_only' | 'require_member'

const rules: Record<Rule, string> = {
  approved_machines_only: 'Only machines that somebody here approved may take a seat',
  require_member: 'Only members of the company who are signed in may take a seat',
}

/** Who may use the licence. */
export function Rules({ license }: { readonly license: License }): ReactNode {
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: (rule: Rule) => api.licensing.updateLicense({ id: license.id, [rule]: !license[rule] }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['licenses'] }),
  })
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">Who may use it</h2>
      {(Object.keys(rules) as Rule[]).map((rule) => (
        <label key={rule} className="check">
          <input
            type="checkbox"
            checked={license[rule]}
            disabled={change.isPending}
            onChange={() => change.mutate(rule)}
          />
          {rules[rule]}
        </label>
      ))}
      {change.error !== null && <Refused error={change.error} />}
    </section>
  )
}
