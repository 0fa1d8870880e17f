import type { HandlerOf, OutputOf } from '@triptych/kernel'
import type { aiGatewayContract } from '../contract/contract.ts'
import type { Lane } from '../lanes/lane.ts'

type Operation = (typeof aiGatewayContract)['operations']['listRecipients']
type Recipient = OutputOf<Operation>['items'][number]

/** Lanes that need the same consent are one recipient, with the hosts of them all. */
function recipientsOf(lanes: readonly Lane[]): Recipient[] {
  const recipients = new Map<string, Recipient>()
  for (const { consent, endpoint, providers } of lanes) {
    if (consent === null) continue
    const { provider, region, name = provider } = consent
    const key = `${provider} ${region}`
    const known = recipients.get(key) ?? { provider, region, name, hosts: [], zero_retention: true }
    const named = new Set(known.hosts.map((host) => host.name))
    const hosts = providers.filter((host) => !named.has(host.name))
    recipients.set(key, {
      ...known,
      hosts: [...known.hosts, ...hosts.map((host) => ({ name: host.name, country: host.country }))],
      zero_retention: known.zero_retention && endpoint === 'openrouter',
    })
  }
  return [...recipients.values()]
}

/** Only lanes that can be called: what is not configured receives nothing. */
export function listRecipients(deps: {
  readonly clients: readonly { readonly lane: Lane }[]
}): HandlerOf<typeof aiGatewayContract, 'listRecipients'> {
  const items = recipientsOf(deps.clients.map(({ lane }) => lane))
  return () => Promise.resolve({ items })
}
