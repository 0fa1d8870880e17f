import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parser } from '@prometheus-io/lezer-promql'
import { parse } from 'yaml'
import { z } from 'zod'
import { labelValues, metricCatalogue } from '../src/metrics/catalogue.ts'
import type { LabelName } from '../src/metrics/catalogue.ts'
import { processMetricNames } from '../src/index.ts'

export const root = resolve(import.meta.dirname, '../../..')
const ops = join(root, 'ops')

const rule = z.union([
  z.strictObject({ record: z.string(), expr: z.string() }),
  z.strictObject({
    alert: z.string(),
    expr: z.string(),
    for: z.string().optional(),
    labels: z.strictObject({ severity: z.enum(['page', 'ticket']) }),
    annotations: z.strictObject({ summary: z.string(), runbook: z.string() }),
  }),
])
const ruleFile = z.strictObject({
  groups: z.array(
    z.strictObject({ name: z.string(), interval: z.string().optional(), rules: z.array(rule).min(1) }),
  ),
})
export type Rule = z.infer<typeof rule>

const panel = z.object({
  id: z.number(),
  type: z.string(),
  title: z.string().min(1),
  description: z.string().optional(),
  gridPos: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
  datasource: z.object({ uid: z.literal('${datasource}') }).optional(),
  targets: z.array(z.object({ expr: z.string() })).default([]),
})
const dashboard = z.object({
  uid: z.string(),
  title: z.string(),
  schemaVersion: z.number(),
  templating: z.object({ list: z.array(z.object({ name: z.string(), definition: z.string().optional() })) }),
  panels: z.array(panel),
})
export type Panel = z.infer<typeof panel>

const filesOf = (folder: string, ending: string) =>
  readdirSync(join(ops, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => ({ name, text: readFileSync(join(ops, folder, name), 'utf8') }))

export const readRules = (): Rule[] =>
  filesOf('prometheus/rules', '.yml').flatMap(({ text }) =>
    ruleFile.parse(parse(text)).groups.flatMap((group) => group.rules),
  )

export const readDashboards = () =>
  filesOf('grafana/dashboards', '.json').map(({ name, text }) => ({
    name,
    ...dashboard.parse(JSON.parse(text)),
  }))

/** Measures of Prometheus itself and of the outside probe. */
const foreign = new Set(['up', 'probe_success'])
/** Labels that the scrape or a histogram adds. */
const added = new Set(['instance', 'job', 'le'])

/** What a query gets wrong; empty when it parses and names only what exists. */
export function faultsOf(query: string, recorded: ReadonlySet<string>): string[] {
  // What Grafana puts in before it asks.
  const text = query.replaceAll('$__rate_interval', '5m').replaceAll('$__range', '1d')
  const faults: string[] = []
  const grouped: string[] = []
  let metric = ''
  parser.parse(text).iterate({
    enter: (node) => {
      const words = text.slice(node.from, node.to)
      if (node.type.isError) faults.push(`does not parse at ${node.from}: ${words}`)
      if (node.name === 'Identifier') {
        metric = words
        if (!isKnown(metric, recorded)) faults.push(`no metric ${metric}`)
      }
      if (node.name === 'UnquotedLabelMatcher') faults.push(...matcherFaults(metric, words))
      if (node.name === 'LabelName' && node.node.parent?.name === 'GroupingLabels') grouped.push(words)
    },
  })
  for (const label of grouped) {
    if (!added.has(label) && !Object.hasOwn(labelValues, label)) faults.push(`no label ${label}`)
  }
  return faults
}

const isKnown = (name: string, recorded: ReadonlySet<string>) =>
  recorded.has(name) ||
  foreign.has(name) ||
  (processMetricNames as readonly string[]).includes(name) ||
  definitionOf(name) !== undefined

/** The metric of a series: itself, or the histogram that `_bucket`, `_sum` or `_count` belong to. */
function definitionOf(series: string) {
  const catalogue: Record<string, (typeof metricCatalogue)[keyof typeof metricCatalogue]> = metricCatalogue
  const direct = catalogue[series]
  if (direct !== undefined) return direct.kind === 'histogram' ? undefined : direct
  const histogram = catalogue[series.replace(/_(?:bucket|sum|count)$/, '')]
  return histogram?.kind === 'histogram' ? histogram : undefined
}

/** A matcher must name a label of its metric, and a value that the label can have. */
function matcherFaults(metric: string, matcher: string): string[] {
  const [, label, operator, quoted] = /^(\w+)\s*(=~|!~|!=|=)\s*"(.*)"$/s.exec(matcher) ?? []
  if (label === undefined || quoted === undefined) return [`unreadable matcher ${matcher}`]
  const definition = definitionOf(metric)
  const labels: readonly string[] | undefined = definition?.labels
  if (labels !== undefined && !added.has(label) && !labels.includes(label))
    return [`${metric} has no label ${label}`]
  const values = labelValues[label as LabelName]
  if (quoted.startsWith('$') || typeof values === 'string' || values === undefined) return []
  const wanted = operator === '=' || operator === '!=' ? [quoted] : quoted.split('|')
  const list: readonly string[] = values
  return wanted.filter((value) => !list.includes(value)).map((value) => `${label} is never ${value}`)
}
