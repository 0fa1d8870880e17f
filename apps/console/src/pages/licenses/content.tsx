import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, useSearchParams } from 'wouter'
import { api, type License } from '../../api/api.ts'
import { onDay } from '../../format/dates.ts'
import { words } from '../../format/words.ts'
import { Page } from '../../ui/page.tsx'
import { Empty, Failed, Skeleton } from '../../ui/states.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'
import { KeyAndFile } from './key-and-file.tsx'
import { Machines } from './machines.tsx'
import { Rules } from './rules.tsx'
import { SeatMap } from './seat-map.tsx'
import { Sessions } from './sessions.tsx'

const tones: Record<License['status'], Tone> = { active: 'good', suspended: 'bad', inactive: 'plain' }

export function Content(): ReactNode {
  const [address, setAddress] = useSearchParams()
  const licenses = useQuery({
    queryKey: ['licenses'],
    queryFn: () => api.licensing.listLicenses({ limit: 100 }),
  })
  const items = licenses.data?.items ?? []
  const license = items.find(({ id }) => id === address.get('license')) ?? items[0]
  return (
    <Page title="Licences" lead="Your keys, and who holds a seat right now.">
      {licenses.isPending && <Skeleton />}
      {licenses.isError && <Failed error={licenses.error} retry={() => void licenses.refetch()} />}
      {licenses.isSuccess && license === undefined && (
        <Empty title="No licence yet">
          A licence comes with a plan. <Link href="/company/plan">Choose one</Link>
        </Empty>
      )}
      {items.length > 1 && (
        <label className="field choice">
          Licence
          <select value={license?.id} onChange={(event) => setAddress({ license: event.target.value })}>
            {items.map(({ id, key_display: key, status }) => (
              <option key={id} value={id}>
                {key} ({status})
              </option>
            ))}
          </select>
        </label>
      )}
      {license !== undefined && <One key={license.id} license={license} />}
    </Page>
  )
}

/** What the licence is good for, in one sentence. */
function standing({
  status,
  grace_period_ends_at: grace,
  expires_at: until,
  is_trial: isTrial,
}: License): string {
  if (status === 'suspended') return 'Nobody can take a seat until the subscription is paid.'
  if (status === 'inactive') return 'It ended with its subscription.'
  if (grace !== null) return `A payment failed; it works until ${onDay(grace)}.`
  if (until === null) return 'It works without an end.'
  return isTrial ? `On trial until ${onDay(until)}.` : `Paid until ${onDay(until)}.`
}

function One({ license }: { readonly license: License }): ReactNode {
  return (
    <>
      <section className="card" aria-labelledby="license">
        <header>
          <h2 id="license">
            <code className="key">{license.key_display}</code>
          </h2>
          <Tag tone={tones[license.status]}>{words(license.status)}</Tag>
        </header>
        <p>
          {license.plan.name}. {standing(license)}
        </p>
        <KeyAndFile license={license} />
      </section>
      <SeatMap license={license} />
      <Sessions license={license} />
      <Machines license={license} />
      <Rules license={license} />
    </>
  )
}
