/** A task as a provider tells it, in the one form that every connector gives. */
export interface ExternalTask {
  readonly externalId: string
  readonly title: string
  readonly notes: string | null
  readonly url: string | null
  readonly projectExternalId: string | null
  readonly parentExternalId: string | null
  /** 1 is the most urgent, 4 is none. */
  readonly priority: 1 | 2 | 3 | 4
  readonly dueAt: string | null
  readonly dueOn: string | null
  readonly isRecurring: boolean
  readonly deadlineOn: string | null
  readonly minutes: number | null
  readonly labels: number
  readonly isCompletable: boolean
  readonly isChecked: boolean
  readonly isDeleted: boolean
  readonly addedAt: string | null
  readonly updatedAt: string | null
}
