import { useState } from 'react'
import type { ReactNode, RefObject } from 'react'
import { Platform, TextInput, View } from 'react-native'
import { useI18n } from '../i18n/i18n.tsx'
import { space, type } from '../theme/tokens.ts'
import { fonts, useColors, useWide } from '../theme/use-theme.ts'
import { Button } from '../ui/button.tsx'
import { Words } from '../ui/text.tsx'
import { mark } from '../ui/web.ts'
import { Room } from './room.tsx'

export interface ComposerProps {
  label: string
  placeholder: string
  value: string
  /** How many characters can be sent at once. More can be written, as nothing of a person’s may be cut. */
  limit: number
  onChange: (value: string) => void
  onSend: () => void
  sendLabel: string
  busy?: string | false
  lines?: number
  input?: RefObject<TextInput | null>
  beside?: ReactNode
  autoFocus?: boolean
  hint?: boolean
}

interface KeyEvent {
  nativeEvent: { key: string; ctrlKey?: boolean; metaKey?: boolean }
  preventDefault: () => void
}

/** Browsers that size a text field by what is in it need no measuring. */
const growsByItself = Platform.OS === 'web' && CSS.supports('field-sizing', 'content')

/** Sends what can be sent; `tried` is whether more than that was meant to go. */
function useSend(props: ComposerProps) {
  const { length } = props.value.trim()
  const left = props.limit - length
  const [tried, setTried] = useState(false)
  const send = (): void => {
    if (length === 0 || props.busy) return
    setTried(left < 0)
    if (left >= 0) props.onSend()
  }
  return { send, tried, left, empty: length === 0 }
}

/** The next paragraph of the page: no box, just the place where the writing goes on. */
export function Composer(props: ComposerProps): ReactNode {
  const { m } = useI18n()
  const color = useColors()
  const wide = useWide()
  const { lines = 4 } = props
  const lineHeight = 33
  const [height, setHeight] = useState(0)
  const { send, tried, left, empty } = useSend(props)
  return (
    <View style={{ gap: space(3) }}>
      <TextInput
        ref={props.input ?? null}
        multiline
        aria-label={props.label}
        placeholder={props.placeholder}
        placeholderTextColor={color.inkFaint}
        value={props.value}
        onChangeText={props.onChange}
        onContentSizeChange={(event) => setHeight(event.nativeEvent.contentSize.height)}
        autoFocus={props.autoFocus ?? false}
        {...mark({ composer: '' })}
        onKeyPress={(event) => {
          const { nativeEvent } = event as unknown as KeyEvent
          if (nativeEvent.key !== 'Enter' || !(nativeEvent.ctrlKey || nativeEvent.metaKey)) return
          event.preventDefault()
          send()
        }}
        style={{
          minHeight: Math.max(lines * lineHeight, growsByItself || props.value === '' ? 0 : height),
          padding: 0,
          paddingLeft: space(4),
          borderWidth: 0,
          borderLeftWidth: 2,
          borderLeftColor: color.line,
          color: color.ink,
          fontFamily: fonts.serif,
          fontSize: type.large,
          lineHeight,
          ...(Platform.OS === 'web' ? { outlineStyle: 'none' as never, resize: 'none' as never } : {}),
        }}
      />
      <Room text={props.value} left={left} limit={props.limit} tried={tried} />
      <View style={{ flexDirection: 'row', flexWrap: 'wrap', alignItems: 'center', gap: space(3) }}>
        <Button label={props.sendLabel} busy={props.busy} disabled={empty} onPress={send} />
        {Platform.OS === 'web' && wide ? (
          <Words size="small" tone="inkFaint">
            {m.mirror.sendHint}
          </Words>
        ) : null}
        {props.beside}
      </View>
    </View>
  )
}
