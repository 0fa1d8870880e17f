import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { readCalendar } from '../src/connectors/ical/reader.ts'
import { todosOf } from '../src/connectors/ical/todos.ts'

const today = '2026-11-20'
const now = Date.parse(`${today}T10:00:00Z`)

const calendar = (...components: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...components, 'END:VCALENDAR', ''].join('\r\n')
const todo = (summary: string, ...lines: readonly string[]): string =>
  ['BEGIN:VTODO', `UID:${summary}`, `SUMMARY:${summary}`, ...lines, 'END:VTODO'].join('\r\n')
const plants = todo('Water the plants', 'DTSTART;VALUE=DATE:20240101', 'RRULE:FREQ=WEEKLY;BYDAY=SA')
const titlesOf = ({ tasks }: ReturnType<typeof todosOf>): string[] => tasks.map(({ title }) => title)
const upTo = (most: number): string => Array.from({ length: most }, (_, index) => index).join()
const days = (count: number): string =>
  Array.from({ length: count }, (_, index) =>
    new Date(index * 86_400_000).toISOString().slice(0, 10).replaceAll('-', ''),
  ).join()

describe('a to-do that costs too much to follow', () => {
  const start = 'DTSTART:19700101T000000Z'
  it.each([
    ['dates that never come', start, 'RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30'],
    ['dates that come every minute of no day', start, 'RRULE:FREQ=MINUTELY;BYDAY=MO;BYMONTHDAY=31;BYMONTH=4'],
    ['more of them than there were seconds', start, 'RRULE:FREQ=SECONDLY;COUNT=4000000000'],
    ['an interval beyond all days', start, 'RRULE:FREQ=DAILY;INTERVAL=4000000000'],
    [
      'an interval that misses its month',
      'DTSTART:20230201T000000Z',
      'RRULE:FREQ=MONTHLY;INTERVAL=48;BYDAY=5MO',
    ],
    [
      'every second of every minute',
      start,
      `RRULE:FREQ=MONTHLY;BYHOUR=${upTo(24)};BYMINUTE=${upTo(60)};BYSECOND=${upTo(60)}`,
    ],
    ['dates without an end', start, `RDATE;VALUE=DATE:${days(100_000)}`],
    ['exceptions without an end', start, 'RRULE:FREQ=DAILY', `EXDATE;VALUE=DATE:${days(100_000)}`],
    ['an end far from its start', 'DTSTART:00010101T000000Z', 'DUE:99990101T000000Z', 'RRULE:FREQ=DAILY'],
    ['a rule that is none', start, 'RRULE:FREQ=SOMETIMES'],
    ['a second that is none', start, 'RRULE:FREQ=DAILY;BYSECOND=99'],
  ])('is left out and hides nothing else: %s', async (_, ...lines) => {
    const reading = await readCalendar(calendar(todo('Never', ...lines), plants), now)
    expect(titlesOf(reading)).toEqual(['Water the plants'])
    expect(reading.isPartial).toBe(true)
  })

  it('brings others like it no more work than a calendar may cost', async () => {
    const never = Array.from({ length: 2_000 }, (_, index) =>
      todo(`Never ${index}`, start, 'RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30'),
    )
    const reading = await readCalendar(calendar(plants, todo('Call', 'DUE:20261121T090000Z'), ...never), now)
    expect(titlesOf(reading)).toEqual(['Water the plants', 'Call'])
    expect(reading.isPartial).toBe(true)
  })

  it('is not one that is merely old, or over', () => {
    const reading = todosOf(
      calendar(
        todo('Breathe', start, 'RRULE:FREQ=SECONDLY'),
        todo('Stretch', start, 'RRULE:FREQ=HOURLY;INTERVAL=5'),
        todo('Wash up', start, 'RRULE:FREQ=DAILY'),
        todo('Birthday', start, 'RRULE:FREQ=YEARLY'),
        todo('Impossible', start, 'RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1MO;BYMONTHDAY=15'),
        todo('Course', start, 'RRULE:FREQ=WEEKLY;COUNT=500'),
        todo('Mondays', start, `RRULE:FREQ=WEEKLY;BYDAY=${'MO,'.repeat(10_000)}MO`),
      ),
      now,
    )
    expect(reading.isPartial).toBe(false)
    const open = reading.tasks.filter(({ isDeleted }) => !isDeleted)
    expect(open.map(({ title, dueOn }) => [title, dueOn])).toEqual([
      ['Breathe', today],
      ['Stretch', today],
      ['Wash up', today],
      ['Birthday', '2027-01-01'],
      ['Mondays', '2026-11-23'],
    ])
  })
})

