export { integrationsContract } from './contract.ts'
export { errors as integrationsErrors } from './errors.ts'
export { connectorConnected, connectorDisconnected, reconnectNeeded, signalReceived } from './events.ts'
