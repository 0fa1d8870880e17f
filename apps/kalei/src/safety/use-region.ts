import { useEffect, useState } from 'react'
import { useI18n } from '../i18n/i18n.tsx'
import { useServices } from '../session/services.tsx'
import { useSession } from '../session/session.tsx'

const key = 'region'

/** The country whose help lines are shown: the choice made on this device, else the profile's, else the locale's. */
export function useRegion(): [string | undefined, (region: string) => void] {
  const { storage } = useServices()
  const { deviceRegion } = useI18n()
  const { state } = useSession()
  const [chosen, choose] = useState<string>()
  useEffect(() => {
    void storage.read<string>(key).then(choose)
  }, [storage])
  const profile = state.status === 'in' ? state.me.profile?.region : undefined
  return [
    chosen ?? profile ?? deviceRegion,
    (region) => {
      choose(region)
      void storage.write(key, region)
    },
  ]
}
