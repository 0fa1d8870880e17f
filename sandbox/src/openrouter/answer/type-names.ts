import type { DistortionType } from './findings.ts'

const aliases: Readonly<Record<DistortionType, readonly string[]>> = {
  all_or_nothing: ['allornothingthinking', 'blackandwhite', 'blackandwhitethinking'],
  overgeneralization: ['overgeneralisation', 'overgeneralizing'],
  mental_filter: ['mentalfiltering', 'filtering'],
  disqualifying_positive: ['disqualifyingthepositive', 'discountingpositives'],
  mind_reading: ['mindreader'],
  fortune_telling: ['fortuneteller', 'prediction'],
  catastrophizing: ['catastrophising', 'magnification', 'magnificationminimization'],
  emotional_reasoning: [],
  should_statements: ['should', 'shoulds', 'shouldstatement'],
  labeling: ['labelling', 'label'],
  personalization: ['personalisation'],
  blaming: ['blame'],
  comparing: ['comparison', 'unfaircomparison'],
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]/g, '')
}

/** What a schema calls this distortion: its own name, one of the options, or undefined when it has none. */
export function typeIn(options: readonly unknown[] | undefined, type: DistortionType): unknown {
  if (options === undefined) return type
  const names = new Set([plain(type), ...aliases[type]])
  return options.find((option) => typeof option === 'string' && names.has(plain(option)))
}
