import { appendFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { filler, NameRefused, requireName, writeTemplate } from '../template.ts'

const template = join(import.meta.dirname, 'template')
const connectors = 'services/oo/integrations/src/connectors'
const providers = 'sandbox/src'
/** As long as the name of a provider may be in a path. */
const longestName = 32

/** Writes the connector, its stage in the conformance suite and who plays its provider; answers their files' paths. */
export function generateConnector(root: string, name: string): string[] {
  requireName('name', name)
  if (name.length > longestName)
    throw new NameRefused(`The name "${name}" is longer than ${longestName} characters.`)
  const folders = [`${connectors}/${name}`, `${providers}/${name}`]
  for (const folder of folders)
    if (existsSync(join(root, folder))) throw new NameRefused(`There is already a folder ${folder}.`)
  writeTemplate(template, root, name)
  const lists = register(root, name)
  return [...folders, `services/oo/integrations/test/conformance/stages/${name}.ts`, ...lists]
}

/** The line in each of the two lists. */
function register(root: string, name: string): string[] {
  const variable = filler(name)('__camel__')
  const asPath = variable === name ? variable : `${variable} as '${name}'`
  const lists = [
    [`${connectors}/registered.ts`, `export { ${variable} } from './${name}/connector.ts'\n`],
    [`${providers}/providers.ts`, `export { ${asPath} } from './${name}/provider.ts'\n`],
  ] as const
  for (const [list, line] of lists) appendFileSync(join(root, list), line)
  return lists.map(([list]) => list)
}
