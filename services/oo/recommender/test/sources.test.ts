import { integrationsContract } from '@triptych/integrations/contract'
import { actingFor, newId } from '@triptych/kernel'
import { databaseKinds } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Candidate, CandidateText } from '../src/domain/candidate.ts'
import { describer } from '../src/domain/features.ts'
import { createSources } from '../src/sources/index.ts'
import type { CandidateSource } from '../src/sources/source.ts'
import type { Stage } from './conformance/stage.ts'
import { stages } from './conformance/stages.ts'
import { openScene, type Scene } from './system.ts'

/** Numbers, days, names that machines gave: no room for words. */
const shape = z.strictObject({
  id: z.string().regex(/^\S+$/),
  source: z.string().regex(/^[a-z]+(\.[a-z]+)+$/),
  ref: z.string().regex(/^[a-z0-9-]+$/),
  kind: z.enum(['todo', 'advice']),
  dueAt: z.iso.datetime().nullable(),
  dueOn: z.iso.date().nullable(),
  deadlineOn: z.iso.date().nullable(),
  minutes: z.int().min(0).nullable(),
  isRecurring: z.boolean(),
  priority: z.int().min(1).max(4),
  addedAt: z.iso.datetime().nullable(),
  isPartOfAnother: z.boolean(),
  openParts: z.int().min(0),
  labels: z.int().min(0),
  isFresh: z.boolean(),
})

describe.each(databaseKinds)('on %s', (database) => {
  let scene: Scene
  let sources: readonly CandidateSource[]
  beforeAll(async () => {
    scene = await openScene(database)
    sources = createSources({ integrations: scene.system.clientOf(integrationsContract, 'recommender') })
  })
  afterAll(() => scene.close())

  const contextOf = (userId: string) => actingFor(scene.system.contextFor(), userId)

  it('holds every source', () => {
    expect(sources.map(({ name }) => name).sort()).toEqual(Object.keys(stages).sort())
  })

  describe.each(Object.entries(stages))('the source %s', (name, openStage) => {
    let source: CandidateSource
    let stage: Stage
    beforeAll(async () => {
      source = sources.find((one) => one.name === name) as CandidateSource
      stage = await openStage(scene)
    })

    const candidatesOf = (userId: string) => source.candidates(contextOf(userId), userId)
    const open = (userId: string, candidate: Candidate) => source.open(contextOf(userId), userId, candidate)
    async function opened(userId: string): Promise<{ candidate: Candidate; text: CandidateText }[]> {
      const all = await candidatesOf(userId)
      return Promise.all(
        all.map(async (candidate) => {
          const text = await open(userId, candidate)
          if (text === undefined) throw new Error(`${candidate.id} does not stand`)
          return { candidate, text }
        }),
      )
    }

    it('gives candidates under names of their own, which no other source claims', async () => {
      const candidates = await candidatesOf(stage.userId)
      expect(candidates.length).toBeGreaterThan(Object.keys(stage.endings).length)
      expect(new Set(candidates.map(({ id }) => id)).size).toBe(candidates.length)
      for (const candidate of candidates) {
        expect(candidate.id).toBe(`${candidate.source}:${candidate.ref}`)
        expect(sources.filter((one) => one.owns(candidate.source))).toEqual([source])
      }
    })

    it('gives the same ones in the same order when it is asked again', async () => {
      expect(await candidatesOf(stage.userId)).toEqual(await candidatesOf(stage.userId))
    })

    it('gives them without a word of what they say', async () => {
      const all = await opened(stage.userId)
      const told = JSON.stringify(all.map(({ candidate }) => candidate))
      for (const { candidate, text } of all) {
        expect(shape.parse(candidate)).toEqual(candidate)
        const { title, body, deepLink, project, attribution } = text
        expect(title).not.toBe('')
        for (const words of [title, body, deepLink, project, attribution?.title, attribution?.url])
          if (words !== null && words !== undefined) expect(told).not.toContain(words)
      }
    })

    it('gives what can be described by numbers between 0 and 1', async () => {
      const surroundings = { timeZone: 'Europe/Berlin', surface: 'web', openTasks: 5, history: [] } as const
      const featuresOf = describer({ ...surroundings, now: scene.system.clock.now() })
      for (const candidate of await candidatesOf(stage.userId))
        for (const value of Object.values(featuresOf(candidate)))
          expect(value >= 0 && value <= 1, `${value}`).toBe(true)
    })

    it('never offers what cannot be done', async () => {
      const titles = (await opened(stage.userId)).map(({ text }) => text.title)
      expect(titles.filter((title) => stage.never.includes(title))).toEqual([])
    })

    it('has nothing of a person for anybody else', async () => {
      const [own, others] = [await candidatesOf(stage.userId), await candidatesOf(stage.strangerId)]
      expect(others.length).toBeGreaterThan(0)
      if (!stage.isPersonal) return expect(others).toEqual(own)
      const refs = new Set(others.map(({ ref }) => ref))
      expect(own.filter(({ ref }) => refs.has(ref))).toEqual([])
      for (const candidate of own) expect(await open(stage.strangerId, candidate)).toBeUndefined()
    })

    it('opens nothing that it never had', async () => {
      const [candidate] = await candidatesOf(stage.userId)
      const unknown = { ...(candidate as Candidate), ref: newId() }
      expect(await open(stage.userId, unknown)).toBeUndefined()
    })

    it('opens nothing that has ended since it was given, and gives it no more', async () => {
      for (const [how, end] of Object.entries(stage.endings)) {
        const [one] = await opened(stage.userId)
        if (one === undefined) throw new Error(`nothing is left to be ${how}`)
        await end(one.candidate, one.text)
        expect({ how, text: await open(stage.userId, one.candidate) }).toEqual({ how, text: undefined })
        const left = await candidatesOf(stage.userId)
        expect({ how, ids: left.map(({ id }) => id) }).not.toMatchObject({
          how,
          ids: expect.arrayContaining([one.candidate.id]) as string[],
        })
      }
    })
  })
})

describe('a source that', () => {
  const urgent: Candidate = {
    id: 'test.things:one',
    source: 'test.things',
    ref: 'one',
    kind: 'todo',
    dueAt: null,
    dueOn: '2020-01-01',
    deadlineOn: '2020-01-01',
    minutes: 5,
    isRecurring: false,
    priority: 1,
    addedAt: null,
    isPartOfAnother: false,
    openParts: 0,
    labels: 0,
    isFresh: true,
  }
  const many = Array.from({ length: 200 }, (_, index) => ({
    ...urgent,
    id: `test.things:${index}`,
    ref: `${index}`,
  }))
  const away = () => Promise.reject(new Error('away'))

  it.each<[string, Pick<CandidateSource, 'candidates' | 'open'>]>([
    ['is away', { candidates: away, open: away }],
    ['went away after it was asked', { candidates: () => Promise.resolve(many), open: away }],
    [
      'has only what is gone',
      { candidates: () => Promise.resolve(many.slice(0, 3)), open: () => Promise.resolve(undefined) },
    ],
  ])('%s keeps nobody from the tips of the others', async (_name, behaviour) => {
    const broken = { name: 'test.things', owns: (source: string) => source === 'test.things', ...behaviour }
    const strict = { OO_POLICY: 'priority', OO_EPSILON: '0.001' }
    const other = await openScene('embedded', strict, {
      sources: (ground) => [broken, ...createSources(ground)],
    })
    try {
      expect(await other.recommend(await other.person())).toMatchObject({ kind: 'advice', source: 'advice' })
    } finally {
      await other.close()
    }
  })
})
