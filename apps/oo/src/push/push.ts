import { api } from '../api/api.ts'
import { kept } from '../device/store.ts'

/** What the person said to the daily tip, and the subscription when there is one. */
interface PushChoice {
  readonly answer: 'yes' | 'no'
  readonly id?: string
}

const key = 'push'
const isPossible = (): boolean => 'PushManager' in window && 'Notification' in window

export const readPushChoice = (): Promise<PushChoice | undefined> => kept.get<PushChoice>(key)

export const canAsk = async (): Promise<boolean> =>
  isPossible() && Notification.permission !== 'denied' && (await readPushChoice()) === undefined

export const declinePush = (): Promise<void> => kept.set(key, { answer: 'no' } satisfies PushChoice)

async function tellServer(subscription: PushSubscription): Promise<void> {
  const { endpoint, keys = {} } = subscription.toJSON()
  const { id } = await api.notifications.subscribePush({
    endpoint: endpoint ?? '',
    keys: { p256dh: keys['p256dh'] ?? '', auth: keys['auth'] ?? '' },
    app: 'oo',
    user_agent: navigator.userAgent.slice(0, 400),
  })
  await kept.set(key, { answer: 'yes', id } satisfies PushChoice)
}

/** Asks the browser, then subscribes with the server's key. */
export async function acceptPush(): Promise<'on' | 'denied'> {
  if ((await Notification.requestPermission()) !== 'granted') {
    await declinePush()
    return 'denied'
  }
  const { public_key: applicationServerKey } = await api.notifications.getPushKey({})
  const { pushManager } = await navigator.serviceWorker.ready
  await tellServer(await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey }))
  return 'on'
}

export async function stopPush(): Promise<void> {
  const choice = await readPushChoice()
  const { pushManager } = await navigator.serviceWorker.ready
  await (await pushManager.getSubscription())?.unsubscribe()
  if (choice?.id !== undefined) await api.notifications.unsubscribePush({ id: choice.id })
  await declinePush()
}

/** The sign of life without which the server lets a subscription end. */
export async function renewPush(): Promise<void> {
  if (!isPossible() || (await readPushChoice())?.answer !== 'yes') return
  const { pushManager } = await navigator.serviceWorker.ready
  const subscription = await pushManager.getSubscription()
  if (subscription !== null) await tellServer(subscription)
}
