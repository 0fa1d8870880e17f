import { z } from 'zod'
import { readJson } from './read-json.ts'

const Summary = z.object({ total: z.object({ lines: z.object({ pct: z.number() }) }) })

/** How many of a package's lines its tests reached, in per cent; undefined when nothing was measured. */
export const readLineCoverage = (file: string): number | undefined =>
  Summary.safeParse(readJson(file)).data?.total.lines.pct
