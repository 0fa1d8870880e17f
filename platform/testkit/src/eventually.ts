const defaultDeadlineMs = 10_000
const stepMs = 20

/** Waits until `check` passes, and fails with its last error after the deadline. */
export async function eventually<T>(check: () => Promise<T> | T, deadlineMs = defaultDeadlineMs): Promise<T> {
  const until = performance.now() + deadlineMs
  for (;;) {
    try {
      return await check()
    } catch (error) {
      if (performance.now() > until) throw error
      await new Promise((resolve) => setTimeout(resolve, stepMs))
    }
  }
}
