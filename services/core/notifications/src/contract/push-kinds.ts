interface PushKind {
  /** Whether it asks a person to come back; such a push waits after a crisis. */
  readonly invites: boolean
}

/** Every push there is, by what it is about. A person can turn off each; its words are in `push-texts.ts`. */
export const pushKinds = {
  daily_tip: { invites: true },
  daily_focus: { invites: true },
  weekly_summary: { invites: true },
  /** Something that the person asked to be reminded of, at their hour. */
  reminder: { invites: false },
} as const satisfies Record<string, PushKind>

export type PushKindName = keyof typeof pushKinds
export const pushKindNames = Object.keys(pushKinds) as [PushKindName, ...PushKindName[]]
