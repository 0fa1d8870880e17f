import { ReadableStream, TextDecoderStream, TransformStream } from 'node:stream/web'

/** The streams of a browser, in place of those that the test preset brings for React Native. Import first. */
for (const [name, value] of Object.entries({ ReadableStream, TextDecoderStream, TransformStream })) {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
}
