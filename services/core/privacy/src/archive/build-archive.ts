import { createHash } from 'node:crypto'
import { type Zippable, zip } from 'fflate'
import type { Collected, Sections } from './collect.ts'
import { sectionToMarkdown } from './markdown.ts'

/** Everything before it is packed; far above a year of daily use. */
export const archiveBytesMax = 64 * 1024 * 1024

export const archiveSchema = 'triptych-export/1'

interface FileEntry {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

export interface ArchiveIndex {
  readonly schema: typeof archiveSchema
  readonly generated_at: string
  readonly user_id: string
  /** Services that did not answer in time; their part is not in this archive. */
  readonly missing: readonly string[]
  readonly services: readonly {
    readonly name: string
    readonly status: 'ok' | 'no_answer'
    readonly sections: readonly { name: string; count: number; files: readonly FileEntry[] }[]
  }[]
}

export interface BuiltArchive {
  readonly zip: Uint8Array
  readonly sha256: string
  readonly missing: readonly string[]
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const fileName = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')

/** One zip of JSON for programs and Markdown for people, with an index. Undefined when it would be too large. */
export async function buildArchive(
  collected: readonly Collected[],
  about: { readonly userId: string; readonly now: string },
): Promise<BuiltArchive | undefined> {
  const files = new Map<string, Uint8Array>()
  const add = (path: string, text: string): FileEntry => {
    const bytes = Buffer.from(text, 'utf8')
    files.set(path, bytes)
    return { path, bytes: bytes.length, sha256: sha256Of(bytes) }
  }
  const missing = collected.filter(({ sections }) => sections === undefined).map(({ service }) => service)
  const index: ArchiveIndex = {
    schema: archiveSchema,
    generated_at: about.now,
    user_id: about.userId,
    missing,
    services: collected.map(({ service, sections }) => ({
      name: service,
      status: sections === undefined ? 'no_answer' : 'ok',
      sections: (sections ?? []).map((section) => addSection(add, service, section)),
    })),
  }
  add('index.json', `${JSON.stringify(index, null, 2)}\n`)
  add('README.md', readmeOf(index))
  if ([...files.values()].reduce((sum, bytes) => sum + bytes.length, 0) > archiveBytesMax) return undefined
  const packed = await pack(files, about.now)
  return { zip: packed, sha256: sha256Of(packed), missing }
}

function addSection(
  add: (path: string, text: string) => FileEntry,
  service: string,
  { name, items }: Sections[number],
) {
  const base = `${fileName(service)}/${fileName(name)}`
  const json = add(`${base}.json`, `${JSON.stringify({ service, section: name, items }, null, 2)}\n`)
  const markdown = add(`${base}.md`, sectionToMarkdown(`${service}: ${name.replaceAll('_', ' ')}`, items))
  return { name, count: items.length, files: [json, markdown] }
}

function readmeOf(index: ArchiveIndex): string {
  const parts = index.services.map(({ name, status, sections }) =>
    status === 'no_answer'
      ? `- **${name}** did not answer in time. Its part is not in this archive; ask for another one later.`
      : `- **${name}**: ${sections.map((section) => `${section.name.replaceAll('_', ' ')} (${section.count})`).join(', ') || 'nothing'}`,
  )
  return `# What is held about you

Made ${index.generated_at}. Every part is here twice: as JSON for programs and as Markdown to read.
\`index.json\` lists every file with its size and SHA-256.

${index.missing.length === 0 ? 'The archive is complete.' : `**The archive is not complete.** Missing: ${index.missing.join(', ')}.`}

${parts.join('\n')}
`
}

/** Packed beside the event loop, file by file. */
function pack(files: ReadonlyMap<string, Uint8Array>, now: string): Promise<Uint8Array> {
  const entries: Zippable = Object.fromEntries(files)
  return new Promise((resolve, reject) => {
    zip(entries, { level: 6, mtime: now }, (error, packed) =>
      error === null ? resolve(packed) : reject(error),
    )
  })
}
