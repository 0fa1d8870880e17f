/** Counts only the time in which the page can be seen. */
export interface Dwell {
  setVisible(isVisible: boolean): void
  elapsedMs(): number
}

export function createDwell(now: () => number): Dwell {
  let before = 0
  let since: number | undefined
  return {
    setVisible(isVisible) {
      if (isVisible) {
        since ??= now()
        return
      }
      if (since !== undefined) before += now() - since
      since = undefined
    },
    elapsedMs: () => Math.round(before + (since === undefined ? 0 : now() - since)),
  }
}
