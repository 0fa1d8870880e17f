import { type HandlerOf, userIdOf } from '@triptych/kernel'
import type { safetyContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { hotlines, type Language, languages, resourcesFor } from '../precheck/index.ts'

/** For anyone. The region asked for counts, then that of the person who is signed in. */
export const getResources =
  (deps: Pick<Deps, 'identity'>): HandlerOf<typeof safetyContract, 'getResources'> =>
  async (context, input) => {
    const userId = userIdOf(context.actor)
    const person =
      input.region !== undefined || userId === undefined
        ? undefined
        : await deps.identity.getPerson(context, { user_id: userId }).catch(() => undefined)
    const region = input.region?.toUpperCase() ?? person?.region ?? null
    const language = languageOf(input.language ?? person?.locale)
    const known = hotlines.filter((row) => row.region === region)
    return {
      region: known.length === 0 ? null : region,
      resources: resourcesFor({ region, language }),
      checked_at: oldestCheck(known.length === 0 ? hotlines : known),
    }
  }

/** The nearest language that help is written in. */
const languageOf = (locale: string | undefined): Language =>
  languages.find((language) => locale?.toLowerCase().startsWith(language) === true) ?? 'en'

/** The date of the row that was checked longest ago; null while any is unchecked. */
function oldestCheck(rows: typeof hotlines): string | null {
  const dates = rows.map((row) => row.checked_at)
  return dates.reduce((oldest, date) =>
    oldest === null || date === null ? null : oldest < date ? oldest : date,
  )
}
