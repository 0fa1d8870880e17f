import type { ReactNode } from 'react'
import { useMembers } from '../../api/members.ts'
import { machineCode } from '../../format/machine.ts'
import { namesTo } from '../../format/names.ts'
import { useCompany } from '../../session/use-company.ts'

interface Props {
  /** The beginning of its hash. */
  readonly hash: string
  /** What its program calls it. */
  readonly called: string | null
  /** Who was signed in at it, if anybody was. */
  readonly userId?: string | null
}

/** A machine by its name and whoever works at it, where they are known, and by its code. */
export function MachineName({ hash, called, userId = null }: Props): ReactNode {
  const holder = useHolderName(userId)
  const name = [called, holder].filter((part) => part != null).join(' · ')
  const code = machineCode(hash)
  return name === '' ? (
    <code className="whole">{code}</code>
  ) : (
    <>
      {name} <code className="whole small soft">{code}</code>
    </>
  )
}

function useHolderName(userId: string | null): string | undefined {
  const here = useCompany()
  const members = useMembers(userId === null ? undefined : here?.company.id)
  return userId === null ? undefined : namesTo(here?.me, members.data)(userId)
}
