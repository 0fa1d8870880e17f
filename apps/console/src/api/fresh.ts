/** For what changes by itself, at the payment or elsewhere: asked again now and then, and whenever somebody comes back to it. */
export const keptFresh = { refetchInterval: 15_000, refetchOnWindowFocus: 'always' } as const
