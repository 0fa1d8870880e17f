import { describe, expect, it } from 'vitest'
import { createMetrics, metricCatalogue, processMetricNames } from '../index.ts'
import type { CounterName, GaugeName, HistogramName } from '../index.ts'
import { labelValues } from './catalogue.ts'

const known = { route: ['/api/v1/turns'], feature: ['turn'], lane: ['deepinfra'], module: ['spectrum'] }
const plain = () => createMetrics({ known, process: false })

/** The value of one series in rendered text. */
function valueOf(text: string, series: string): number | undefined {
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${series} `))
  return line === undefined ? undefined : Number(line.slice(series.length + 1))
}

describe('the metrics of requests', () => {
  it('count and time each route, method and status', async () => {
    const metrics = plain()
    metrics.observeRequest({ method: 'POST', route: '/api/v1/turns', status: 201 }, 1.2)
    metrics.observeRequest({ method: 'POST', route: '/api/v1/turns', status: 201 }, 3)
    const text = await metrics.render()
    const labels = 'method="POST",route="/api/v1/turns",status="201"'
    expect(valueOf(text, `triptych_http_request_seconds_count{${labels}}`)).toBe(2)
    expect(valueOf(text, `triptych_http_request_seconds_sum{${labels}}`)).toBeCloseTo(4.2)
    expect(valueOf(text, `triptych_http_request_seconds_bucket{le="1.8",${labels}}`)).toBe(1)
    expect(valueOf(text, `triptych_http_request_seconds_bucket{le="3.5",${labels}}`)).toBe(2)
  })

  it('takes routes that are known only after boot', async () => {
    const metrics = plain()
    metrics.allow('route', ['/api/v1/lens/goals'])
    metrics.observeRequest({ method: 'GET', route: '/api/v1/lens/goals', status: 200 }, 0.01)
    expect(await metrics.render()).toContain('route="/api/v1/lens/goals"')
  })
})

describe('the values of labels', () => {
  it('are other when nobody declared them', async () => {
    const metrics = plain()
    metrics.observeRequest({ method: 'BREW', route: '/api/v1/turns/0195a1b2', status: 7 }, 0.01)
    metrics.count('triptych_ai_calls_total', { feature: 'turn', lane: 'x'.repeat(90), ai_outcome: 'ok' })
    metrics.count('triptych_safety_escalations_total', { family: 'I am not well', severity: 'plan' })
    const text = await metrics.render()
    expect(text).toContain('{le="0.01",method="other",route="other",status="other"}')
    expect(text).toContain('{feature="turn",lane="other",ai_outcome="ok"} 1')
    expect(text).toContain('{family="other",severity="other"} 1')
  })

  it('stay few, however many different ones are given', async () => {
    const metrics = plain()
    for (let at = 0; at < 5_000; at += 1) {
      metrics.count('triptych_bus_published_total', { module: `module.${at}` })
    }
    const series = (await metrics.render())
      .split('\n')
      .filter((line) => line.startsWith('triptych_bus_published_total{'))
    expect(series).toEqual(['triptych_bus_published_total{module="other"} 5000'])
  })

  it('cannot be declared without bound', () => {
    const metrics = plain()
    expect(() =>
      metrics.allow(
        'route',
        Array.from({ length: 501 }, (_, at) => `/r/${at}`),
      ),
    ).toThrow('more than 500')
  })
})

describe('gauges', () => {
  it('are read when they are scraped, and forget what is gone', async () => {
    const metrics = plain()
    let lag = [{ labels: { module: 'spectrum' }, value: 4 }]
    metrics.watch('triptych_bus_lag_seconds', () => lag)
    expect(await metrics.render()).toContain('triptych_bus_lag_seconds{module="spectrum"} 4')
    lag = []
    expect(await metrics.render()).not.toContain('triptych_bus_lag_seconds{')
  })

  it('that cannot be read do not take the others with them', async () => {
    const metrics = plain()
    metrics.watch('triptych_dead_letters', () => Promise.reject(new Error('database away')))
    metrics.watch('triptych_bus_outbox_pending', () => {
      throw new Error('database away')
    })
    metrics.set('triptych_safety_hotlines_stale', {}, 3)
    metrics.add('triptych_http_requests_in_flight', {}, 1)
    const text = await metrics.render()
    expect(text).toContain('triptych_safety_hotlines_stale 3')
    expect(text).toContain('triptych_http_requests_in_flight 1')
    expect(text).not.toContain('triptych_dead_letters{')
  })
})

describe('the catalogue', () => {
  it('is registered whole, and each metric takes a value', async () => {
    const metrics = plain()
    for (const [name, definition] of Object.entries(metricCatalogue)) {
      const labels = Object.fromEntries(definition.labels.map((label) => [label, 'x'])) as never
      if (definition.kind === 'counter') metrics.count(name as CounterName, labels)
      if (definition.kind === 'gauge') metrics.set(name as GaugeName, labels, 1)
      if (definition.kind === 'histogram') metrics.observe(name as HistogramName, labels, 0.1)
    }
    const text = await metrics.render()
    for (const [name, definition] of Object.entries(metricCatalogue)) {
      expect(text).toContain(`# TYPE ${name} ${definition.kind}`)
      const series = definition.kind === 'histogram' ? `${name}_count` : name
      expect(text).toMatch(new RegExp(`^${series}(?:{.*})? 1$`, 'm'))
    }
  })

  it('follows the naming of Prometheus and uses every label it declares', () => {
    for (const [name, { kind }] of Object.entries(metricCatalogue)) {
      expect(name).toMatch(/^triptych_[a-z_]+$/)
      expect(name.endsWith('_total')).toBe(kind === 'counter')
      if (kind === 'histogram') expect(name).toMatch(/_seconds$/)
    }
    const used = new Set<string>(Object.values(metricCatalogue).flatMap(({ labels }) => [...labels]))
    expect([...used].sort()).toEqual(Object.keys(labelValues).sort())
  })

  it('ignores figures that are none, instead of failing the request they belong to', async () => {
    const metrics = plain()
    metrics.count('triptych_bus_published_total', { module: 'x' }, -1)
    metrics.count('triptych_bus_published_total', { module: 'x' }, Number.NaN)
    metrics.observeRequest({ method: 'GET', route: '/api/v1/turns', status: 200 }, Number.NaN)
    const text = await metrics.render()
    expect(text).not.toContain('NaN')
    expect(text).not.toContain('triptych_bus_published_total{')
  })
})

describe('the metrics of the process', () => {
  it('hold the event loop, memory and CPU', async () => {
    const metrics = createMetrics({ known })
    const text = await metrics.render()
    for (const name of processMetricNames) expect(text).toContain(`# TYPE ${name} `)
    expect(metrics.contentType).toContain('text/plain')
  })

  it('belong to their registry: two sets do not disturb each other', async () => {
    const [one, two] = [createMetrics({ known }), createMetrics({ known })]
    one.count('triptych_bus_published_total', { module: 'x' })
    expect(await two.render()).not.toContain('triptych_bus_published_total{')
  })
})
