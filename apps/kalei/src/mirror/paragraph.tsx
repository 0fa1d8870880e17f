import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { Platform, View } from 'react-native'
import { limits } from '../api/limits.ts'
import { troubleOf } from '../api/trouble.ts'
import type { Message, ServerCrisis, SessionDetail } from '../api/wire.ts'
import { newClientId } from '../device/new-id.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { CrisisCard } from '../safety/crisis-card.tsx'
import { useServices } from '../session/services.tsx'
import { space } from '../theme/tokens.ts'
import { Button, TextLink } from '../ui/button.tsx'
import { Confirm } from '../ui/notice.tsx'
import { Words } from '../ui/text.tsx'
import { TroubleNotice } from '../ui/trouble-notice.tsx'
import { mark } from '../ui/web.ts'
import { Composer } from './composer.tsx'
import { FragmentText } from './fragment-text.tsx'
import { Unfolded } from './unfolded.tsx'

type Change = (messages: Message[]) => Message[]

function useChangeMessages(sessionId: string): (change: Change) => void {
  const cache = useQueryClient()
  return (change) => {
    cache.setQueryData<SessionDetail>(
      ['session', sessionId],
      (known) => known && { ...known, items: change(known.items) },
    )
    void cache.invalidateQueries({ queryKey: ['sessions'] })
  }
}

function Editor(props: {
  message: Message
  sessionId: string
  onDone: (changed: boolean) => void
}): ReactNode {
  const { message, sessionId, onDone } = props
  const { m } = useI18n()
  const { api } = useServices()
  const change = useChangeMessages(sessionId)
  const [text, setText] = useState(message.content)
  // Another text is another request: it needs a key of its own.
  const key = useMemo(() => ({ text, id: newClientId() }), [text])
  const edit = useMutation({
    mutationFn: async () =>
      api.mirror.editMessage({ id: message.id, content: key.text }, { idempotencyKey: key.id }),
    onSuccess: (answer) => {
      if (answer.session_id === null) return
      change((all) => all.map((each) => (each.id === message.id ? answer : each)))
      onDone(true)
    },
  })
  return (
    <View style={{ gap: space(3) }}>
      {edit.error ? <TroubleNotice trouble={troubleOf(edit.error)} /> : null}
      {edit.data?.crisis ? (
        <CrisisCard crisis={edit.data.crisis} sent={false} onDispute={() => undefined} />
      ) : null}
      <Composer
        label={m.mirror.editLabel}
        placeholder=""
        value={text}
        limit={limits.edit}
        onChange={setText}
        onSend={() => edit.mutate()}
        sendLabel={m.common.save}
        busy={edit.isPending && m.mirror.sending}
        lines={2}
        beside={<Button kind="text" label={m.common.cancel} onPress={() => onDone(false)} />}
      />
    </View>
  )
}

function Tools(props: {
  message: Message
  sessionId: string
  closed: boolean
  onEdit: () => void
}): ReactNode {
  const { message, sessionId, closed, onEdit } = props
  const { m } = useI18n()
  const { api } = useServices()
  const change = useChangeMessages(sessionId)
  const remove = useMutation({
    mutationFn: async () =>
      api.mirror.deleteMessage({ id: message.id }, { idempotencyKey: `delete-${message.id}` }),
    onSuccess: () => change((all) => all.filter((each) => each.id !== message.id)),
  })
  const words = message.content.slice(0, 40)
  return (
    <View
      role="group"
      {...mark({ tools: '' })}
      aria-label={m.mirror.actions(words)}
      style={{ flexDirection: 'row', flexWrap: 'wrap', gap: space(4), alignItems: 'center' }}
    >
      {closed ? null : <Button kind="text" label={m.common.edit} onPress={onEdit} />}
      <Confirm
        label={m.common.remove}
        question={m.mirror.deleteMessage}
        yes={m.common.remove}
        no={m.common.keep}
        onConfirm={() => remove.mutate()}
      />
      {remove.error ? <TroubleNotice trouble={troubleOf(remove.error)} /> : null}
    </View>
  )
}

/** One passage of the page: the words, what is unfolded out of them, and what can be done with it. */
export function Paragraph(props: {
  message: Message
  sessionId: string
  closed: boolean
  fresh: boolean
}): ReactNode {
  const { message, sessionId, closed, fresh } = props
  const { m } = useI18n()
  const [openId, setOpenId] = useState<string>()
  const [editing, setEditing] = useState(false)
  const [edited, setEdited] = useState(false)
  const done = (changed: boolean): void => {
    setEditing(false)
    if (changed) setEdited(true)
  }
  const change = useChangeMessages(sessionId)
  const flag = (crisis: ServerCrisis): void => {
    const flagged = { ...message, status: 'crisis' as const, fragments: [], engine: null, crisis }
    change((all) => all.map((each) => (each.id === message.id ? flagged : each)))
    setEdited(true)
  }
  const current = fresh || edited
  const open = message.fragments.find((fragment) => fragment.id === openId)
  const passage = useRef<View>(null)
  const fold = (): void => {
    // The focus goes back to the words it came from.
    if (Platform.OS === 'web')
      (passage.current as unknown as HTMLElement | null)
        ?.querySelector<HTMLElement>('[data-fragment][data-open="true"]')
        ?.focus()
    setOpenId(undefined)
  }
  if (editing) return <Editor message={message} sessionId={sessionId} onDone={done} />
  return (
    <View
      ref={passage}
      {...mark({ passage: '' })}
      {...{ onKeyDown: ({ key }: { key: string }) => (key === 'Escape' && open ? fold() : undefined) }}
      style={{ gap: space(2) }}
    >
      <FragmentText
        content={message.content}
        fragments={message.fragments}
        openId={openId}
        onToggle={(fragment) => setOpenId((was) => (was === fragment.id ? undefined : fragment.id))}
      />
      {open ? <Unfolded key={open.id} fragment={open} onFold={fold} onCrisis={flag} /> : null}
      {message.crisis && current ? (
        <CrisisCard crisis={message.crisis} sent onDispute={() => undefined} />
      ) : null}
      {message.crisis && !current ? <TextLink size="small" href="/help" label={m.crisis.more} /> : null}
      {current && message.status === 'ok' && message.fragments.length === 0 ? (
        <Words size="small" tone="inkSoft">
          {m.mirror.quiet}
        </Words>
      ) : null}
      <Tools message={message} sessionId={sessionId} closed={closed} onEdit={() => setEditing(true)} />
    </View>
  )
}
