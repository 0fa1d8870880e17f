import { defineEvent } from '@triptych/kernel'
import {
  ConnectorConnectedSchema,
  ConnectorDisconnectedSchema,
  ReconnectNeededSchema,
  SignalReceivedSchema,
} from './gen/integrations/v1/events_pb.ts'

/** Something changed at a provider, in the form every connector gives. */
export const signalReceived = defineEvent('integrations.signal.received.v1', SignalReceivedSchema)

/** A person connected a provider. */
export const connectorConnected = defineEvent('integrations.connector.connected.v1', ConnectorConnectedSchema)

/** Reading and acting have ended; what was derived goes by its retention. */
export const connectorDisconnected = defineEvent(
  'integrations.connector.disconnected.v1',
  ConnectorDisconnectedSchema,
)

/** The provider no longer accepts our access. */
export const reconnectNeeded = defineEvent(
  'integrations.connector.reconnect_needed.v1',
  ReconnectNeededSchema,
)
