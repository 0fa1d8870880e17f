import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { Platform, Text } from 'react-native'
import type { Fragment } from '../api/wire.ts'
import type { Catalogue } from '../i18n/en.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { useColors } from '../theme/use-theme.ts'
import { Words } from '../ui/text.tsx'
import { facetOf } from './facet-of.ts'
import { segmentsOf } from './segments.ts'

/** What a thought of this type leans on, in plain words. */
export function leaningOf(m: Catalogue, type: string): string {
  return (m.leaning as Readonly<Record<string, string>>)[type] ?? m.leaning.other
}

interface FragmentWordsProps {
  text: string
  fragment: Fragment
  open: boolean
  onPress: () => void
}

/** A span and not a button element, which could not break across lines with the sentence around it. */
function WebFragment(props: FragmentWordsProps & { label: string }): ReactNode {
  const { text, fragment, open, onPress, label } = props
  return (
    <span
      role="button"
      tabIndex={0}
      data-fragment={facetOf(fragment.type)}
      data-open={open}
      aria-expanded={open}
      aria-label={label}
      onClick={onPress}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        onPress()
      }}
    >
      {text}
    </span>
  )
}

function FragmentWords(props: FragmentWordsProps): ReactNode {
  const { m } = useI18n()
  const color = useColors()
  const { text, fragment, open, onPress } = props
  const label = m.mirror.fragment(text, m.mirror.leans(leaningOf(m, fragment.type)))
  if (Platform.OS === 'web') return <WebFragment {...props} label={label} />
  return (
    <Text
      role="button"
      aria-expanded={open}
      aria-label={label}
      onPress={onPress}
      style={{ backgroundColor: color[`${facetOf(fragment.type)}Wash`] }}
    >
      {text}
    </Text>
  )
}

/** A message in the person's own serif, its fragments drawn in their facet's colour. */
export function FragmentText(props: {
  content: string
  fragments: readonly Fragment[]
  openId: string | undefined
  onToggle: (fragment: Fragment) => void
}): ReactNode {
  const { content, fragments, openId, onToggle } = props
  const segments = useMemo(() => segmentsOf(content, fragments), [content, fragments])
  return (
    <Words
      own
      size="large"
      style={{ lineHeight: 33, ...(Platform.OS === 'web' ? { whiteSpace: 'pre-wrap' as never } : {}) }}
    >
      {segments.map(({ text, fragment }, index) =>
        fragment === undefined ? (
          text
        ) : (
          <FragmentWords
            key={`${fragment.id}-${index}`}
            text={text}
            fragment={fragment}
            open={fragment.id === openId}
            onPress={() => onToggle(fragment)}
          />
        ),
      )}
    </Words>
  )
}
