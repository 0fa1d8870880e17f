export type HealthStatus = 'ok' | 'degraded' | 'down'

export interface ComponentHealth {
  readonly name: string
  /** What stands behind it, e.g. `postgres`, `embedded`, `redis`, `in-process`. */
  readonly kind: string
  readonly status: HealthStatus
  readonly detail?: string
}

export interface Health {
  readonly status: HealthStatus
  readonly modules: readonly {
    readonly name: string
    readonly status: HealthStatus
    readonly detail?: string
  }[]
  readonly components: readonly ComponentHealth[]
}

/** Degraded while anything is not well; down only when a part nothing works without is down. */
export function summarise(parts: Omit<Health, 'status'>, vital: readonly string[]): Health {
  const all = [...parts.modules, ...parts.components]
  const dead = parts.components.some((part) => part.status === 'down' && vital.includes(part.name))
  const well = all.every((part) => part.status === 'ok')
  return { status: dead ? 'down' : well ? 'ok' : 'degraded', ...parts }
}
