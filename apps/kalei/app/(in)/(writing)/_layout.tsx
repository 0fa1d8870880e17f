import { Navigator, Slot } from 'expo-router'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useConsents } from '../../../src/session/use-consents.ts'
import { LoadingPage } from '../../../src/ui/page.tsx'
import { Agree } from '../../../src/welcome/agree.tsx'

/** Terms and privacy may be agreed to in another panel already; the age is asked here alone. */
const needed = ['age', 'terms', 'privacy']

/**
 * Asks for what must be agreed to before the first word, and never again while somebody writes. An answer that
 * cannot be had keeps nobody from their writing; the account itself stays open to whoever does not agree.
 */
export default function WritingLayout(): ReactNode {
  const { data, isPending } = useConsents()
  const [open, setOpen] = useState(false)
  const agreed = data === undefined || needed.every((each) => data.some(({ purpose }) => purpose === each))
  if (!open && !isPending && agreed) setOpen(true)
  // The navigator stands from the start: it knows which page was asked for, and no screen of it starts before.
  return <Navigator>{open ? <Slot /> : isPending ? <LoadingPage /> : <Agree />}</Navigator>
}
