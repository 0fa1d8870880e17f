import { routesOf } from '@triptych/http'
import { type Contract, sharedEvents } from '@triptych/kernel'
import type { ConfiguredLabel } from '@triptych/telemetry'
import type { AnyModule } from './define-module.ts'
import { nameOf } from './enabled.ts'
import { edgeIssuer } from './service-keys.ts'

type Known = Partial<Record<ConfiguredLabel, readonly string[]>>

const ownRoutes = ['/', '/health', '/health/live', '/openapi.json', '/docs/', 'unknown']

/** Every value that this build can give to a label of a metric; anything else is counted as `other`. */
export function knownLabels(modules: readonly AnyModule[]): Known {
  const contracts = modules.map((module) => module.contract as Contract)
  const names = modules.map(nameOf)
  const known: Record<string, readonly string[]> = {
    module: [...names, edgeIssuer],
    pool: ['embedded', 'postgres'],
    consumer: names,
    route: [...ownRoutes, ...contracts.flatMap(routesOf)],
    job: modules.flatMap((module) => Object.values(module.jobs ?? {}).map((job) => job.name)),
    subject: [...sharedEvents, ...contracts.flatMap((contract) => contract.events ?? [])].map(
      ({ subject }) => subject,
    ),
  }
  for (const module of modules) {
    for (const [label, values] of Object.entries((module.metricLabels ?? {}) as Known)) {
      known[label] = [...(known[label] ?? []), ...(values ?? [])]
    }
  }
  return known
}
