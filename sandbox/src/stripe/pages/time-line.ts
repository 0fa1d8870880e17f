import { html, type Markup } from '../../kit/html.ts'
import { invoicesOf } from '../billing/invoices.ts'
import { periodEnd } from '../billing/subscriptions.ts'
import type { Subscription } from '../model.ts'
import { nowOf, type StripeParts } from '../parts.ts'
import { moment } from './format.ts'

const width = 600

/** A subscription from its start to the end of its period: a bar for what each invoice covers, a line for now. */
export function timeLine(parts: StripeParts, subscription: Subscription): Markup {
  const start = subscription.start_date
  const now = nowOf(parts)
  const end = Math.max(periodEnd(subscription), now, start + 1)
  const x = (at: number): number => Math.round(((at - start) / (end - start)) * width)
  const bars = invoicesOf(parts, subscription.id).flatMap(({ status, lines }) =>
    lines.data
      .filter(({ parent }) => !parent.subscription_item_details.proration)
      .map(({ period }) => ({ status, from: x(period.start), to: x(period.end) })),
  )
  const label = `${subscription.status} from ${moment(start)} to ${moment(subscription.ended_at ?? end)}`
  return html`<svg class="time-line" viewBox="0 0 ${width} 24" role="img" aria-label="${label}">
    ${bars.map(
      ({ status, from, to }) =>
        html`<rect
          class="${status}"
          x="${from}"
          y="4"
          width="${Math.max(2, to - from - 2)}"
          height="16"
          rx="4"
        >
          <title>${status}</title>
        </rect>`,
    )}
    <line x1="${x(now)}" x2="${x(now)}" y1="0" y2="24" />
  </svg>`
}
