import { type DocumentPurpose, documents, documentVersion } from '@triptych/identity/contract'
import type { ReactNode } from 'react'
import { useI18n } from '../i18n/i18n.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Words } from '../ui/text.tsx'

function DocumentPage(props: { name: DocumentPurpose }): ReactNode {
  const { language } = useI18n()
  const { title, parts } = documents[props.name][language]
  return (
    <Page title={title}>
      {parts.map(([heading, text]) => (
        <Section key={heading} title={heading}>
          <Words>{text}</Words>
        </Section>
      ))}
      <Words size="small" tone="inkSoft" figures>
        {documentVersion}
      </Words>
    </Page>
  )
}

export function Terms(): ReactNode {
  return <DocumentPage name="terms" />
}

export function PrivacyPolicy(): ReactNode {
  return <DocumentPage name="privacy" />
}
