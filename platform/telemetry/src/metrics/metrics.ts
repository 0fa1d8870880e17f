import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { metricCatalogue } from './catalogue.ts'
import type {
  ConfiguredLabel,
  CounterName,
  GaugeName,
  HistogramName,
  LabelName,
  LabelsOf,
  MetricDefinition,
  MetricName,
} from './catalogue.ts'
import { createLabelGuard } from './label-guard.ts'
import type { KnownValues } from './label-guard.ts'

export interface Reading<Name extends GaugeName> {
  readonly labels: LabelsOf<Name>
  readonly value: number
}

/** The process's measures. Names and labels are those of `metricCatalogue`; unknown label values become `other`. */
export interface Metrics {
  count<Name extends CounterName>(name: Name, labels: LabelsOf<Name>, by?: number): void
  /** Observes a duration in seconds. */
  observe<Name extends HistogramName>(name: Name, labels: LabelsOf<Name>, seconds: number): void
  set<Name extends GaugeName>(name: Name, labels: LabelsOf<Name>, value: number): void
  add<Name extends GaugeName>(name: Name, labels: LabelsOf<Name>, by: number): void
  /** Reads a gauge when it is scraped. One reader for a name; a reader that fails leaves its gauge out. */
  watch<Name extends GaugeName>(
    name: Name,
    read: () => readonly Reading<Name>[] | Promise<readonly Reading<Name>[]>,
  ): void
  /** One answered request: `route` is the template, `status` the HTTP status. */
  observeRequest(request: LabelsOf<'triptych_http_request_seconds'>, seconds: number): void
  /** Adds label values known only after boot. */
  allow(label: ConfiguredLabel, values: readonly string[]): void
  readonly contentType: string
  /** The text that Prometheus scrapes. */
  render(): Promise<string>
}

export interface MetricsOptions {
  readonly known?: KnownValues
  /** Event loop, memory, CPU and garbage collection of the process. Default true. */
  readonly process?: boolean
}

/** Creates a registry with every metric of the catalogue. */
export function createMetrics(options: MetricsOptions = {}): Metrics {
  const registry = new Registry()
  const guard = createLabelGuard(options.known ?? {})
  const { counters, gauges, histograms } = register(registry)
  if (options.process !== false) collectDefaultMetrics({ register: registry })

  const admit = (name: MetricName, labels: Record<string, unknown>): Record<string, string> =>
    Object.fromEntries(labelNames(name).map((label) => [label, guard.admit(label, labels[label])]))
  const observe: Metrics['observe'] = (name, labels, seconds) => {
    if (isAmount(seconds)) histograms.get(name)?.observe(admit(name, labels), seconds)
  }

  return {
    count: (name, labels, by = 1) => {
      if (isAmount(by)) counters.get(name)?.inc(admit(name, labels), by)
    },
    observe,
    set: (name, labels, value) => {
      if (Number.isFinite(value)) gauges.get(name)?.gauge.set(admit(name, labels), value)
    },
    add: (name, labels, by) => {
      if (Number.isFinite(by)) gauges.get(name)?.gauge.inc(admit(name, labels), by)
    },
    watch: (name, read) => {
      const watched = gauges.get(name)
      if (watched === undefined) return
      watched.collect = async () => {
        const readings = await read()
        watched.gauge.reset()
        for (const { labels, value } of readings) watched.gauge.set(admit(name, labels), value)
      }
    },
    observeRequest: (request, seconds) => {
      observe('triptych_http_request_seconds', request, seconds)
    },
    allow: (label, values) => {
      guard.allow(label, values)
    },
    contentType: registry.contentType,
    render: () => registry.metrics(),
  }
}

interface WatchedGauge {
  readonly gauge: Gauge
  collect: (() => Promise<void>) | undefined
}

function register(registry: Registry) {
  const registers = [registry]
  const counters = new Map<MetricName, Counter>()
  const gauges = new Map<MetricName, WatchedGauge>()
  const histograms = new Map<MetricName, Histogram>()
  const definitions = Object.entries(metricCatalogue) as [MetricName, MetricDefinition][]
  for (const [name, { kind, help, labels, buckets }] of definitions) {
    const base = { name, help, labelNames: [...labels], registers }
    if (kind === 'counter') counters.set(name, new Counter(base))
    else if (kind === 'gauge') gauges.set(name, watchedGauge(base))
    else histograms.set(name, new Histogram({ ...base, buckets: [...(buckets ?? [])] }))
  }
  return { counters, gauges, histograms }
}

function watchedGauge(base: ConstructorParameters<typeof Gauge>[0]): WatchedGauge {
  const watched: WatchedGauge = {
    gauge: new Gauge({
      ...base,
      async collect() {
        // A scrape shows what can be shown: one gauge whose source is away must not take the others with it.
        await watched.collect?.().catch(() => this.reset())
      },
    }),
    collect: undefined,
  }
  return watched
}

const labelNames = (name: MetricName): readonly LabelName[] => metricCatalogue[name].labels

/** Counters refuse to go down and histograms a NaN by throwing; a wrong figure must not end a request. */
const isAmount = (value: number) => Number.isFinite(value) && value >= 0
