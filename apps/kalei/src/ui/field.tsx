import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { TextInput, View } from 'react-native'
import type { TextInputProps } from 'react-native'
import { radius, space, type } from '../theme/tokens.ts'
import { fonts, useColors } from '../theme/use-theme.ts'
import { Button } from './button.tsx'
import { Words } from './text.tsx'

export interface FieldProps extends Pick<
  TextInputProps,
  'autoComplete' | 'inputMode' | 'onSubmitEditing' | 'autoCapitalize' | 'maxLength'
> {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string | undefined
  error?: string | undefined
  /** Names of the show and hide button; a field with them hides what is typed. */
  secret?: { show: string; hide: string }
}

/** One labelled line of input with its hint or, instead, what is wrong. */
export function Field(props: FieldProps): ReactNode {
  const { label, value, onChange, hint, error, secret, ...rest } = props
  const color = useColors()
  const id = useId()
  const [hidden, setHidden] = useState(true)
  const note = error ?? hint
  return (
    <View style={{ gap: space(1.5) }}>
      <View style={{ flexDirection: 'row', justifyContent: 'space-between', alignItems: 'center' }}>
        <Words nativeID={`${id}-label`} weight="600" size="small">
          {label}
        </Words>
        {secret ? (
          // It is taller than the label to be pressed, and keeps the distance of a line without it.
          <View style={{ marginVertical: -space(1.75) }}>
            <Button
              kind="text"
              label={hidden ? secret.show : secret.hide}
              onPress={() => setHidden((was) => !was)}
            />
          </View>
        ) : null}
      </View>
      <TextInput
        {...rest}
        value={value}
        onChangeText={onChange}
        secureTextEntry={secret !== undefined && hidden}
        aria-label={label}
        {...{ 'aria-invalid': error !== undefined, 'aria-describedby': note ? `${id}-note` : undefined }}
        style={{
          minHeight: 48,
          paddingHorizontal: space(4),
          paddingVertical: space(2.5),
          borderRadius: radius.medium,
          borderWidth: 1,
          borderColor: error ? color.danger : color.edge,
          backgroundColor: color.sheet,
          color: color.ink,
          fontFamily: fonts.sans,
          fontSize: type.body,
        }}
      />
      {note ? (
        <Words nativeID={`${id}-note`} size="small" tone={error ? 'danger' : 'inkSoft'}>
          {note}
        </Words>
      ) : null}
    </View>
  )
}
