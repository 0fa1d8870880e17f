/**
 * Generates anew what is generated and compares it with what is kept.
 *
 *   node tools/drift/check.ts           prints every difference, ends with 1 when there is one
 *   node tools/drift/check.ts --write   keeps what was generated
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import {
  firstDifference,
  GeneratorFailed,
  lockAddresses,
  messages,
  printed,
  type Generated,
} from './generated.ts'

const root = dirname(dirname(import.meta.dirname))
const isWriting = process.argv.includes('--write')

try {
  compare()
} catch (error) {
  if (!(error instanceof GeneratorFailed)) throw error
  console.log(error.message)
  process.exitCode = 1
}

function compare(): void {
  const generated = [...messages(root), ...printed(root)]
  const differences = generated.flatMap((one) => {
    const difference = firstDifference(root, one)
    return difference === undefined ? [] : [{ path: one.path, wanted: one.wanted, difference }]
  })
  if (isWriting) for (const one of differences) keep(one)
  const left = [...(isWriting ? [] : differences.map(({ difference }) => difference)), ...lockAddresses(root)]
  for (const line of left) console.log(line)
  if (left.length > 0 && !isWriting) console.log('To keep what is generated: npm run drift -- --write')
  console.log(`${generated.length} generated files, ${left.length} differences`)
  process.exitCode = left.length > 0 ? 1 : 0
}

function keep({ path, wanted }: Generated): void {
  const file = join(root, path)
  mkdirSync(dirname(file), { recursive: true })
  if (wanted === undefined) rmSync(file)
  else writeFileSync(file, wanted)
  console.log(`wrote ${path}`)
}
