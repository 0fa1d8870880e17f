/**
 * Blind comparison of two lanes or prompt versions.
 *
 *   npm run ai:compare -- deepseek haiku [thoughts.txt]     one thought a line; a few of ours otherwise
 *   npm run ai:compare -- deepseek deepseek@v2
 *
 * Uses the gateway's own configuration; without OPENROUTER_API_KEY it calls the running sandbox. Verdicts are kept in
 * DATA_DIR/ai-compare.jsonl; the tally names the contenders only at the end.
 */
import { randomInt } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { loadConfig, processEnvironment } from '@triptych/config'
import { systemClock } from '@triptych/kernel'
import { platformConfig } from '@triptych/runtime'
import { aiGatewayConfig } from '../src/config.ts'
import { createLanes } from '../src/lanes/create-lanes.ts'
import { readTemplates } from '../src/prompts.ts'
import { answerBy, parseContender } from './contender.ts'
import { compareBlind } from './session.ts'
import { readVerdicts, tally } from './verdicts.ts'

const ownThoughts = [
  'I made one mistake in the presentation, so everybody now knows that I am a fraud.',
  'She has not answered for two days. She must be angry with me.',
  'I should be further in life by now; everyone I studied with has a house.',
  'My father is ill and I cannot stop thinking about the winter he taught me to skate.',
  'If I say no to my boss once, I will lose the job and never find another one.',
]

const [one, other, file] = process.argv.slice(2)
if (one === undefined || other === undefined) {
  process.stderr.write('Name two contenders: npm run ai:compare -- deepseek haiku [thoughts.txt]\n')
  process.exit(2)
}
const { gateway, platform } = loadConfig(
  { gateway: aiGatewayConfig, platform: platformConfig.pick({ DATA_DIR: true, SANDBOX_URL: true }) },
  { OPENROUTER_API_KEY: 'sandbox', ...processEnvironment() },
)
const lanes = createLanes({ config: gateway, clock: systemClock, sandboxUrl: platform.SANDBOX_URL })
const deps = { clients: lanes.clients, templates: readTemplates(), clock: systemClock }
const path = join(platform.DATA_DIR, 'ai-compare.jsonl')
const thoughts =
  file === undefined
    ? ownThoughts
    : (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '')
const input = createInterface({ input: process.stdin })
const answers = input[Symbol.asyncIterator]()
try {
  const kept = await compareBlind(
    {
      answer: (contender, thought) => answerBy(deps, contender, thought),
      show: (text) => void process.stdout.write(text),
      ask: async () => {
        const { value, done } = await answers.next()
        return done === true ? 'q' : value
      },
      random: () => randomInt(2) / 2,
      now: () => new Date(systemClock.now()).toISOString(),
      path,
    },
    [parseContender(one), parseContender(other)],
    thoughts,
  )
  process.stdout.write(`\n${kept} verdicts kept in ${path}\n`)
  process.stdout.write(`${JSON.stringify(tally(await readVerdicts(path), one, other))}\n`)
} finally {
  input.close()
  await lanes.close()
}
