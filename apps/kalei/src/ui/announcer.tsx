import { createContext, useCallback, useContext, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { Text } from 'react-native'

const Announce = createContext<(text: string) => void>(() => undefined)

const unseen = { position: 'absolute', width: 1, height: 1, overflow: 'hidden', opacity: 0.01 } as const

/** One polite live region for the whole app: what changes without moving the focus is said here. */
export function AnnouncerProvider(props: { children: ReactNode }): ReactNode {
  const [said, setSaid] = useState({ text: '', turn: 0 })
  const announce = useCallback((text: string) => {
    setSaid((last) => ({ text, turn: last.turn + 1 }))
  }, [])
  const value = useMemo(() => announce, [announce])
  return (
    <Announce.Provider value={value}>
      {props.children}
      <Text role="status" aria-live="polite" style={unseen}>
        {/* A no-break space makes the same sentence new, so that it is read again. */}
        {said.turn % 2 === 0 ? said.text : `${said.text}\u00a0`}
      </Text>
    </Announce.Provider>
  )
}

export function useAnnounce(): (text: string) => void {
  return useContext(Announce)
}
