#!/usr/bin/env node
import { hostname } from 'node:os'
import { createLicenseClient } from '../index.ts'
import type { LicenseClient } from '../types.ts'
import { type DemoArguments, help, loadKeys, readArguments } from './arguments.ts'
import { listenToKeys } from './keyboard.ts'
import { eventLine, verdictLine } from './lines.ts'
import { createNetwork, type Network } from './network.ts'
import { createScreen } from './screen.ts'

const screen = createScreen(process.stdout)
try {
  const given = readArguments(process.argv.slice(2))
  if (given === undefined) screen.say(help)
  else process.exitCode = await show(given)
} catch (error) {
  screen.show({ mood: 'bad', text: error instanceof Error ? error.message : String(error) })
  process.exitCode = 2
}

/** The exit code: 0 when it was ended by the user, 1 when there is no seat. */
async function show(given: DemoArguments): Promise<number> {
  const { licenseKey, url, machine } = given
  const network = createNetwork()
  const client = createLicenseClient({
    licenseKey,
    baseUrl: url,
    trustedKeys: await loadKeys(given),
    fetch: network.fetch,
    handleSignals: false,
    machineName: (machine ?? hostname()).slice(0, 60),
    ...(machine === undefined ? {} : { hardwareId: `demo:${machine}` }),
  })
  client.onEvent((event) => screen.show(eventLine(event)))
  screen.say(`\n  CODITECT licence demo · ${url}${machine === undefined ? '' : ` · machine “${machine}”`}`)
  screen.say('  b  beat now    c  cut the network    r  restore it    q  quit (or Ctrl-C)\n')
  const code = await run(client, network)
  const { status } = client.verdict
  if (status === 'online' || status === 'offline') await client.release()
  return code
}

/** Until the user has had enough, or the seat is gone for good. */
function run(client: LicenseClient, network: Network): Promise<number> {
  return new Promise((resolve) => {
    const end = (code: number): void => {
      stopListening()
      resolve(code)
    }
    const stopListening = listenToKeys(process.stdin, (key) => {
      if (key === 'q') end(0)
      else press(key, { client, network })
    })
    client.on('ended', () => end(1))
    void client.acquire().then((verdict) => {
      const line = verdictLine(verdict)
      if (line === undefined) return undefined
      screen.show(line)
      return end(1)
    })
  })
}

interface Stage {
  readonly client: LicenseClient
  readonly network: Network
}

function press(key: string, stage: Stage): void {
  if (key === 'b') void stage.client.renew()
  if (key === 'c' || key === 'r') setNetwork(stage, key === 'c')
}

/** A beat at once shows what follows, instead of in five minutes. */
function setNetwork({ client, network }: Stage, isCut: boolean): void {
  if (network.isCut === isCut) return
  network.isCut = isCut
  screen.show({ mood: 'plain', text: isCut ? 'The network is cut.' : 'The network is restored.' })
  void client.renew()
}
