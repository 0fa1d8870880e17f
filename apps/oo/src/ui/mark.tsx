import type { ReactNode } from 'react'

/** The letters oO, the only mark there is. */
export const Mark = ({ size = 44 }: { size?: number }): ReactNode => (
  <svg className="mark" width={size} height={size / 2} viewBox="0 0 44 22" aria-hidden="true">
    <circle cx="10.5" cy="14" r="6" />
    <circle cx="29" cy="10.5" r="9.5" />
  </svg>
)
