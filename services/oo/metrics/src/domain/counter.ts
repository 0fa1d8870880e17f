/** The counter that a fact adds one to: its kind, or what a person answered. */
export const counterOf = ({
  kind,
  reaction,
}: {
  readonly kind: string
  readonly reaction: string | null
}): string => (kind === 'reacted' ? (reaction ?? 'unknown') : kind)
