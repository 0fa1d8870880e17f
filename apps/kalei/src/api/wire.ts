import type { aiGatewayContract } from '@triptych/ai-gateway/contract'
import type { billingContract } from '@triptych/billing/contract'
import type { identityContract } from '@triptych/identity/contract'
import type { EventOf, OutputOf } from '@triptych/kernel'
import type { mirrorContract } from '@triptych/mirror/contract'
import type { privacyContract } from '@triptych/privacy/contract'
import type { turnContract } from '@triptych/turn/contract'
import type { z } from 'zod'

type Identity = (typeof identityContract)['operations']
type Mirror = (typeof mirrorContract)['operations']
type Turn = (typeof turnContract)['operations']

export type Me = OutputOf<Identity['getMe']>
export type Device = OutputOf<Identity['listSessions']>['items'][number]
export type Consent = OutputOf<Identity['listConsents']>['items'][number]
/** Somebody outside whom a person can allow to process what they write. */
export type Recipient = OutputOf<(typeof aiGatewayContract)['operations']['listRecipients']>['items'][number]
export type ConsentInput = z.input<Identity['giveConsent']['input']>
export type ProfileChange = z.input<Identity['updateProfile']['input']>

export type Message = OutputOf<Mirror['sendMessage']>
export type Fragment = Message['fragments'][number]
export type SessionSummary = OutputOf<Mirror['listSessions']>['items'][number]
export type SessionDetail = OutputOf<Mirror['getSession']>
export type Unfolded = OutputOf<Mirror['reframeFragment']>
export type Reframe = Unfolded['reframes'][number]
export type MicroAction = NonNullable<Unfolded['micro_action']>
export type TurnRecord = OutputOf<Turn['getTurn']>
export type TurnEvent = EventOf<Turn['createTurn']>
export type Entitlements = OutputOf<(typeof billingContract)['operations']['getEntitlements']>
export type Receipt = OutputOf<(typeof privacyContract)['operations']['getReceipt']>

export type ServerCrisis = NonNullable<Message['crisis']>
export type HelpLine = ServerCrisis['resources'][number]
type Needed = Pick<ServerCrisis, 'severity' | 'template' | 'message' | 'resources'>
/** Help for a moment; without `event_id` it was the device that found it, and nothing was recorded. */
export type Crisis = Needed & Partial<Omit<ServerCrisis, keyof Needed>>
