/** What the demo person wrote one evening: some sentences lean, some are simply sad, some are simply good. */
export const demoPage: readonly string[] = [
  'The review was at four. I had slept badly and I forgot the two slides about costs. Now everyone thinks I am a fraud.',
  'Tom asked afterwards whether I was all right. I said yes. I always ruin it when people are kind to me.',
  'It rained on the way home and I stood under the chestnut tree by the canal for a while. My grandmother would have liked it. I miss her.',
]

export const demoThought =
  'If the second review goes badly too, I will lose this job and never find another one.'
