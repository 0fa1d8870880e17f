/** Those who ask for the same at the same time share one piece of work. */
export function createShared<T>(): (key: string, start: () => Promise<T>) => Promise<T> {
  const running = new Map<string, Promise<T>>()
  return (key, start) => {
    const found = running.get(key)
    if (found !== undefined) return found
    const started = start().finally(() => running.delete(key))
    running.set(key, started)
    return started
  }
}
