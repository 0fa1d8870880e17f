import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, useSearchParams } from 'wouter'
import { api, type License } from '../../api/api.ts'
import { keptFresh } from '../../api/fresh.ts'
import { useSubscriptions } from '../../api/subscriptions.ts'
import { words } from '../../format/words.ts'
import { useCompany } from '../../session/use-company.ts'
import { LicenseTag } from '../../ui/license-tag.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty, Failed, Skeleton } from '../../ui/states.tsx'
import { KeyAndFile } from './key-and-file.tsx'
import { Machines } from './machines.tsx'
import { Rules } from './rules.tsx'
import { isChangeable } from './rights.ts'
import { SeatMap } from './seat-map.tsx'
import { Sessions } from './sessions.tsx'
import { standing } from './standing.ts'

export function Content(): ReactNode {
  const [address, setAddress] = useSearchParams()
  const here = useCompany()
  const manages = here?.manages === true
  const licenses = useQuery({
    queryKey: ['licenses'],
    queryFn: () => api.licensing.listLicenses({ limit: 100 }),
    ...keptFresh,
  })
  const items = licenses.data?.items ?? []
  const license = items.find(({ id }) => id === address.get('license')) ?? items[0]
  return (
    <Page title="Licences" lead="Your keys, and who holds a seat right now.">
      {licenses.isPending && <Skeleton />}
      {licenses.isError && <Failed error={licenses.error} retry={() => void licenses.refetch()} />}
      {licenses.isSuccess && license === undefined && (
        <Empty title="No licence yet">
          {manages ? (
            <>
              A licence comes with a plan. <Link href="/company/plan">Choose one</Link>
            </>
          ) : (
            'A licence comes with a plan, which an owner or admin of your company chooses.'
          )}
        </Empty>
      )}
      {items.length > 1 && (
        <label className="field choice">
          Licence
          <select value={license?.id} onChange={(event) => setAddress({ license: event.target.value })}>
            {items.map(({ id, key_display: key, status }) => (
              <option key={id} value={id}>
                {key} ({words(status)})
              </option>
            ))}
          </select>
        </label>
      )}
      {license !== undefined && <One key={license.id} license={license} manages={manages} />}
    </Page>
  )
}

interface Props {
  readonly license: License
  readonly manages: boolean
}

function One({ license, manages }: Props): ReactNode {
  const subscriptions = useSubscriptions().data?.items
  const cancelAt = subscriptions?.find(({ id }) => id === license.subscription_id)?.cancel_at ?? null
  const mayChange = isChangeable(manages, license)
  return (
    <>
      <section className="card" aria-labelledby="license">
        <header>
          <h2 id="license">
            <code className="key">{license.key_display}</code>
          </h2>
          <LicenseTag status={license.status} />
        </header>
        <p>
          {license.plan.name}. {standing(license, cancelAt)}
        </p>
        <KeyAndFile license={license} maySee={manages} mayReplace={mayChange} />
      </section>
      <SeatMap license={license} />
      <Sessions license={license} />
      <Machines license={license} mayApprove={mayChange} />
      <Rules license={license} manages={manages} mayChange={mayChange} />
    </>
  )
}
