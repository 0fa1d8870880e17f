import { useState } from 'react'
import type { ReactNode } from 'react'
import { View } from 'react-native'
import { radius, space } from '../theme/tokens.ts'
import { useColors } from '../theme/use-theme.ts'
import { Button } from './button.tsx'
import { Words } from './text.tsx'
import { mark } from './web.ts'

/** What happened and what to do next, said once and calmly. `urgent` is read out at once. */
export function Notice(props: { children: ReactNode; urgent?: boolean; actions?: ReactNode }): ReactNode {
  const color = useColors()
  return (
    <View
      {...mark({ appear: '' })}
      role={props.urgent ? 'alert' : 'status'}
      style={{
        padding: space(4),
        gap: space(3),
        borderRadius: radius.medium,
        backgroundColor: color.sunken,
        borderWidth: 1,
        borderColor: props.urgent ? color.danger : color.sunken,
      }}
    >
      {typeof props.children === 'string' ? <Words>{props.children}</Words> : props.children}
      {props.actions ? (
        <View style={{ flexDirection: 'row', flexWrap: 'wrap', gap: space(3), alignItems: 'center' }}>
          {props.actions}
        </View>
      ) : null}
    </View>
  )
}

/** A destructive step in two moves, without a dialog: the button becomes the question. */
export function Confirm(props: {
  label: string
  question: string
  yes: string
  no: string
  onConfirm: () => void
  kind?: 'text' | 'danger'
}): ReactNode {
  const [asking, setAsking] = useState(false)
  if (!asking)
    return <Button kind={props.kind ?? 'text'} label={props.label} onPress={() => setAsking(true)} />
  return (
    <Notice
      urgent
      actions={
        <>
          <Button
            kind="danger"
            label={props.yes}
            onPress={() => {
              setAsking(false)
              props.onConfirm()
            }}
          />
          <Button kind="quiet" label={props.no} onPress={() => setAsking(false)} />
        </>
      }
    >
      {props.question}
    </Notice>
  )
}

/** Grey lines where text will stand, for waits under a second. */
export function Skeleton(props: { lines?: number; label: string }): ReactNode {
  const color = useColors()
  const widths = ['92%', '78%', '85%', '64%'] as const
  return (
    <View role="status" aria-label={props.label} {...mark({ wait: '' })} style={{ gap: space(3) }}>
      {Array.from({ length: props.lines ?? 3 }, (_, line) => (
        <View
          key={line}
          style={{
            height: 14,
            width: widths[line % widths.length] ?? '80%',
            borderRadius: 7,
            backgroundColor: color.line,
          }}
        />
      ))}
    </View>
  )
}
