import type { ReactNode } from 'react'
import { View } from 'react-native'
import type { Trouble } from '../api/trouble.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { space } from '../theme/tokens.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { troubleText } from '../ui/trouble-text.ts'

/** A narrow page for one small form. */
export function AuthPage(props: { title: string; lead?: ReactNode; children: ReactNode }): ReactNode {
  return (
    <Page title={props.title} lead={props.lead} width={400}>
      <View style={{ gap: space(5) }}>{props.children}</View>
    </Page>
  )
}

/** What went wrong with a form. `known` says it better for some codes. */
export function FormTrouble(props: {
  trouble: Trouble | undefined
  known?: Readonly<Record<string, string>>
}): ReactNode {
  const { m, format } = useI18n()
  const { trouble, known = {} } = props
  if (trouble === undefined) return null
  const code = 'code' in trouble ? trouble.code : trouble.kind
  const forms: Readonly<Record<string, string>> = { offline: m.trouble.formOffline, away: m.trouble.formAway }
  return <Notice urgent>{known[code] ?? forms[code] ?? troubleText(m, format, trouble)}</Notice>
}
