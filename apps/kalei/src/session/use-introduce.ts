import { newClientId } from '../device/new-id.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { useServices } from './services.tsx'
import { useSession } from './session.tsx'

/** Tells a new account the language, time zone and country of the device, so that days begin where the person is. */
export function useIntroduce(): () => Promise<void> {
  const { api } = useServices()
  const { reload } = useSession()
  const { deviceLanguage, deviceRegion } = useI18n()
  return async () => {
    const place = {
      locale: deviceLanguage,
      time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      ...(deviceRegion === undefined ? {} : { region: deviceRegion }),
    }
    // A new account works without it; the page about the person offers the same choices.
    await api.identity.updateProfile(place, { idempotencyKey: newClientId() }).catch(() => undefined)
    await reload()
  }
}
