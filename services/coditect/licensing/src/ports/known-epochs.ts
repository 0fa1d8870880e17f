/** The epoch that each licence's copy had when it was last read. Bounded; what is forgotten is read again. */
export interface KnownEpochs {
  get(licenseId: string): number | undefined
  set(licenseId: string, epoch: number): void
  forget(licenseId: string): void
}

const rememberedMax = 20_000

export function createKnownEpochs(): KnownEpochs {
  const epochs = new Map<string, number>()
  return {
    get: (licenseId) => epochs.get(licenseId),
    set(licenseId, epoch) {
      epochs.delete(licenseId)
      epochs.set(licenseId, epoch)
      if (epochs.size <= rememberedMax) return
      const [oldest] = epochs.keys()
      if (oldest !== undefined) epochs.delete(oldest)
    },
    forget: (licenseId) => void epochs.delete(licenseId),
  }
}
