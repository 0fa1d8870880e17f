import type { Context } from '@triptych/kernel'
import type { Deps } from './deps.ts'
import type { CandidateSource } from './sources/source.ts'

/** What a source answers; `away` when it cannot: a tip never fails with one of its sources. */
export async function askSource<Answer, Away>(
  { logger }: Pick<Deps, 'logger'>,
  context: Context,
  { name: source }: CandidateSource,
  { ask, away }: { readonly ask: () => Promise<Answer>; readonly away: Away },
): Promise<Answer | Away> {
  try {
    return await ask()
  } catch (error) {
    logger.for(context).warn({ error, source }, 'recommender.source_away')
    return away
  }
}
