import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '@triptych/kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerBy, parseContender } from '../compare/contender.ts'
import { compareBlind } from '../compare/session.ts'
import { readVerdicts, tally } from '../compare/verdicts.ts'
import { createLanes, type Lanes } from '../src/lanes/create-lanes.ts'
import { readTemplates } from '../src/prompts.ts'
import { impatient, openSandbox } from './gateway.ts'

let folder: string
let lanes: Lanes
let closeSandbox: () => Promise<void>
beforeAll(async () => {
  const sandbox = await openSandbox()
  closeSandbox = () => sandbox.close()
  folder = await mkdtemp(join(tmpdir(), 'ai-compare-'))
  lanes = createLanes({
    config: { AI_LANES: impatient({ first_token_ms: 10_000 }), OPENROUTER_API_KEY: 'sandbox' },
    clock: systemClock,
    sandboxUrl: sandbox.url,
  })
})
afterAll(async () => {
  await lanes.close()
  await closeSandbox()
  await rm(folder, { recursive: true })
})

it('shows two lanes without their names, in changing order, and keeps who was better', async () => {
  const path = join(folder, 'verdicts.jsonl')
  const shown: string[] = []
  const sides = [0.1, 0.9, 0.1]
  const said = ['1', '1', '=']
  const kept = await compareBlind(
    {
      answer: (contender, thought) =>
        answerBy(
          { clients: lanes.clients, templates: readTemplates(), clock: systemClock },
          contender,
          thought,
        ),
      show: (text) => void shown.push(text),
      ask: async () => said.shift() ?? 'q',
      random: () => sides.shift() ?? 0,
      now: () => '2026-11-16T00:00:00.000Z',
      path,
    },
    [parseContender('deepseek'), parseContender('haiku')],
    ['I always fail.', 'Nobody likes me.', 'I should be better.', 'never reached'],
  )
  expect(kept).toBe(3)
  expect(shown.join('')).not.toMatch(/deepseek|haiku|claude/)
  expect(shown[0]).toContain('min)')
  const verdicts = await readVerdicts(path)
  expect(tally(verdicts, 'deepseek', 'haiku')).toEqual({ deepseek: 1, haiku: 1, ties: 1 })
  expect(JSON.stringify(verdicts)).not.toContain('Nobody')
})
