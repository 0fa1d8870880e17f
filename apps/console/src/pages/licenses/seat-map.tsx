import type { ReactNode } from 'react'
import type { License, SeatMap as Seats } from '../../api/api.ts'
import { at } from '../../format/dates.ts'
import { machineCode } from '../../format/machine.ts'
import { useCompany } from '../../session/use-company.ts'
import { Skeleton } from '../../ui/states.tsx'
import { MachineName } from './machine.tsx'
import { Release } from './release.tsx'
import { mayRelease } from './rights.ts'
import { noSeats } from './standing.ts'
import { useLiveSeats } from './use-live-seats.ts'

/** Every seat a square: taken, shared with somebody who is offline, free. */
export function SeatMap({ license }: { readonly license: License }): ReactNode {
  const { map, isLive } = useLiveSeats(license.id)
  return (
    <section aria-labelledby="seats">
      <h2 id="seats">Seats</h2>
      {map === undefined ? (
        <Skeleton rows={2} />
      ) : (
        <>
          <p role="status">
            <strong>
              {map.seats.length} of {map.max_seats}
            </strong>{' '}
            in use <span className="soft">{isLive ? '· live' : '· not live just now'}</span>
          </p>
          <Squares map={map} />
          <Holders license={license} map={map} />
        </>
      )}
    </section>
  )
}

const Squares = ({ map }: { readonly map: Seats }): ReactNode => (
  <div className="seats" aria-hidden="true">
    {map.seats.map(({ session_id: id, machine, machine_name: name, overlap }) => (
      <span
        key={id}
        className="seat"
        data-state={overlap ? 'overlap' : 'taken'}
        title={name ?? machineCode(machine)}
      />
    ))}
    {Array.from({ length: Math.max(0, map.max_seats - map.seats.length) }, (_, index) => (
      <span key={index} className="seat" title="Free" />
    ))}
  </div>
)

function Holders({ license, map }: { readonly license: License; readonly map: Seats }): ReactNode {
  const here = useCompany()
  const { seats, status } = map
  if (seats.length === 0) return <p className="soft">{noSeats[status]}</p>
  return (
    <ul className="holders">
      {seats.map((seat) => (
        <li key={seat.session_id}>
          <span>
            <MachineName hash={seat.machine} called={seat.machine_name} userId={seat.user_id} /> since{' '}
            {at(seat.started_at)}
            {seat.overlap && <span className="soft">, beside one that is offline</span>}
          </span>
          {mayRelease(here?.manages === true, here?.me, seat) && <Release seat={seat} license={license} />}
        </li>
      ))}
    </ul>
  )
}
