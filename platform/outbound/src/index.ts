export { isPublicAddress, type Resolve } from './address.ts'
export { OutboundError, outboundErrors, type OutboundReason } from './errors.ts'
export { createOutbound, type Outbound, type OutboundOptions } from './outbound.ts'
export type {
  OutboundLogger,
  OutboundRequest,
  OutboundResponse,
  OutboundStream,
  Provider,
  ProviderConfig,
} from './provider.ts'
export { retryAfterMs } from './retry-after.ts'
export type { FetchUntrusted, UntrustedRequest, UntrustedResponse } from './untrusted.ts'