describe('a time zone of the calendar’s own', () => {
  const observance = (name: string, change: readonly [string, string], since: string, rule: string) => [
    `BEGIN:${name}`,
    `TZOFFSETFROM:${change[0]}`,
    `TZOFFSETTO:${change[1]}`,
    `DTSTART:${since}`,
    `RRULE:${rule}`,
    `END:${name}`,
  ]
  const zone = (...rules: readonly string[]): string =>
    [
      'BEGIN:VTIMEZONE',
      'TZID:Home',
      ...observance('DAYLIGHT', ['+0100', '+0200'], '19700329T020000', 'FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU'),
      ...rules.flatMap((rule) => observance('STANDARD', ['+0200', '+0100'], '19701025T030000', rule)),
      'END:VTIMEZONE',
    ].join('\r\n')
  const late = todo('Lock the door', 'DUE;TZID=Home:20261121T220000')

  it('is followed', () => {
    const reading = todosOf(calendar(zone('FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU'), late), now)
    expect(reading).toMatchObject({ tasks: [{ dueAt: '2026-11-21T21:00:00.000Z' }], isPartial: false })
  })

  const impossible = 'FREQ=YEARLY;BYMONTH=4;BYDAY=1MO;BYMONTHDAY=15'
  it.each([[['FREQ=SECONDLY']], [[impossible, impossible]]])(
    'is not when its clock changes by %s',
    async (rules) => {
      const reading = await readCalendar(calendar(zone(...rules), late, plants), now)
      expect(titlesOf(reading)).toEqual(['Lock the door', 'Water the plants'])
      expect(reading.isPartial).toBe(true)
    },
  )
})

it('finds the date that going through all of them finds', () => {
  const weekdays = fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], { minLength: 1 })
  const frequency = fc.oneof(
    fc.constantFrom('HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY').map((freq) => `FREQ=${freq}`),
    weekdays.map((list) => `FREQ=WEEKLY;BYDAY=${list.join()}`),
    weekdays.map((list) => `FREQ=DAILY;BYDAY=${list.join()}`),
    fc.integer({ min: 1, max: 28 }).map((day) => `FREQ=MONTHLY;BYMONTHDAY=${day}`),
    fc.constantFrom('1MO', '-1FR', '3WE').map((day) => `FREQ=MONTHLY;BYDAY=${day}`),
  )
  const end = fc.constantFrom('', ';COUNT=40', ';UNTIL=20261201T000000Z', ';UNTIL=20251201T000000Z')
  const moment = fc.integer({ min: Date.parse('2023-01-01'), max: now + 40 * 86_400_000 })
  const hours = fc.integer({ min: 0, max: 50 })
  const series = fc.record({ frequency, interval: fc.integer({ min: 1, max: 5 }), end, moment, hours })
  fc.assert(
    fc.property(series, ({ frequency: rule, interval, end: until, moment: begin, hours: span }) => {
      const at = (time: number) => new Date(time).toISOString().replaceAll(/[-:]|\.\d{3}/g, '')
      const text = calendar(
        todo(
          'Again',
          `DTSTART:${at(begin)}`,
          `DUE:${at(begin + span * 3_600_000)}`,
          `RRULE:${rule};INTERVAL=${interval}${until}`,
        ),
      )
      const [task] = todosOf(text, now).tasks
      expect(task?.dueAt ?? null).toBe(firstOf(text))
    }),
    { numRuns: 300 },
  )
})

/** The library's own way, from the first date on. */
function firstOf(text: string): string | null {
  const component = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vtodo')
  const [start, due] = ['dtstart', 'due'].map((name) => component?.getFirstPropertyValue(name))
  if (component === null || !(start instanceof ICAL.Time) || !(due instanceof ICAL.Time)) return null
  const dates = new ICAL.RecurExpansion({ component, dtstart: start })
  const span = due.subtractDate(start)
  for (let date = dates.next(); date; date = dates.next()) {
    const end = date.clone()
    end.addDuration(span)
    if (end.toString().slice(0, 10) >= today) return end.toJSDate().toISOString()
  }
  return null
}

it('passes over dates that were called off, or done by a to-do of their own, and takes those that were added', () => {
  const daily = ['DTSTART;TZID=Nowhere:20260101T080000', 'RRULE:FREQ=DAILY']
  const [first, second, third] = ['20261120', '20261121', '20261122']
  const done = todo('Walk', `RECURRENCE-ID:${second}T080000`, 'STATUS:COMPLETED')
  const walk = (...lines: readonly string[]) =>
    todosOf(calendar(todo('Walk', ...daily, ...lines), done), now).tasks.map(({ dueOn }) => dueOn)
  expect(walk()).toEqual([today])
  expect(walk(`EXDATE:${first}T080000`)).toEqual(['2026-11-22'])
  expect(walk(`EXDATE;VALUE=DATE:${first},${third}`)).toEqual(['2026-11-23'])
  expect(walk(`EXDATE:${first}T080000`, `RDATE:${second}T180000`)).toEqual(['2026-11-21'])
})

it('gives up a calendar that takes too long', async () => {
  await expect(readCalendar(calendar(plants), now, 0)).rejects.toThrow('It takes too long to read.')
})
