import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Router } from 'wouter'
import { isMisplaced } from './api/trouble.ts'
import { askWhereAgain } from './session/belonging.ts'
import { Gate } from './session/gate.tsx'
import { ThemeProvider } from './shell/theme.tsx'

const onError = (error: Error): void => {
  if (isMisplaced(error)) void askWhereAgain(client)
}

const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => failures < 1 && error instanceof TypeError,
    },
  },
})

export function App(): ReactNode {
  return (
    <QueryClientProvider client={client}>
      <ThemeProvider>
        <Router base="/console">
          <Gate />
        </Router>
      </ThemeProvider>
    </QueryClientProvider>
  )
}
