import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { findPackages } from '../packages.ts'
import { NameRefused, requireName, writeTemplate } from '../template.ts'

export interface ServiceName {
  readonly area: string
  readonly name: string
}

const template = join(import.meta.dirname, 'template')

/** Writes services/<area>/<name> and answers its folder; throws NameRefused when it cannot be called that. */
export function generateService(root: string, { area, name }: ServiceName): string {
  for (const [what, word] of Object.entries({ area, name })) requireName(what, word)
  const folder = `services/${area}/${name}`
  const taken = findPackages(root).find((one) => one.name === `@triptych/${name}`)
  if (taken) throw new NameRefused(`There is already a package @triptych/${name} in ${taken.folder}.`)
  if (existsSync(join(root, folder))) throw new NameRefused(`There is already a folder ${folder}.`)
  writeTemplate(template, join(root, folder), name)
  return folder
}

/** The service's own events as TypeScript, made apart from the workspace, whose list it has not joined yet. */
export function writeMessages(root: string, folder: string): void {
  const apart = mkdtempSync(join(tmpdir(), 'triptych-messages-'))
  const bin = join(import.meta.dirname, '../node_modules/.bin')
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` }
  const output = join(root, folder, 'src/contract/gen')
  try {
    cpSync(join(root, folder, 'proto'), apart, { recursive: true })
    const wanted = ['generate', '.', '--template', join(root, 'buf.gen.yaml'), '--output', output]
    const { status, stderr } = spawnSync('buf', wanted, { cwd: apart, env, encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
  } finally {
    rmSync(apart, { recursive: true })
  }
}
