/**
 * Three ways to look at a thought. In a template `{it}` is the detail the thought is about ("the
 * interview", "your sister"), `{who}` the person or people in it, `{lean}` the word it leans on.
 */
export interface Views {
  readonly evidence: readonly string[]
  readonly distance: readonly string[]
  readonly kindness: readonly string[]
}
export type Lens = keyof Views
export const LENSES = ['evidence', 'distance', 'kindness'] as const satisfies readonly Lens[]
