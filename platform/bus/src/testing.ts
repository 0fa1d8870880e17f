import { jetstreamManager } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'

/** Takes a test's stream off the server, with all that it holds. */
export async function removeStream(servers: string, name: string): Promise<void> {
  const connection = await connect({ servers })
  try {
    const { streams } = await jetstreamManager(connection)
    await streams.delete(name)
  } finally {
    await connection.close()
  }
}
