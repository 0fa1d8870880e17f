import '../src/theme/gen/colors.css'
import '../src/theme/app.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Slot, usePathname } from 'expo-router'
import { StatusBar } from 'expo-status-bar'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { SafeAreaProvider } from 'react-native-safe-area-context'
import { passes, troubleOf } from '../src/api/trouble.ts'
import { useServiceWorker } from '../src/device/use-service-worker.ts'
import { I18nProvider } from '../src/i18n/i18n.tsx'
import { Suspended } from '../src/profile/suspended.tsx'
import { ServicesProvider } from '../src/session/services.tsx'
import { SessionProvider, useSession } from '../src/session/session.tsx'
import { AnnouncerProvider } from '../src/ui/announcer.tsx'
import { Shell } from '../src/ui/shell.tsx'

function Frame(): ReactNode {
  const { state } = useSession()
  const path = usePathname()
  if (path === '/help') return <Slot />
  const suspended = state.status === 'suspended' && !path.startsWith('/receipt/')
  return <Shell signedIn={state.status === 'in'}>{suspended ? <Suspended /> : <Slot />}</Shell>
}

export default function RootLayout(): ReactNode {
  useServiceWorker()
  const [cache] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: {
            retry: (failed, error) => failed < 1 && passes(troubleOf(error)),
            staleTime: 15_000,
            networkMode: 'always',
          },
        },
      }),
  )
  return (
    <SafeAreaProvider style={{ minHeight: '100%', flexGrow: 1 }}>
      <StatusBar style="auto" />
      <QueryClientProvider client={cache}>
        <ServicesProvider>
          <I18nProvider>
            <AnnouncerProvider>
              <SessionProvider>
                <Frame />
              </SessionProvider>
            </AnnouncerProvider>
          </I18nProvider>
        </ServicesProvider>
      </QueryClientProvider>
    </SafeAreaProvider>
  )
}
