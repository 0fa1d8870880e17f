/** What was drawn from a session when it was closed. */
export interface Reflection {
  readonly text: string
  readonly engine: string | null
  readonly promptVersion: string | null
}

const plain = (text: string): Reflection => ({ text, engine: null, promptVersion: null })

/** Nothing was written: nothing is made up. */
export const blankPage = plain(
  'You opened this page and left it blank. That is allowed, too. There will be another one when you want it.',
)

/** Everything on the page stands outside of what may be summed up. */
export const untouchedPage = plain(
  'What you wrote here stays as you wrote it, for your eyes alone. Nothing was summed up. If it is still heavy, the ' +
    'people behind the help button are there at any hour.',
)

/** The page as a whole sounds like danger: help is shown instead of a reflection. */
export const helpFirst = plain(
  'What you wrote matters more than a summary of it, so there is none. Your words are kept as they are. Please look ' +
    'at the help first.',
)

/** The most that is put before a model at once, and how many messages. */
const writtenUnits = 90_000
const messagesMax = 500

/** The latest of what was written, as much as fits; the end of a session is the nearest to its close. */
export function latestOf<Written extends { readonly content: string }>(
  messages: readonly Written[],
): Written[] {
  const latest: Written[] = []
  let units = 0
  for (const message of messages.toReversed()) {
    units += message.content.length + 2
    if (units > writtenUnits || latest.length === messagesMax) break
    latest.unshift(message)
  }
  return latest
}
