import { describe, expect, it } from 'vitest'

import {
  checkGenerated,
  families,
  helpFor,
  hotlines,
  languages,
  precheck,
  renderTemplate,
  resourcesFor,
  severities,
  staleRows,
  templateFor,
} from '../src/precheck/index.ts'

describe('templates', () => {
  it('every family, severity and language has a card with a way out and no exclamation mark', () => {
    for (const family of families)
      for (const severity of severities)
        for (const language of languages) {
          const card = renderTemplate(templateFor(family, severity).id, language)
          expect(card?.body.length).toBeGreaterThan(0)
          expect(card?.not_meant).not.toBe('')
          expect(JSON.stringify(card)).not.toMatch(/[!！]/u)
        }
  })

  it('a low severity is met gently, a high one with the numbers first', () => {
    expect(precheck('I want to die').template).toBe('suicide.gentle.v1')
    expect(precheck('I have the pills and tonight I am going to take them all').template).toBe(
      'suicide.urgent.v1',
    )
    expect(renderTemplate('suicide.gentle.v1', 'en')?.resources_first).toBe(false)
    expect(renderTemplate('overdose.urgent.v1', 'en')?.resources_first).toBe(true)
  })

  it.each([
    'I want to kill myself tonight.',
    'I want to die tonight',
    'Ich will mich heute Nacht umbringen.',
    'Quiero matarme esta noche.',
    'Je veux mourir ce soir.',
    '今晚我要自杀',
  ])('a statement that names its time is an intent: %s', (text) => {
    const { severity, template } = precheck(text)
    expect([severity, template]).toEqual(['intent', 'suicide.urgent.v1'])
  })

  it('a worried friend is met as one', () => {
    expect(precheck('My best friend wants to kill herself').template).toBe('bystander.urgent.v1')
  })
})

describe('resources', () => {
  const regions = 'US CA GB IE AU NZ DE AT CH FR BE ES PT BR IT MX AR NL IN JP CN TW HK SG ZA'.split(' ')

  it.each(regions)('%s has a crisis line, an emergency number and the directory', (region) => {
    const rows = hotlines.filter((row) => row.region === region)
    expect(rows.some((row) => row.topics.includes('suicide'))).toBe(true)
    expect(rows.some((row) => row.topics.includes('emergency'))).toBe(true)
    expect(resourcesFor({ region, language: 'en' }).map(({ name }) => name)).toContain('Find A Helpline')
  })

  it('every row says how and when to reach it', () => {
    for (const row of hotlines) {
      expect(row.phone ?? row.text ?? row.url).toBeDefined()
      expect(row.hours).not.toBe('')
      expect(row.languages.every((language) => language !== '')).toBe(true)
    }
  })

  it('paired services stand together', () => {
    const names = resourcesFor({ region: 'gb', language: 'en' }).map(({ name }) => name)
    expect(names.slice(0, 2)).toEqual(['Samaritans', 'Shout'])
  })

  it('an overdose shows the emergency number, then poison control', () => {
    const names = resourcesFor({ region: 'US', language: 'en', family: 'overdose' }).map(({ name }) => name)
    expect(names.slice(0, 2)).toEqual(['Emergency', 'Poison Help'])
  })

  it('an unknown region gets the local emergency number and the directory', () => {
    expect(resourcesFor({ region: 'ZZ', language: 'de' }).map(({ name }) => name)).toEqual([
      'Deine örtliche Notrufnummer',
      'Find A Helpline',
      'IASP',
    ])
    expect(resourcesFor({ region: null, language: 'zh' })[0]?.name).toBe('你所在地的紧急电话')
  })

  it('every row is stated by two sources of different names, each with its day', () => {
    for (const row of hotlines) {
      expect(new Set(row.sources.map(({ name }) => name)).size, row.name).toBeGreaterThanOrEqual(2)
      for (const source of row.sources) expect(source.checked_at).toMatch(/^2026-\d\d-\d\d$/u)
      expect(row.checked_at, row.name).not.toBeNull()
    }
  })

  it('rows grow stale after twelve months, and unconfirmed ones are stale at once', () => {
    expect(staleRows(hotlines, new Date('2026-11-20'))).toEqual([])
    expect(staleRows(hotlines, new Date('2028-01-01'))).toEqual(hotlines)
    const unconfirmed = hotlines.slice(0, 1).map((row) => ({ ...row, checked_at: null }))
    expect(staleRows(unconfirmed, new Date('2026-11-20'))).toEqual(unconfirmed)
  })

  it('where a region has no service of a topic, its emergency number and the directory stand in', () => {
    const names = resourcesFor({ region: 'NL', language: 'en', family: 'minor_at_risk' }).map(
      ({ name }) => name,
    )
    expect(names[0]).toBe('Emergency')
    expect(names).toContain('Find A Helpline')
  })

  it('help holds the words, the way on and the services', () => {
    const help = helpFor(precheck('Ich will sterben'), { region: 'DE' })
    expect(help.keep_writing).toContain('Du kannst jederzeit weiterschreiben')
    expect(help.resources[0]?.name).toBe('TelefonSeelsorge')
  })
})

describe('generated text', () => {
  it.each([
    'You want to die, and that is understandable.',
    'This sounds like clinical depression.',
    'You might have ADHD.',
    'Try reducing your dose for a week.',
    'Take 50 mg at night.',
    'The lethal dose is lower than you think.',
    'Quizás tienes depresión.',
    'Du bist depressiv.',
    'Nimm ein Beruhigungsmittel.',
    '你可能有抑郁症。',
    'Tu devrais arrêter ton traitement, arrête tes médicaments.',
  ])('refuses "%s"', (text) => {
    expect(checkGenerated(text).ok).toBe(false)
  })

  it.each([
    'This thought leans on always. When was it not so?',
    'One small step: write to Priya and ask for ten minutes.',
    'Dein Satz macht aus einem Fehler ein ganzes Urteil.',
    'Una mala tarde no es una mala vida.',
    'Peut-être que ton ami était simplement fatigué.',
    '也许他只是太忙了，没有看到消息。',
  ])('lets "%s" pass', (text) => {
    expect(checkGenerated(text)).toEqual({ ok: true, rule: null })
  })
})
