import { useMutation } from '@tanstack/react-query'
import type { FormEvent, ReactNode } from 'react'
import { api, type Member, type Membership, type Team } from '../../api/api.ts'
import { counted } from '../../format/numbers.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Refused } from '../../ui/states.tsx'
import { textField } from '../../ui/text-field.ts'
import { nameInList } from './name-in-list.ts'
import { TeamName } from './team-name.tsx'

/** What whoever may change a team needs for it. */
export interface Managing {
  readonly company: Membership
  /** Everybody who could be put in. */
  readonly members: readonly Member[]
  readonly onChange: () => Promise<void>
}

interface Props {
  readonly team: Team
  readonly managing: Managing
}

/** A team with who is in it. */
export function TeamCard({
  team,
  managing,
}: {
  readonly team: Team
  readonly managing?: Managing
}): ReactNode {
  return (
    <li className="card">
      <header>
        <h3>{team.name}</h3>
        {managing !== undefined && <Change team={team} managing={managing} />}
      </header>
      {team.members.length === 0 ? (
        <p className="soft">Nobody is in it yet.</p>
      ) : (
        <ul className="team-members">
          {team.members.map((member) => (
            <li key={member.user_id}>
              {member.full_name}
              {managing !== undefined && <TakeOut team={team} managing={managing} member={member} />}
            </li>
          ))}
        </ul>
      )}
      {managing !== undefined && <PutIn team={team} managing={managing} />}
    </li>
  )
}

function Change({ team, managing: { company, onChange } }: Props): ReactNode {
  const where = { id: company.id, team_id: team.id }
  const rename = async (name: string): Promise<void> => {
    await api.identity.renameTeam({ ...where, name })
    await onChange()
  }
  const remove = async (): Promise<void> => {
    await api.identity.deleteTeam(where)
    await onChange()
  }
  return (
    <div className="actions">
      <TeamName
        action="Rename"
        label={`Rename ${team.name}`}
        title={`Rename ${team.name}`}
        yes="Rename it"
        name={team.name}
        act={rename}
      />
      <Confirm
        action="Delete"
        label={`Delete ${team.name}`}
        question={`Delete ${team.name}?`}
        yes="Delete it"
        no="Keep it"
        kind="danger"
        act={remove}
      >
        <p>
          {team.members.length === 0
            ? 'Nobody is in it.'
            : `It has ${counted(team.members.length, 'member')}.`}{' '}
          Everybody stays in {company.name}.
        </p>
      </Confirm>
    </div>
  )
}

interface TakeOutProps extends Props {
  readonly member: Team['members'][number]
}

function TakeOut({ team, managing: { company, onChange }, member }: TakeOutProps): ReactNode {
  const takeOut = useMutation({
    mutationFn: () =>
      api.identity.removeTeamMember({ id: company.id, team_id: team.id, user_id: member.user_id }),
    onSuccess: onChange,
  })
  return (
    <>
      <Button
        aria-label={`Take out ${member.full_name} of ${team.name}`}
        busy={takeOut.isPending}
        onClick={() => takeOut.mutate()}
      >
        Take out
      </Button>
      {takeOut.error !== null && <Refused error={takeOut.error} />}
    </>
  )
}

function PutIn({ team, managing: { company, members, onChange } }: Props): ReactNode {
  const putIn = useMutation({
    mutationFn: (user: string) =>
      api.identity.addTeamMember({ id: company.id, team_id: team.id, user_id: user }),
    onSuccess: onChange,
  })
  const others = members.filter(({ user_id: id }) => team.members.every((member) => member.user_id !== id))
  if (others.length === 0) return null
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    if (!putIn.isPending) putIn.mutate(textField(event.currentTarget, 'user'))
  }
  return (
    <form className="put-in" onSubmit={submit}>
      <select name="user" aria-label={`Somebody for ${team.name}`}>
        {others.map((one) => (
          <option key={one.user_id} value={one.user_id}>
            {nameInList(one, others)}
          </option>
        ))}
      </select>
      <Button type="submit" aria-label={`Put in ${team.name}`} busy={putIn.isPending}>
        Put in
      </Button>
      {putIn.error !== null && <Refused error={putIn.error} />}
    </form>
  )
}
