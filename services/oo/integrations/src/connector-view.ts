import type { z } from 'zod'
import type { Connector } from './connectors/connector.ts'
import type { connector as connectorSchema } from './contract/schemas.ts'
import type { ConnectionRow, IntegrationsTables, RevocationRow } from './store/tables.ts'

type ConnectorDto = z.output<typeof connectorSchema>

export interface Standing {
  readonly connection: ConnectionRow | undefined
  readonly disconnection: IntegrationsTables['disconnections'] | undefined
  readonly revocation: RevocationRow | undefined
}

const problems: Readonly<Record<string, string>> = {
  access_refused: 'The provider ended our access. Connect it again to go on.',
  access_ended: 'Our access has run out. Connect it again to go on.',
  unreadable: 'What we keep of this connection can no longer be read. Connect it again to go on.',
  busy: 'The provider asks for a pause. We go on when it is over.',
  partly_read: 'Some of it could not be followed and is left out. Everything else is up to date.',
  unavailable: 'The provider could not be read lately. We keep trying.',
}

/** A connector and how a person stands with it. */
export function toDto(
  connector: Connector,
  { connection, disconnection, revocation }: Standing,
): ConnectorDto {
  const isOn = connection !== undefined && connection.status !== 'disconnected'
  const { provider, name, description, kind, scopes, reads, writes, retentionChoices } = connector
  return {
    provider,
    name,
    description,
    kind,
    status: connection?.status ?? 'disconnected',
    scopes: [...scopes],
    reads: [...reads],
    writes: [...writes],
    retention_days: isOn ? connection.retention_days : retentionChoices[0],
    retention_choices: [...retentionChoices],
    connected_at: isOn ? connection.connected_at : null,
    last_sync_at: isOn ? connection.last_sync_at : null,
    problem: isOn ? problemOf(connection) : null,
    disconnection: isOn || disconnection === undefined ? null : disconnectionOf(disconnection, revocation),
  }
}

function problemOf({ problem_code: code, problem_since: since }: ConnectionRow): ConnectorDto['problem'] {
  if (code === null || since === null) return null
  return { code, message: problems[code] ?? problems['unavailable'] ?? '', since }
}

const disconnectionOf = (
  { requested_at: requestedAt, ends_at: endsAt, revocation_id: id }: IntegrationsTables['disconnections'],
  revocation: RevocationRow | undefined,
): ConnectorDto['disconnection'] => ({
  state: id === null ? 'not_needed' : (revocation?.state ?? 'given_up'),
  requested_at: requestedAt,
  ends_at: endsAt,
})
