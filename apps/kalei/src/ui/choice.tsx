import type { ReactNode } from 'react'
import { Pressable, View } from 'react-native'
import { radius, space } from '../theme/tokens.ts'
import { useColors } from '../theme/use-theme.ts'
import { Words } from './text.tsx'
import { mark } from './web.ts'

export interface Option<Value extends string> {
  value: Value
  label: string
  detail?: string
}

function Dot(props: { on: boolean; square?: boolean; wrong?: boolean }): ReactNode {
  const color = useColors()
  const outer = props.square ? radius.small : 12
  return (
    <View
      style={{
        width: 24,
        height: 24,
        borderRadius: outer,
        borderWidth: props.on ? 2 : 1,
        borderColor: props.wrong ? color.danger : props.on ? color.action : color.edge,
        backgroundColor: color.sheet,
        alignItems: 'center',
        justifyContent: 'center',
        flexShrink: 0,
      }}
    >
      {props.on ? (
        <View
          style={{ width: 12, height: 12, borderRadius: props.square ? 3 : 6, backgroundColor: color.action }}
        />
      ) : null}
    </View>
  )
}

function useRowStyle(on: boolean) {
  const color = useColors()
  return {
    flexDirection: 'row' as const,
    gap: space(3),
    padding: space(4),
    borderRadius: radius.medium,
    borderWidth: 1,
    borderColor: on ? color.action : color.line,
    backgroundColor: color.sheet,
  }
}

function Row<Value extends string>(props: {
  option: Option<Value>
  on: boolean
  onPress: () => void
}): ReactNode {
  const { option, on, onPress } = props
  return (
    <Pressable
      {...mark({ press: 'row' })}
      role="radio"
      aria-checked={on}
      onPress={onPress}
      style={useRowStyle(on)}
    >
      <Dot on={on} />
      <View style={{ flex: 1, gap: space(1) }}>
        <Words weight="600">{option.label}</Words>
        {option.detail ? (
          <Words size="small" tone="inkSoft">
            {option.detail}
          </Words>
        ) : null}
      </View>
    </Pressable>
  )
}

/** A radio group: every option is a full row to press. */
export function Choice<Value extends string>(props: {
  label: string
  options: readonly Option<Value>[]
  value: Value
  onChange: (value: Value) => void
}): ReactNode {
  return (
    <View role="radiogroup" aria-label={props.label} style={{ gap: space(2) }}>
      {props.options.map((option) => (
        <Row
          key={option.value}
          option={option}
          on={option.value === props.value}
          onPress={() => props.onChange(option.value)}
        />
      ))}
    </View>
  )
}

export function Check(props: {
  label: string
  on: boolean
  /** It has to be ticked, and is not. */
  wrong?: boolean
  onChange: (on: boolean) => void
}): ReactNode {
  return (
    <Pressable
      role="checkbox"
      aria-checked={props.on}
      aria-label={props.label}
      {...{ 'aria-invalid': props.wrong ?? false }}
      onPress={() => props.onChange(!props.on)}
      style={{ flexDirection: 'row', gap: space(3), paddingVertical: space(2), alignItems: 'flex-start' }}
    >
      <Dot on={props.on} square {...(props.wrong ? { wrong: true } : {})} />
      <Words style={{ flex: 1 }}>{props.label}</Words>
    </Pressable>
  )
}
