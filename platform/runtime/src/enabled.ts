import type { PlatformConfig } from './platform-config.ts'
import type { AnyModule } from './define-module.ts'

/** Which modules run here; the rest must have an address. */
export function enabledModules(all: readonly AnyModule[], config: PlatformConfig): AnyModule[] {
  const wanted =
    config.MODULES === 'all' ? all.map(nameOf) : config.MODULES.split(',').map((name) => name.trim())
  const unknown = wanted.filter((name) => !all.some((module) => nameOf(module) === name))
  if (unknown.length > 0) {
    throw new Error(`MODULES names ${unknown.join(', ')}; known are ${all.map(nameOf).join(', ')}.`)
  }
  return all.filter((module) => wanted.includes(nameOf(module)))
}

export const nameOf = (module: AnyModule): string => module.contract.name as string

/** Modules in the order of their needs: a needed one starts earlier and stops later. A cycle stops the start. */
export function inOrderOfNeeds(modules: readonly AnyModule[]): AnyModule[] {
  const ordered: AnyModule[] = []
  const visit = (module: AnyModule, path: readonly string[]): void => {
    if (ordered.includes(module)) return
    const name = nameOf(module)
    if (path.includes(name))
      throw new Error(`Modules need each other in a circle: ${[...path, name].join(' → ')}`)
    for (const needed of Object.values<{ name: string }>(module.needs)) {
      const found = modules.find((candidate) => nameOf(candidate) === needed.name)
      if (found !== undefined) visit(found, [...path, name])
    }
    ordered.push(module)
  }
  for (const module of modules) visit(module, [])
  return ordered
}
