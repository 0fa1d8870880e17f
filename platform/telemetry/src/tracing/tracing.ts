export interface TracingOptions {
  readonly serviceName: string
  readonly serviceVersion?: string
  /** `otlp`: OTLP over HTTP with JSON to `url` (ends in `/v1/traces`). `memory`: kept in the process, for tests. */
  readonly exporter:
    | { readonly kind: 'none' }
    | { readonly kind: 'otlp'; readonly url: string; readonly headers?: Readonly<Record<string, string>> }
    | { readonly kind: 'memory' }
  /** The share of new traces that is kept, 0 to 1. A trace that comes in keeps its sender's decision. */
  readonly sampleRatio?: number
  /** The `Client` class of `pg`; its queries become spans with the verb and nothing of the statement. */
  readonly postgresClient?: PostgresClientClass
}

/** As much of the class `Client` of `pg` as is wrapped. */
export interface PostgresClientClass {
  readonly prototype: { query: (...input: never[]) => unknown }
}

/** A finished span, as it left the process. */
export interface SpanRecord {
  readonly name: string
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId: string | undefined
  readonly failed: boolean
  readonly attributes: Readonly<Record<string, unknown>>
  readonly events: readonly { name: string; attributes: Readonly<Record<string, unknown>> }[]
}

export interface Tracing {
  readonly enabled: boolean
  /** Sends what is waiting. */
  flush(): Promise<void>
  /** The spans kept by the `memory` exporter; empty for others. */
  finished(): readonly SpanRecord[]
  /** Sends what is waiting and takes tracing out of the process. */
  close(): Promise<void>
}

const off: Tracing = {
  enabled: false,
  flush: () => Promise.resolve(),
  finished: () => [],
  close: () => Promise.resolve(),
}

/** Starts tracing for this process. The SDK is loaded only when there is an exporter. */
export async function startTracing(options: TracingOptions): Promise<Tracing> {
  const { exporter } = options
  if (exporter.kind === 'none') return off
  const { startProvider } = await import('./provider.ts')
  return startProvider({ ...options, exporter })
}
