/** Something that could be the tip, without its words: policies never see those, and only the picked one's are opened. */
export interface Candidate {
  /** Unique among all sources: `<source>:<ref>`. */
  readonly id: string
  readonly source: string
  readonly ref: string
  readonly kind: 'todo' | 'advice'
  readonly dueAt: string | null
  readonly dueOn: string | null
  readonly deadlineOn: string | null
  readonly minutes: number | null
  readonly isRecurring: boolean
  /** 1 is the most urgent, 4 is none. */
  readonly priority: number
  readonly addedAt: string | null
  readonly isPartOfAnother: boolean
  readonly openParts: number
  readonly labels: number
  /** False when its provider could not be asked lately. */
  readonly isFresh: boolean
}

/** What a tip says: the person's own words or ours. */
export interface CandidateText {
  readonly title: string
  readonly body: string | null
  readonly deepLink: string | null
  readonly project: string | null
  readonly attribution: { readonly title: string; readonly url: string } | null
}
