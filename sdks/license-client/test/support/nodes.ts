import { join } from 'node:path'

const others = ['20', '22', '24']
const folder = process.env['TEST_NODES']

/** The Nodes that the package is for: the pinned one, and those of the lane where they are installed. */
export const nodes: readonly (readonly [version: string, path: string])[] = [
  [process.versions.node.split('.')[0] ?? '', process.execPath],
  ...(folder === undefined
    ? []
    : others.map(
        (version) => [version, join(folder, 'node_modules', `node-${version}`, 'bin', 'node')] as const,
      )),
]
