import { renderEnvExample } from '@triptych/config'
import { platformConfig } from '@triptych/runtime'
import { modules } from '../modules.ts'

/** Prints `.env.example`: every setting of the platform and of each module. */
export function envExample(): Promise<void> {
  const slices = modules
    .map((module) => [module.contract.name as string, module.config] as const)
    .filter(([, slice]) => Object.keys(slice.shape).length > 0)
  console.log(renderEnvExample({ platform: platformConfig, ...Object.fromEntries(slices) }).trimEnd())
  return Promise.resolve()
}
