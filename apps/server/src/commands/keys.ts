import { writeFile } from 'node:fs/promises'
import { generateServiceKeys } from '@triptych/runtime'
import { modules } from '../modules.ts'

/** Makes the keys with which modules in several processes prove themselves: `keys FILE`. */
export async function keys(): Promise<void> {
  const path = process.argv[3]
  if (path === undefined) throw new Error('Say where the keys go: keys FILE')
  const file = await generateServiceKeys(modules.map((module) => module.contract.name as string))
  await writeFile(path, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  console.log(
    `The keys of ${modules.length} modules are in ${path}. Set SERVICE_KEYS_FILE to it in each process.`,
  )
}
