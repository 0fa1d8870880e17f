import { localHelp, regions, screen } from './device.ts'

test('danger is seen without a server, with people to reach in the person’s country and language', () => {
  const crisis = screen('I want to kill myself tonight', { region: 'DE', language: 'de' })
  expect(crisis?.resources[0]).toMatchObject({
    name: 'TelefonSeelsorge',
    phone: expect.stringMatching(/^0800/),
  })
  expect(crisis?.message).toMatch(/[äöüß]/)
  expect(crisis?.event_id).toBeUndefined()
})

test('a heavy but safe text is left alone', () => {
  expect(
    screen('This meeting is killing me, I always fail at it.', { region: 'US', language: 'en' }),
  ).toBeUndefined()
})

test.each(regions)('%s has an emergency number and a line to talk to', (region) => {
  const help = localHelp({ region, language: 'en' })
  expect(help.emergency).toMatch(/\d/)
  expect(help.crisis.length).toBeGreaterThan(0)
})

test('a country without numbers gets words and a directory', () => {
  const help = localHelp({ region: 'AQ', language: 'de' })
  expect(help).toMatchObject({ emergency: 'Deine örtliche Notrufnummer', crisis: [], others: [] })
  expect(help.directory[0]?.url).toMatch(/^https:/)
})
