import { EventSourceParserStream } from 'eventsource-parser/stream'

/** The events of a `text/event-stream` body whose data is JSON: `{type, ...data}`. */
export async function* readServerSentEvents(body: ReadableStream<Uint8Array>) {
  const decoded = body
    .pipeThrough(new TextDecoderStream() as unknown as ReadableWritablePair<string, Uint8Array>)
    .pipeThrough(new EventSourceParserStream())
  const reader = decoded.getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      yield { type: next.value.event, ...(JSON.parse(next.value.data) as object) } as never
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
