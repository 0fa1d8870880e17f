import { useState } from 'react'
import type { ReactNode } from 'react'
import { View } from 'react-native'
import { useI18n } from '../i18n/i18n.tsx'
import { space } from '../theme/tokens.ts'
import { Choice } from './choice.tsx'
import type { Option } from './choice.tsx'
import { Field } from './field.tsx'
import { Words } from './text.tsx'

const shown = 6
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** One out of many: type to narrow, then choose. The current choice stands first. */
export function Picker(props: {
  label: string
  value: string
  options: readonly Option<string>[]
  onChoose: (value: string) => void
}): ReactNode {
  const { label, value, options, onChoose } = props
  const { m } = useI18n()
  const [query, setQuery] = useState('')
  const sought = plain(query.trim())
  const fitting = options.filter(
    (each) => sought === '' || plain(`${each.label} ${each.value}`).includes(sought),
  )
  const first = fitting
    .toSorted((a, b) => Number(b.value === value) - Number(a.value === value))
    .slice(0, shown)
  return (
    <View style={{ gap: space(3) }}>
      {options.length > shown ? <Field label={m.you.search} value={query} onChange={setQuery} /> : null}
      {first.length > 0 ? (
        <Choice label={label} options={first} value={value} onChange={onChoose} />
      ) : (
        <Words tone="inkSoft">{m.you.noMatch}</Words>
      )}
    </View>
  )
}
