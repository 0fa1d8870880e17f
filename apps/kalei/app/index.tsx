import { Redirect } from 'expo-router'
import type { ReactNode } from 'react'
import { useSession } from '../src/session/session.tsx'
import { Landing } from '../src/welcome/landing.tsx'

export default function Start(): ReactNode {
  const { state } = useSession()
  if (state.status === 'in') return <Redirect href="/mirror" />
  if (state.status === 'loading') return null
  return <Landing />
}
