import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { firstDifference, lockAddresses, messages, printed } from './generated.ts'

const repository = dirname(dirname(import.meta.dirname))
let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'triptych-drift-test-'))
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

function write(path: string, text: string | Buffer): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

const differences = (): (string | undefined)[] =>
  [...messages(root), ...printed(root, [{ path: 'page.md', command: ['apps/server/src/main.ts', 'page'] }])]
    .map((one) => firstDifference(root, one))
    .filter((one) => one !== undefined)

describe('what the server prints', () => {
  it('is compared with what is kept', () => {
    write('apps/server/src/main.ts', "console.log('one')\nconsole.log('two')\n")
    expect(differences()).toEqual(['page.md is missing'])
    write('page.md', 'one\n2\n')
    expect(differences()).toEqual(['page.md:2 differs\n    held:      2\n    generated: two'])
    write('page.md', 'one\ntwo\n')
    expect(differences()).toEqual([])
  })

  it('is left out only while neither the command nor its file exists', () => {
    write('apps/server/src/main.ts', 'process.exit(2)\n')
    expect(differences()).toEqual([])
    write('page.md', 'one\n')
    expect(differences).toThrow('"apps/server/src/main.ts page" failed')
  })

  it('fails with what the command said', () => {
    write('apps/server/src/main.ts', "throw new Error('no such table')\n")
    expect(differences).toThrow('no such table')
  })
})

describe('the messages of events', () => {
  beforeEach(() => {
    cpSync(join(repository, 'tools/proto/generate.ts'), join(root, 'tools/proto/generate.ts'))
    cpSync(join(repository, 'buf.gen.yaml'), join(root, 'buf.gen.yaml'))
    for (const modules of ['node_modules', 'tools/node_modules'])
      symlinkSync(join(repository, modules), join(root, modules))
    write('package.json', '{"type":"module"}')
    write('buf.yaml', 'version: v2\nmodules:\n')
    write(
      'services/core/x/proto/x/v1/events.proto',
      'syntax = "proto3";\npackage x.v1;\nmessage Made {\n  string id = 1;\n}\n',
    )
  })

  it('are missing, then kept, then out of date, and never to be broken', () => {
    expect(differences()).toContain('services/core/x/src/contract/gen/x/v1/events_pb.ts is missing')
    for (const { path, wanted } of messages(root)) if (wanted) write(path, wanted)
    expect(differences()).toEqual([])
    write(
      'services/core/x/proto/x/v1/events.proto',
      'syntax = "proto3";\npackage x.v1;\nmessage Made {\n  string id = 1;\n  string kind = 2;\n}\n',
    )
    expect(differences()).toContainEqual(expect.stringContaining('events_pb.ts'))
    write(
      'services/core/x/proto/x/v1/events.proto',
      'syntax = "proto3";\npackage x.v1;\nmessage Made {\n  string kind = 2;\n}\n',
    )
    expect(differences).toThrow('Previously present field "1" with name "id"')
  })
})

it('finds addresses in the lock file', () => {
  write(
    'pnpm-lock.yaml',
    'packages:\n  a@1.0.0:\n    resolution: {integrity: sha512-x}\n    deprecated: see https://a.example\n',
  )
  expect(lockAddresses(root)).toEqual([])
  write('pnpm-lock.yaml', 'packages:\n  a@1.0.0:\n    resolution: {tarball: https://a.example/a.tgz}\n')
  expect(lockAddresses(root)).toHaveLength(1)
})
