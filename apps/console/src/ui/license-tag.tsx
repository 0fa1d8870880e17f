import type { ReactNode } from 'react'
import type { License } from '../api/api.ts'
import { words } from '../format/words.ts'
import { Tag, type Tone } from './tag.tsx'

const tones: Record<License['status'], Tone> = { active: 'plain', suspended: 'bad', inactive: 'plain' }

/** How a licence stands, the same to its company and to administrators. */
export const LicenseTag = ({ status }: Pick<License, 'status'>): ReactNode => (
  <Tag tone={tones[status]}>{words(status)}</Tag>
)
