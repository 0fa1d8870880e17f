import type { Member } from '../../api/api.ts'

type Named = Pick<Member, 'full_name' | 'email'>

/** By name; two of the same name are told apart by their addresses. */
export const nameInList = ({ full_name: name, email }: Named, all: readonly Named[]): string =>
  all.filter((other) => other.full_name === name).length > 1 ? `${name} (${email})` : name
