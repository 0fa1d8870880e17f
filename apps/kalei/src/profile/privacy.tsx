import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { View } from 'react-native'
import { troubleOf } from '../api/trouble.ts'
import type { Consent } from '../api/wire.ts'
import { newClientId } from '../device/new-id.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { modelConsent, modelProvider } from '../session/consents.ts'
import { useServices } from '../session/services.tsx'
import { useConsents } from '../session/use-consents.ts'
import { space } from '../theme/tokens.ts'
import { useColors } from '../theme/use-theme.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { Skeleton } from '../ui/notice.tsx'
import { Section } from '../ui/page.tsx'
import { Words } from '../ui/text.tsx'
import { TroubleNotice } from '../ui/trouble-notice.tsx'
import { FactRows } from '../welcome/fact-rows.tsx'
import { ModelChoice } from '../welcome/welcome.tsx'

function useChangeConsents() {
  const { api } = useServices()
  const { m } = useI18n()
  const cache = useQueryClient()
  const announce = useAnnounce()
  const refresh = (): Promise<void> => cache.invalidateQueries({ queryKey: ['consents'] })
  const allowModel = useMutation({
    mutationFn: async () => api.identity.giveConsent(modelConsent(), { idempotencyKey: newClientId() }),
    onSettled: refresh,
  })
  const revoke = useMutation({
    mutationFn: async (id: string) =>
      api.identity.withdrawConsent({ id }, { idempotencyKey: `revoke-${id}` }),
    onSuccess: () => announce(m.you.revoked),
    onSettled: refresh,
  })
  return { allowModel, revoke }
}

const providerName = ({ provider }: Consent): string =>
  provider === null || provider === modelProvider.provider ? modelProvider.name : provider
const placeName = ({ region }: Consent): string =>
  region === null || region === modelProvider.region ? modelProvider.place : region

/** Taking these back means leaving: deleting the account is further down the page. */
const partOfTheAccount: ReadonlySet<string> = new Set(['terms', 'privacy', 'age'])

function ConsentRow(props: { consent: Consent; onRevoke: () => void }): ReactNode {
  const { m, format } = useI18n()
  const color = useColors()
  const { consent, onRevoke } = props
  const name = m.you.consentNames[consent.purpose] ?? consent.purpose
  const about = [
    consent.provider === null ? '' : `${providerName(consent)}, ${placeName(consent)}`,
    m.you.consentSince(format.day(consent.granted_at)),
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

/** Who reads what, the choice of engine, and every consent with its way back. */
export function Privacy(): ReactNode {
  const { m } = useI18n()
  const list = useConsents()
  const { allowModel, revoke } = useChangeConsents()
  const consents = list.data ?? []
  const model = consents.find((consent) => consent.purpose === 'model_processing')
  const row: [string, string] = [
    m.welcome.who.rows.at(-1)?.[0] ?? '',
    model ? m.you.modelOn(providerName(model), placeName(model)) : m.you.modelOff,
  ]
  const error = list.error ?? allowModel.error ?? revoke.error
  return (
    <>
      <Section title={m.you.privacy}>
        <FactRows rows={[...m.you.privacyRows, row]} />
      </Section>
      <Section title={m.you.model}>
        {error ? <TroubleNotice trouble={troubleOf(error)} onRetry={() => void list.refetch()} /> : null}
        {list.isPending ? (
          <Skeleton label={m.common.loading} />
        ) : (
          <ModelChoice
            on={model !== undefined}
            onChange={(on) => {
              if (on && !model) allowModel.mutate()
              if (!on && model) revoke.mutate(model.id)
            }}
          />
        )}
      </Section>
      <Section title={m.you.consents}>
        {consents.length === 0 ? (
          <Words tone="inkSoft">{m.you.noConsents}</Words>
        ) : (
          <View role="list">
            {consents.map((consent) => (
              <ConsentRow key={consent.id} consent={consent} onRevoke={() => revoke.mutate(consent.id)} />
            ))}
          </View>
        )}
      </Section>
    </>
  )
}
