import { z } from 'zod'
import { defineProvider } from '../kit/provider.ts'
import { createCalendar } from './calendar.ts'
import { createIcalFaults } from './faults.ts'
import { mountIcal } from './routes.ts'

export const ical = defineProvider({
  title: 'Calendar feed',
  summary: 'An iCalendar address with a household’s to-dos, some of them recurring.',
  settings: z.object({}),
  environment: {},
  create({ clock }) {
    const faults = createIcalFaults(clock)
    const calendar = createCalendar(clock)
    let readings = 0
    return Promise.resolve({
      faults,
      links: [{ label: 'The feed', href: '/ical/household.ics' }],
      routes: (app) => mountIcal(app, { calendar, faults, clock, count: () => void (readings += 1) }),
      facts: () => [
        { label: 'To-dos', value: String(calendar.list().length) },
        { label: 'Readings', value: String(readings) },
      ],
      reset() {
        calendar.reset()
        readings = 0
      },
    })
  },
})
