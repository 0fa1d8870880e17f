import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { TrustedKeys } from '../types.ts'

export const help = `coditect-demo takes a seat of a licence, keeps it, and shows what happens without the network.

  coditect-demo --key CODITECT-XXXX-XXXX-XXXX-XXXX-XXXX

  --key KEY        the licence key; or set CODITECT_LICENSE_KEY
  --url ADDRESS    the licence server (http://localhost:3000)
  --machine NAME   plays another machine: every name is one of its own
  --keys FILE      the vendor's public keys (JSON); without it they are taken from the server,
                   which is good enough for a look, and no protection
  --help`

export interface DemoArguments {
  readonly licenseKey: string
  readonly url: string
  readonly machine: string | undefined
  readonly keysFile: string | undefined
}

/** Undefined when help was asked for; throws with a sentence for the user. */
export function readArguments(args: readonly string[]): DemoArguments | undefined {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args: [...args],
    options: { key: text, url: text, machine: text, keys: text, help: { type: 'boolean', short: 'h' } },
  })
  if (values.help === true) return undefined
  const licenseKey = values.key ?? process.env['CODITECT_LICENSE_KEY']
  if (licenseKey === undefined) throw new Error('A licence key is needed: --key CODITECT-…')
  const url = (values.url ?? 'http://localhost:3000').replace(/\/+$/, '')
  return { licenseKey, url, machine: values.machine, keysFile: values.keys }
}

export async function loadKeys({ url, keysFile }: DemoArguments): Promise<TrustedKeys> {
  if (keysFile !== undefined) return JSON.parse(await readFile(keysFile, 'utf8')) as TrustedKeys
  const address = `${url}/.well-known/license-keys.json`
  const answer = await fetch(address).catch(() => undefined)
  if (answer === undefined) throw new Error(`No licence server answers at ${url}. Is it started?`)
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}; that is no licence server.`)
  return (await answer.json()) as TrustedKeys
}
