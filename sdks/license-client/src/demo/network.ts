/** The way to the server, which can be cut for a while. */
export interface Network {
  isCut: boolean
  readonly fetch: typeof globalThis.fetch
}

class NetworkCut extends Error {
  readonly code = 'ENETUNREACH'
}

export function createNetwork(): Network {
  const network: Network = {
    isCut: false,
    fetch: (input, init) => (network.isCut ? Promise.reject(new NetworkCut()) : fetch(input, init)),
  }
  return network
}
