import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { api, type Me, type Membership } from '../../api/api.ts'
import { useComeAndGo } from '../../session/use-session.ts'
import { Confirm } from '../../ui/confirm.tsx'

interface Props {
  readonly company: Membership
  readonly me: Me
  /** Who must first make another one. */
  readonly isOnlyOwner: boolean
}

export const Leave = ({ isOnlyOwner, ...rest }: Props): ReactNode => (
  <section aria-labelledby="leave">
    <h2 id="leave">Leaving</h2>
    {isOnlyOwner ? (
      <p className="soft">
        You are the only owner, and a company needs one. Make somebody else an owner first; then you can
        leave.
      </p>
    ) : (
      <Go {...rest} />
    )}
  </section>
)

function Go({ company, me }: Pick<Props, 'company' | 'me'>): ReactNode {
  const { moved } = useComeAndGo()
  const [, go] = useLocation()
  const leave = async (): Promise<void> => {
    await api.identity.removeMember({ id: company.id, user_id: me.id })
    await moved()
    go('/')
  }
  return (
    <>
      <p className="soft">You can come back only when somebody invites you again.</p>
      <div>
        <Confirm
          action="Leave the company"
          question={`Leave ${company.name}?`}
          yes="Leave it"
          no="Stay"
          kind="danger"
          act={leave}
        >
          <p>You see nothing of {company.name} any more, and leave its teams. Your account stays.</p>
        </Confirm>
      </div>
    </>
  )
}
