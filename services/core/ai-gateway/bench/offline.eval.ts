/** Measures the offline engine: `node bench/offline.eval.ts [--fit]`. */
import type { Scores } from './offline/measure.ts'
import { detectFragments } from '../src/offline/index.ts'
import { bagOfWords, bestEagerness } from './offline/baseline.ts'
import { bins, fitCurve, outcomes } from './offline/calibrate.ts'
import { corpus } from './offline/corpus.ts'
import { languageCorpus } from './offline/corpus-languages.ts'
import { measure } from './offline/measure.ts'

const percent = (value: number): string => `${(100 * value).toFixed(1)} %`.padStart(8)

function row(name: string, scores: Scores): string {
  const shares = [
    scores.precision,
    scores.recall,
    scores.f1,
    scores.spanRecall,
    scores.typeAccuracy,
    scores.quiet,
  ]
  return `${name.padEnd(34)}${shares.map(percent).join(' ')}   ${scores.gold}/${scores.found}`
}

const find = (text: string) => detectFragments(text).fragments
const part = (name: string) => corpus.filter((entry) => entry.part === name)
const heldOut = part('held-out')
const baseline = bagOfWords([...part('tuned'), ...part('calibration')])

console.log(`${''.padEnd(34)}precision recall      F1    span     type    quiet   gold/found`)
console.log(row('rules, tuned', measure(part('tuned'), find)))
console.log(row('rules, calibration', measure(part('calibration'), find)))
console.log(row('rules, held-out', measure(heldOut, find)))
console.log(row('bag of words, held-out', measure(heldOut, baseline)))
const eager = bagOfWords(
  [...part('tuned'), ...part('calibration')],
  bestEagerness(part('tuned'), part('calibration')),
)
console.log(row('bag of words made eager, held-out', measure(heldOut, eager)))
for (const name of ['unseen', 'open', 'sealed', 'final']) {
  console.log(row(`rules, ${name} voices`, measure(part(name), find)))
  console.log(row(`bag of words, ${name}`, measure(part(name), baseline)))
  console.log(row(`bag of words made eager, ${name}`, measure(part(name), eager)))
}
for (const [language, entries] of Object.entries(languageCorpus))
  console.log(row(`rules, ${language}`, measure(entries, find)))

console.log('\nconfidence, held-out     findings   said   right')
for (const bin of bins(outcomes(heldOut), [0, 0.5, 0.8, 0.9, 1])) {
  console.log(
    `${bin.from.toFixed(2)} to ${bin.to.toFixed(2)} ${String(bin.count).padStart(18)} ${bin.said.toFixed(2).padStart(8)} ${bin.right.toFixed(2).padStart(7)}`,
  )
}
if (process.argv.includes('--fit'))
  console.log('\ncurve from the calibration part:', fitCurve(outcomes(part('calibration'))))
