import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { metricCatalogue } from '../src/index.ts'
import { faultsOf, readDashboards, readRules, root } from './operations.ts'
import type { Panel, Rule } from './operations.ts'

const rules = readRules()
const dashboards = readDashboards()
const recorded = new Set(rules.flatMap((rule) => ('record' in rule ? [rule.record] : [])))
const alerts = rules.filter((rule): rule is Extract<Rule, { alert: string }> => 'alert' in rule)
const panelsOf = (panels: readonly Panel[]) => panels.filter((panel) => panel.type !== 'row')

describe('the check itself', () => {
  it.each([
    ['rate(triptych_http_request_seconds_count[5m]', 'does not parse'],
    ['rate(triptych_nothing_total[5m])', 'no metric triptych_nothing_total'],
    ['rate(triptych_http_request_seconds[5m])', 'no metric triptych_http_request_seconds'],
    ['triptych_bus_outbox_pending{lane="a"}', 'triptych_bus_outbox_pending has no label lane'],
    ['triptych_ai_calls_total{ai_outcome=~"ok|fine"}', 'ai_outcome is never fine'],
    ['sum by (colour) (up)', 'no label colour'],
    ['triptych:not_recorded:ratio', 'no metric triptych:not_recorded:ratio'],
  ])('finds what is wrong with %s', (query, fault) => {
    expect(faultsOf(query, recorded).join('\n')).toContain(fault)
  })
})

describe('rules of Prometheus', () => {
  it.each(rules.map((rule) => ['alert' in rule ? rule.alert : rule.record, rule.expr]))(
    '%s asks for what exists',
    (_name, expr) => {
      expect(faultsOf(expr, recorded)).toEqual([])
    },
  )

  it('have names of their own', () => {
    const names = rules.map((rule) => ('alert' in rule ? rule.alert : rule.record))
    expect(new Set(names).size).toBe(names.length)
  })

  it('each alert has a section in the runbook', () => {
    const sections = readFileSync(join(root, 'ops/runbooks/alerts.md'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('## '))
      .map((line) => line.slice(3))
    expect(sections.sort()).toEqual(alerts.map(({ alert }) => alert).sort())
    for (const { alert, annotations } of alerts) {
      expect(annotations.runbook).toBe(`ops/runbooks/alerts.md#${alert.toLowerCase()}`)
    }
  })
})

describe('dashboards of Grafana', () => {
  it.each(dashboards.map((board) => [board.name, board] as const))('%s asks for what exists', (_, board) => {
    for (const panel of panelsOf(board.panels)) {
      expect(panel.targets.length, panel.title).toBeGreaterThan(0)
      for (const { expr } of panel.targets) expect(faultsOf(expr, recorded), panel.title).toEqual([])
    }
    for (const { definition } of board.templating.list) {
      const series = /^label_values\((\w+), (\w+)\)$/.exec(definition ?? '')
      if (definition !== undefined)
        expect(faultsOf(`${series?.[1]}{${series?.[2]}="$x"}`, recorded)).toEqual([])
    }
  })

  it.each(dashboards.map((board) => [board.name, board] as const))('%s is laid out', (_, { panels }) => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length)
    const cells = new Set<string>()
    for (const { gridPos, title, type, description } of panels) {
      expect(gridPos.x + gridPos.w, title).toBeLessThanOrEqual(24)
      if (type !== 'row') expect(description, title).toMatch(/\w/)
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x += 1) {
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y += 1) {
          expect(cells.has(`${x},${y}`), `${title} lies over another panel`).toBe(false)
          cells.add(`${x},${y}`)
        }
      }
    }
  })

  it('use only variables they declare', () => {
    for (const { panels, templating } of dashboards) {
      const declared = new Set(templating.list.map(({ name }) => name))
      const used = panelsOf(panels).flatMap(({ targets }) =>
        targets.flatMap(({ expr }) => [...expr.matchAll(/"\$(\w+)"/g)].map((match) => match[1] ?? '')),
      )
      expect(used.filter((name) => !declared.has(name))).toEqual([])
    }
  })

  it('are named and addressed apart', () => {
    expect(new Set(dashboards.map(({ uid }) => uid)).size).toBe(dashboards.length)
    expect(new Set(dashboards.map(({ title }) => title)).size).toBe(dashboards.length)
  })
})

describe('the catalogue', () => {
  const sources = ['platform/*/src/**/*.ts', 'services/*/*/src/**/*.ts']
    .flatMap((pattern) => globSync(pattern, { cwd: root }))
    .filter((path) => !path.endsWith('.test.ts') && !path.endsWith('metrics/catalogue.ts'))
    .map((path) => readFileSync(join(root, path), 'utf8'))

  it.each(Object.keys(metricCatalogue))('%s is measured somewhere', (name) => {
    expect(sources.some((text) => text.includes(`'${name}'`))).toBe(true)
  })
})

const promtool = ['/usr/bin/promtool', '/usr/local/bin/promtool'].find((path) => existsSync(path))

describe.skipIf(promtool === undefined)('promtool', () => {
  it('raises the alerts that the examples say', () => {
    const tests = join(root, 'ops/prometheus/tests')
    const output = execFileSync(promtool ?? '', ['test', 'rules', 'rules.test.yml'], { cwd: tests })
    expect(output.toString()).toContain('SUCCESS')
  })
})
