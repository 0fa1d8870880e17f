import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { View } from 'react-native'
import { troubleOf } from '../api/trouble.ts'
import type { Consent, Recipient } from '../api/wire.ts'
import { newClientId } from '../device/new-id.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { isSame, modelConsent, modelPurpose } from '../session/consents.ts'
import { useServices } from '../session/services.tsx'
import { useConsents } from '../session/use-consents.ts'
import { useModelConsent } from '../session/use-model-consent.ts'
import { useRecipients } from '../session/use-recipients.ts'
import { space } from '../theme/tokens.ts'
import { useColors } from '../theme/use-theme.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { Notice, Skeleton } from '../ui/notice.tsx'
import { Section } from '../ui/page.tsx'
import { Words } from '../ui/text.tsx'
import { TroubleNotice } from '../ui/trouble-notice.tsx'
import { FactRows } from '../welcome/fact-rows.tsx'
import { ModelChoice, placeName } from '../welcome/model-choice.tsx'

function useChangeConsents() {
  const { api } = useServices()
  const { m } = useI18n()
  const cache = useQueryClient()
  const announce = useAnnounce()
  const refresh = (): Promise<void> => cache.invalidateQueries({ queryKey: ['consents'] })
  const allow = useMutation({
    mutationFn: async (recipients: readonly Recipient[]) => {
      for (const recipient of recipients)
        await api.identity.giveConsent(modelConsent(recipient), { idempotencyKey: newClientId() })
    },
    onSettled: refresh,
  })
  const revoke = useMutation({
    mutationFn: async (consents: readonly Consent[]) => {
      for (const { id } of consents)
        await api.identity.withdrawConsent({ id }, { idempotencyKey: `revoke-${id}` })
    },
    onSuccess: () => announce(m.you.revoked),
    onSettled: refresh,
  })
  return { allow, revoke }
}

/** Taking these back means leaving: deleting the account is further down the page. */
const partOfTheAccount: ReadonlySet<string> = new Set(['terms', 'privacy', 'age'])

function ConsentRow(props: {
  consent: Consent
  recipients: readonly Recipient[] | undefined
  onRevoke: () => void
}): ReactNode {
  const { m, format } = useI18n()
  const color = useColors()
  const { consent, recipients, onRevoke } = props
  const { purpose, provider, region } = consent
  const name = m.you.consentNames[purpose] ?? purpose
  const recipient = recipients?.find((one) => isSame(one, consent))
  const about = [
    provider === null ? '' : (recipient?.name ?? provider),
    region === null ? '' : placeName(m, format, region),
    m.you.consentSince(format.day(consent.granted_at)),
    purpose === modelPurpose && recipients && !recipient ? m.you.consentUnused : '',
  ]
  return (
    <View
      role="listitem"
      style={{
        flexDirection: 'row',
        flexWrap: 'wrap',
        justifyContent: 'space-between',
        alignItems: 'center',
        columnGap: space(4),
        paddingVertical: space(3),
        borderBottomWidth: 1,
        borderBottomColor: color.line,
      }}
    >
      <View style={{ flexShrink: 1 }}>
        <Words>{name}</Words>
        <Words size="small" tone="inkSoft">
          {about.filter(Boolean).join(' · ')}
        </Words>
      </View>
      {partOfTheAccount.has(consent.purpose) ? null : (
        <Button
          kind="text"
          label={m.you.revoke}
          accessibleName={`${m.you.revoke}: ${name}`}
          onPress={onRevoke}
        />
      )}
    </View>
  )
}

/** For whoever agreed once, when others would answer now: they are asked again, and nothing is sent until then. */
function AskAgain(props: { onAllow: () => void }): ReactNode {
  const { m } = useI18n()
  return (
    <Notice actions={<Button kind="quiet" label={m.you.modelAgainDo} onPress={props.onAllow} />}>
      {m.you.modelAgain}
    </Notice>
  )
}

/** Who reads what, the choice of engine, and every consent with its way back. */
export function Privacy(): ReactNode {
  const { m, format } = useI18n()
  const list = useConsents()
  const offered = useRecipients()
  const model = useModelConsent()
  const { allow, revoke } = useChangeConsents()
  const consents = list.data ?? []
  const allowed = model?.allowed.map(({ name, region }) => `${name} (${placeName(m, format, region)})`) ?? []
  const row: [string, string] = [
    m.welcome.who.rows.at(-1)?.[0] ?? '',
    allowed.length > 0 ? m.you.modelOn(allowed.join(', ')) : m.you.modelOff,
  ]
  const error = list.error ?? offered.error ?? allow.error ?? revoke.error
  const retry = (): void => void Promise.all([list.refetch(), offered.refetch()])
  return (
    <>
      <Section title={m.you.privacy}>
        <FactRows rows={model ? [...m.you.privacyRows, row] : m.you.privacyRows} />
      </Section>
      <Section title={m.you.model}>
        {error ? <TroubleNotice trouble={troubleOf(error)} onRetry={retry} /> : null}
        {list.isPending || offered.isPending ? <Skeleton label={m.common.loading} /> : null}
        {model && model.given.length > 0 && model.unasked.length > 0 ? (
          <AskAgain onAllow={() => allow.mutate(model.unasked)} />
        ) : null}
        {model ? (
          <ModelChoice
            recipients={model.recipients}
            on={model.allowed.length > 0}
            onChange={(on) => (on ? allow.mutate(model.unasked) : revoke.mutate(model.given))}
          />
        ) : null}
      </Section>
      <Section title={m.you.consents}>
        {consents.length === 0 ? (
          <Words tone="inkSoft">{m.you.noConsents}</Words>
        ) : (
          <View role="list">
            {consents.map((consent) => (
              <ConsentRow
                key={consent.id}
                consent={consent}
                recipients={offered.data}
                onRevoke={() => revoke.mutate([consent])}
              />
            ))}
          </View>
        )}
      </Section>
    </>
  )
}
