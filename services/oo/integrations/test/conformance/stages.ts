import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import type { Stage, World } from './world.ts'

/** How the suite reaches each connector's provider: a file in `stages/` by the connector's name, or the suite fails. */
export const stages = readdirSync(new URL('stages/', import.meta.url)).map((file) => basename(file, '.ts'))

export async function openStage(name: string, world: World): Promise<Stage> {
  const stage = (await import(`./stages/${name}.ts`)) as { openStage(world: World): Promise<Stage> }
  return stage.openStage(world)
}
