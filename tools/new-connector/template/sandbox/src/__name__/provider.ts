import { z } from 'zod'
import { defineProvider } from '../kit/provider.ts'
import { create__Name__Faults } from './faults.ts'
import { createGrants } from './grants.ts'
import { mount__Name__ } from './routes.ts'
import { createTasks } from './tasks.ts'

export const __camel__ = defineProvider({
  title: '__Title__',
  summary: 'A list of tasks behind OAuth 2.0, read by its changes.',
  settings: z.object({
    clientId: z.string().min(1).default('triptych-sandbox'),
    clientSecret: z.string().min(1).default('sandbox-__name__-client'),
  }),
  environment: { __CONSTANT___CLIENT_ID: 'clientId', __CONSTANT___CLIENT_SECRET: 'clientSecret' },
  create({ clock }, client) {
    const faults = create__Name__Faults(clock)
    const grants = createGrants(clock)
    const tasks = createTasks(clock)
    return Promise.resolve({
      faults,
      links: [{ label: 'The tasks', href: '/__name__/tasks' }],
      routes: (app) => mount__Name__(app, { client, faults, grants, tasks }),
      facts: () => [{ label: 'Tasks', value: String(tasks.list().length) }],
      reset() {
        grants.reset()
        tasks.reset()
      },
    })
  },
})
