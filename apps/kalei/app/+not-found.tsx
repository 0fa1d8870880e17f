import type { ReactNode } from 'react'
import { useI18n } from '../src/i18n/i18n.tsx'
import { NothingHere } from '../src/ui/nothing-here.tsx'

export default function NotFound(): ReactNode {
  const { m } = useI18n()
  return <NothingHere href="/" label={m.common.home} />
}
