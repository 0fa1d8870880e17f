import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { View } from 'react-native'
import { limits } from '../api/limits.ts'
import { useKeptText } from '../device/use-kept-text.ts'
import type { KeptText } from '../device/use-kept-text.ts'
import { useDrafts } from '../drafts/drafts.tsx'
import { useI18n } from '../i18n/i18n.tsx'
import { Composer } from '../mirror/composer.tsx'
import { CrisisCard } from '../safety/crisis-card.tsx'
import { screen } from '../safety/device.ts'
import { useRegion } from '../safety/use-region.ts'
import { useMe } from '../session/session.tsx'
import { measure, space } from '../theme/tokens.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Heading, Words } from '../ui/text.tsx'
import { TroubleNotice } from '../ui/trouble-notice.tsx'
import { PastTurns, WaitingTurns } from './past-turns.tsx'
import { TurnActions, TurnView } from './turn-result.tsx'
import { useTurn } from './use-turn.ts'
import type { Turning, TurnProblem, TurnState } from './use-turn.ts'

function Problem(props: { problem: TurnProblem; thought: string; onRetry: () => void }): ReactNode {
  const { problem, thought, onRetry } = props
  const { m, language } = useI18n()
  const [region] = useRegion()
  if (problem.kind === 'stopped') return <Notice>{m.turn.stopped}</Notice>
  // Whatever keeps the words from the server must not keep the help from the person.
  const crisis = screen(thought, { region, language })
  return (
    <View style={{ gap: space(4) }}>
      {crisis ? <CrisisCard crisis={crisis} sent={false} onDispute={() => undefined} /> : null}
      {problem.kind === 'truncated' ? (
        <Notice urgent actions={<Button kind="quiet" label={m.common.tryAgain} onPress={onRetry} />}>
          {m.trouble.truncated}
        </Notice>
      ) : problem.kind === 'limit' ? (
        <TroubleNotice trouble={problem} doing="turn" />
      ) : (
        <TroubleNotice trouble={problem} onRetry={onRetry} />
      )}
    </View>
  )
}

function useProgress(state: TurnState): void {
  const { m } = useI18n()
  const announce = useAnnounce()
  const arrived = state.step === 'turning' ? state.so.reframes.length : 0
  const restarts = state.step === 'turning' ? state.so.restarts : 0
  const done = state.step === 'done' && state.answer.status === 'ok'
  useEffect(() => {
    if (restarts > 0) announce(m.trouble.restarted)
  }, [restarts, announce, m])
  useEffect(() => {
    if (arrived > 0) announce(m.turn.arrived(arrived))
  }, [arrived, announce, m])
  useEffect(() => {
    if (done) announce(m.turn.done)
  }, [done, announce, m])
}

function Ask(props: { turning: Turning; kept: KeptText }): ReactNode {
  const { turning, kept } = props
  const { m } = useI18n()
  const { online, submit } = useDrafts()
  const { text, setText } = kept
  const { state } = turning
  const problem = state.step === 'idle' ? state.problem : undefined
  const wait = async (thought: string): Promise<void> => {
    setText('')
    const clientId = turning.keyOf(thought)
    turning.reset()
    await submit({ clientId, kind: 'turn', text: thought, writtenAt: new Date().toISOString() })
  }
  const send = async (): Promise<void> => {
    const thought = text.trim()
    if (!online) return wait(thought)
    const stopped = await turning.start(thought)
    if (stopped === undefined) setText('')
    else if (stopped.kind === 'offline') await wait(thought)
    return undefined
  }
  return (
    <View style={{ gap: space(6), maxWidth: measure }}>
      <View style={{ gap: space(3) }}>
        <Heading level={1}>{m.turn.heading}</Heading>
        <Words tone="inkSoft">{m.turn.lead}</Words>
      </View>
      {problem ? <Problem problem={problem} thought={state.thought} onRetry={() => void send()} /> : null}
      <Composer
        label={m.turn.label}
        placeholder={m.turn.placeholder}
        value={text}
        limit={limits.thought}
        onChange={setText}
        onSend={() => void send()}
        sendLabel={m.turn.send}
        lines={3}
      />
    </View>
  )
}

function Outcome(props: { turning: Turning }): ReactNode {
  const { turning } = props
  const { m } = useI18n()
  const { state } = turning
  if (state.step === 'idle') return null
  const { so, thought } = state
  const crisis = state.step === 'done' ? state.answer.crisis : so.crisis
  if (crisis) {
    return (
      <View style={{ gap: space(6), maxWidth: measure }}>
        <Heading level={1} size="small" tone="inkSoft">
          {m.turn.title}
        </Heading>
        <CrisisCard crisis={crisis} sent onDispute={turning.reset} />
      </View>
    )
  }
  return (
    <View style={{ gap: space(6) }}>
      <Heading level={1} size="small" tone="inkSoft">
        {state.step === 'done' ? m.turn.title : m.turn.turning}
      </Heading>
      {so.restarts > 0 && state.step === 'turning' ? <Notice>{m.trouble.restarted}</Notice> : null}
      <TurnView
        thought={thought}
        reframes={state.step === 'done' ? state.answer.reframes : so.reframes}
        action={(state.step === 'done' ? state.answer.micro_action : so.microAction) ?? undefined}
        engine={(state.step === 'done' ? state.answer.engine : so.engine) ?? ''}
        turning={state.step === 'turning'}
      />
      {state.step === 'turning' ? (
        <View style={{ alignItems: 'flex-start' }}>
          <Button kind="quiet" label={m.turn.stop} onPress={turning.stop} />
        </View>
      ) : (
        <>
          <TurnActions
            id={state.answer.id}
            saved={state.answer.saved_at !== null}
            onDeleted={turning.reset}
          />
          <View style={{ alignItems: 'flex-start' }}>
            <Button kind="quiet" label={m.turn.again} onPress={turning.reset} />
          </View>
        </>
      )}
    </View>
  )
}

/** One heavy thought in, three views and one small thing out. */
export function TurnHome(): ReactNode {
  const { m } = useI18n()
  const me = useMe()
  const turning = useTurn()
  const kept = useKeptText(me.id, 'turn')
  useProgress(turning.state)
  return (
    <Page title={m.turn.title} heading={null} {...(turning.state.step === 'idle' ? {} : { width: 940 })}>
      {turning.state.step === 'idle' ? <Ask turning={turning} kept={kept} /> : <Outcome turning={turning} />}
      {turning.state.step === 'idle' ? (
        <View style={{ maxWidth: measure, width: '100%' }}>
          <WaitingTurns onTakeBack={kept.setText} />
          <Section title={m.turn.past}>
            <PastTurns />
          </Section>
        </View>
      ) : null}
    </Page>
  )
}
