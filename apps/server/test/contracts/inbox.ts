import { eventually } from '@triptych/testkit'
import { sandbox } from './sandbox.ts'

interface Message {
  readonly links: readonly string[]
}

/** The token in the newest mail to an address whose link leads to a place. */
export const tokenFrom = (email: string, place: string): Promise<string> =>
  eventually(async () => {
    const reply = await fetch(`${sandbox.url}/mail/messages?to=${encodeURIComponent(email)}`)
    const { items } = (await reply.json()) as { items: Message[] }
    const link = items.flatMap((message) => message.links).find((candidate) => candidate.includes(place))
    if (link === undefined) throw new Error(`no mail to ${email} leads to ${place}`)
    const url = new URL(link)
    return url.searchParams.get('token') ?? url.pathname.split('/').at(-1) ?? ''
  })
