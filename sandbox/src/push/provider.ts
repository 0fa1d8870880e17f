import { z } from 'zod'
import { defineProvider } from '../kit/provider.ts'
import { createBrowsers } from './browsers.ts'
import { createPushFaults } from './faults.ts'
import { createMessages } from './messages.ts'
import { mountPush } from './routes.ts'

export const push = defineProvider({
  title: 'Web push',
  summary: 'A browser vendor’s push service that opens what it is sent, as the browser would.',
  settings: z.object({}),
  environment: {},
  create({ clock, url }) {
    const faults = createPushFaults(clock)
    const browsers = createBrowsers(`${url}/push`)
    const messages = createMessages(clock)
    return Promise.resolve({
      faults,
      links: [{ label: 'Pushes', href: '/push' }],
      routes: (app) => mountPush(app, { url, browsers, messages, faults, clock }),
      facts: () => [
        { label: 'Browsers', value: String(browsers.list().length) },
        { label: 'Pushes', value: String(messages.list().length) },
      ],
      reset() {
        browsers.clear()
        messages.clear()
      },
    })
  },
})
