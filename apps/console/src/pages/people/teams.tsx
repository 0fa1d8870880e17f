import { useQuery, useQueryClient } from '@tanstack/react-query'
import { everyPage } from '@triptych/kernel'
import type { ReactNode } from 'react'
import { api, type Member, type Membership } from '../../api/api.ts'
import { Failed, Skeleton } from '../../ui/states.tsx'
import { TeamCard } from './team-card.tsx'
import { TeamName } from './team-name.tsx'

export const teamsKey = (company: string) => ['teams', company]

interface Props {
  readonly company: Membership
  readonly manages: boolean
  readonly members: readonly Member[]
}

export function Teams({ company, manages, members }: Props): ReactNode {
  const client = useQueryClient()
  const teams = useQuery({
    queryKey: teamsKey(company.id),
    queryFn: () => everyPage((page) => api.identity.listTeams({ id: company.id, ...page })),
    select: (all) => all.toSorted((one, other) => one.name.localeCompare(other.name)),
  })
  const readAnew = (): Promise<void> => client.invalidateQueries({ queryKey: teamsKey(company.id) })
  const create = async (name: string): Promise<void> => {
    await api.identity.createTeam({ id: company.id, name })
    await readAnew()
  }
  return (
    <section aria-labelledby="teams">
      <h2 id="teams">Teams</h2>
      {teams.isPending && <Skeleton rows={2} />}
      {teams.isError && <Failed error={teams.error} retry={() => void teams.refetch()} />}
      {teams.data?.length === 0 && <p className="soft">No teams yet. A team is a name for some of you.</p>}
      {teams.data !== undefined && teams.data.length > 0 && (
        <ul className="teams">
          {teams.data.map((team) => (
            <TeamCard
              key={team.id}
              team={team}
              {...(manages && { managing: { company, members, onChange: readAnew } })}
            />
          ))}
        </ul>
      )}
      {manages && (
        <div>
          <TeamName action="Add a team" title="A new team" yes="Add it" act={create} />
        </div>
      )}
    </section>
  )
}
