/** A short, kind, sourced piece of advice of our own writing. */
export interface Advice {
  /** Stable: what a person saved or dismissed is known by it. */
  readonly id: string
  readonly title: string
  readonly body: string
  readonly minutes: number
  /** What it rests on. */
  readonly source: { readonly title: string; readonly url: string }
  readonly topic: 'focus' | 'rest' | 'planning' | 'people' | 'body' | 'order' | 'mood' | 'learning'
}
