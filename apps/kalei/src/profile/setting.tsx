import { useState } from 'react'
import type { ReactNode } from 'react'
import { View } from 'react-native'
import { useI18n } from '../i18n/i18n.tsx'
import { space } from '../theme/tokens.ts'
import { useColors } from '../theme/use-theme.ts'
import { Button } from '../ui/button.tsx'
import { Words } from '../ui/text.tsx'

/** What is set now, and the way to change it, which opens below. */
export function Setting(props: {
  label: string
  shown: string
  children: (close: () => void) => ReactNode
}): ReactNode {
  const { m } = useI18n()
  const color = useColors()
  const [open, setOpen] = useState(false)
  const { label, shown, children } = props
  return (
    <View
      style={{
        paddingVertical: space(2),
        gap: space(3),
        borderBottomWidth: 1,
        borderBottomColor: color.line,
      }}
    >
      <View
        style={{
          flexDirection: 'row',
          flexWrap: 'wrap',
          justifyContent: 'space-between',
          alignItems: 'center',
        }}
      >
        <View style={{ flexShrink: 1 }}>
          <Words size="small" tone="inkSoft">
            {label}
          </Words>
          <Words>{shown}</Words>
        </View>
        <Button
          kind="text"
          label={open ? m.common.cancel : m.common.change}
          accessibleName={`${open ? m.common.cancel : m.common.change}: ${label}`}
          expanded={open}
          onPress={() => setOpen(!open)}
        />
      </View>
      {open ? children(() => setOpen(false)) : null}
    </View>
  )
}
