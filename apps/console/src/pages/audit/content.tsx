import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api, type AuditEntry, type AuditReport } from '../../api/api.ts'
import { namesTo } from '../../format/names.ts'
import { words } from '../../format/words.ts'
import { useMe } from '../../session/use-session.ts'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Refused } from '../../ui/states.tsx'
import { entryColumns, Id } from './entry-columns.tsx'
import { Trail } from './trail.tsx'

const Chain = ({ tenant_kind: kind, tenant_id: id }: AuditEntry): ReactNode =>
  id === null ? words(kind) : <Id kind={words(kind)} id={id} />

export function Content(): ReactNode {
  const { data: me } = useMe()
  const [what, ...rest] = entryColumns(namesTo(me))
  const columns = [what, { title: 'Chain', cell: Chain }, ...rest].filter((column) => column !== undefined)
  const check = useMutation({ mutationFn: () => api.privacy.verifyAudit({}) })
  return (
    <Page
      title="Audit trail"
      lead="What was done, over all tenants. Each has a chain of its own; a changed or removed row breaks it."
      actions={
        <Button busy={check.isPending} onClick={() => check.mutate()}>
          Verify every chain
        </Button>
      }
    >
      {check.error !== null && <Refused error={check.error} />}
      {check.data !== undefined && <Report report={check.data} />}
      <Trail name="all" read={(page) => api.privacy.listAuditTrail(page)} columns={columns} />
    </Page>
  )
}

function Report({ report }: { readonly report: AuditReport }): ReactNode {
  const { intact, rows, chains, first_broken: broken, unsealed } = report
  return (
    <div className="notice" data-tone={intact ? 'good' : 'bad'} role="status">
      <p>
        {intact
          ? `Whole: ${rows} rows in ${chains} chains are as they were sealed.`
          : `${broken.length} of ${chains} chains are broken.`}
      </p>
      {broken.map((one) => (
        <p key={`${one.tenant_kind}${one.tenant_id}`}>
          {words(one.problem)} at link {one.position}: {one.tenant_kind} {one.tenant_id}
        </p>
      ))}
      {unsealed.waiting + unsealed.failed > 0 && (
        <p>
          {unsealed.waiting} wait to be sealed, {unsealed.failed} could not be.
        </p>
      )}
    </div>
  )
}
