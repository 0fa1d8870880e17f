import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { LicenseServer, licenseKey } from './support/license-server.ts'
import { folder, Home, Program } from './support/process.ts'

let server: LicenseServer
let home: Home

beforeEach(async () => {
  server = await LicenseServer.start({ ttlSeconds: 301 })
  home = new Home()
})
afterEach(async () => {
  await server.close()
  home.remove()
})

const start = (...args: string[]): Program =>
  new Program(
    process.execPath,
    [join(folder, 'dist', 'demo.js'), '--url', server.url, '--key', licenseKey, ...args],
    { XDG_STATE_HOME: home.folder },
  )

/** Without times and durations. */
const told = (demo: Program): string[] =>
  demo.lines.map((line) =>
    line
      .replace(/^\d\d:\d\d:\d\d {2}/, '')
      .replace(/\d\d:\d\d:\d\d/, '…')
      .replace(/(after|in) \d+ s/, '$1 …'),
  )

it('shows a seat, a beat, a cut, the time offline, the way back, and leaves nothing behind on Ctrl-C', async () => {
  const demo = start()
  await demo.until('Seat taken')
  demo.type('b')
  await demo.until('Beat.')
  demo.type('c')
  await demo.until('Work can go on')
  demo.type('r')
  await demo.until('Back online')
  demo.kill('SIGINT')
  expect(await demo.ended()).toMatchObject({ code: 0, signal: null, errors: '' })
  expect(told(demo).slice(4)).toMatchInlineSnapshot(`
    [
      "● Seat taken. 1 of 3 seats in use. A beat at least every 5 min.",
      "● Beat. The seat is ours until ….",
      "· The network is cut.",
      "◌ heartbeat: no connection (ENETUNREACH); again in …",
      "◌ heartbeat: no connection (ENETUNREACH); again in …",
      "◌ heartbeat: no connection (ENETUNREACH); again in …",
      "◌ heartbeat: no connection (ENETUNREACH)",
      "◌ acquire: no connection (ENETUNREACH)",
      "◌ The licence server cannot be reached. Work can go on for 30 more minutes.",
      "· The network is restored.",
      "● Back online after …, with a seat.",
      "· Seat given back.",
    ]
  `)
  expect(server.sessions).toEqual([])
})

it('plays several machines', async () => {
  const demos = ['one', 'two', 'three'].map((name) => start('--machine', name))
  for (const demo of demos) await demo.until('Seat taken')
  expect(server.sessions).toHaveLength(3)
  const fourth = start('--machine', 'four')
  expect(await fourth.ended()).toMatchObject({ code: 1, errors: '' })
  expect(told(fourth).at(-1)).toContain('(no_seats)')
  for (const demo of demos) demo.type('q')
  for (const demo of demos) expect(await demo.ended()).toMatchObject({ code: 0, errors: '' })
  expect(server.sessions).toEqual([])
})

it('says what is missing', async () => {
  const demo = new Program(process.execPath, [join(folder, 'dist', 'demo.js')], {})
  expect(await demo.ended()).toMatchObject({ code: 2, errors: '' })
  expect(told(demo)).toEqual(['✕ A licence key is needed: --key CODITECT-…'])
})
