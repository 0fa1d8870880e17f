import type { ConfigOf, ConfigSlice } from '@triptych/config'
import type { Connector, ConnectorDefinition, ConnectorGround } from './connector.ts'
import * as registered from './registered.ts'

export type ConnectorRegistry = ReadonlyMap<string, Connector>

const definitions: readonly ConnectorDefinition[] = Object.values(registered)

/** What the connectors are told, each under names of its own. */
export const connectorSettings: ConfigSlice['shape'] = Object.assign(
  {},
  ...definitions.map(({ config }) => config.shape),
)

export function createConnectors(config: ConfigOf<ConfigSlice>, ground: ConnectorGround): ConnectorRegistry {
  const connectors = definitions.map((definition) => definition.create(config, ground)).sort(asShown)
  return new Map(connectors.map((connector) => [connector.provider, connector]))
}

/** What can be acted on comes before what can only be read. */
const asShown = (one: Connector, other: Connector): number =>
  Number(one.act === undefined) - Number(other.act === undefined) || one.name.localeCompare(other.name)
