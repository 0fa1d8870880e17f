import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Router } from 'wouter'
import { Gate } from './session/gate.tsx'
import { ThemeProvider } from './shell/theme.tsx'

const client = new QueryClient({
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
