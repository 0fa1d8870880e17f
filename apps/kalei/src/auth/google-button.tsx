import type { ReactNode } from 'react'
import { Linking, Platform, View } from 'react-native'
import { useI18n } from '../i18n/i18n.tsx'
import { useServices } from '../session/services.tsx'
import { space } from '../theme/tokens.ts'
import { useColors } from '../theme/use-theme.ts'
import { Button } from '../ui/button.tsx'
import { Words } from '../ui/text.tsx'

/** Leaves for Google and comes back signed in. */
export function useGoogle(returnTo: string): () => void {
  const { baseUrl } = useServices()
  const url = `${baseUrl}/api/v1/auth/oidc/google/start?return_to=${encodeURIComponent(returnTo)}`
  return () => {
    if (Platform.OS === 'web') window.location.assign(url)
    else void Linking.openURL(url)
  }
}

export function GoogleButton(): ReactNode {
  const { m } = useI18n()
  const color = useColors()
  // Whoever comes back signed in is led on from there; whoever does not can try again.
  const start = useGoogle('/kalei/sign-in')
  const line = { flex: 1, height: 1, backgroundColor: color.line }
  return (
    <View style={{ gap: space(5) }}>
      <View style={{ flexDirection: 'row', alignItems: 'center', gap: space(3) }} aria-hidden>
        <View style={line} />
        <Words size="small" tone="inkSoft">
          {m.auth.or}
        </Words>
        <View style={line} />
      </View>
      <Button kind="quiet" label={m.auth.google} onPress={start} />
    </View>
  )
}
