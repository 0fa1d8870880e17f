import type { ReactNode } from 'react'

export type Tone = 'plain' | 'good' | 'care' | 'bad'

/** A state in a word; colour only where it asks for something. */
export function Tag(props: { readonly tone?: Tone; readonly children: ReactNode }): ReactNode {
  return (
    <span className="tag" data-tone={props.tone ?? 'plain'}>
      {props.children}
    </span>
  )
}
