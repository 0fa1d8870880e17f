/**
 * Events from their one source: checks every `services/<area>/<name>/proto` and what the kernel shares, then writes
 * the TypeScript beside each contract.
 *
 *   node tools/proto/generate.ts                    lint, refuse breaking changes, generate
 *   node tools/proto/generate.ts --accept-breaking  the same, and the current events become the baseline
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const baseline = 'tools/proto/baseline.binpb'
const shared = 'platform/kernel/proto'

const protoFolders = await findProtoFolders()
await listModules(protoFolders)
buf('lint')
// As one image: module by module, every file of the other modules would count as deleted.
const current = join(mkdtempSync(join(tmpdir(), 'triptych-proto-')), 'current.binpb')
buf('build', '--exclude-source-info', '--output', current)
if (existsSync(join(root, baseline)) && !process.argv.includes('--accept-breaking')) {
  buf('breaking', current, '--against', baseline)
}
for (const folder of protoFolders) {
  const generated = folder.replace(/proto$/, folder === shared ? 'src/gen' : 'src/contract/gen')
  await rm(join(root, generated), { recursive: true, force: true })
  buf('generate', folder, '--template', 'buf.gen.yaml', '--output', generated)
}
await copyFile(current, join(root, baseline))
await rm(dirname(current), { recursive: true })

async function findProtoFolders(): Promise<string[]> {
  const areas = await readdir(join(root, 'services'))
  const services = await Promise.all(
    areas.map(async (area) =>
      (await readdir(join(root, 'services', area))).map((name) => `services/${area}/${name}/proto`),
    ),
  )
  return [shared, ...services.flat()].filter((folder) => existsSync(join(root, folder))).sort()
}

/** buf reads its modules from a list; keeping that list by hand would let a new service go unchecked. */
async function listModules(folders: readonly string[]): Promise<void> {
  const path = join(root, 'buf.yaml')
  const list = folders.map((folder) => `  - path: ${folder}\n`).join('')
  const text = await readFile(path, 'utf8')
  await writeFile(path, text.replace(/(?<=^modules:\n)(?: {2}- .*\n)*/m, list))
}

function buf(...args: string[]): void {
  const bin = join(root, 'tools/node_modules/.bin')
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` }
  const { status } = spawnSync('buf', args, { cwd: root, env, stdio: 'inherit' })
  if (status !== 0) process.exit(1)
}
