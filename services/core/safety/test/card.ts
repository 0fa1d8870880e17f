/** Prints the safety card: `npm run card`. */
import { safetyCard } from './safety-card.ts'
import { trapSets } from './traps.ts'

process.stdout.write(`${trapSets.map((set) => safetyCard(set)).join('\n\n')}\n`)
