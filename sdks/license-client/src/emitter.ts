import type { LicenseEvent, LicenseEvents, Listener } from './types.ts'

export type Emit = <Type extends keyof LicenseEvents>(type: Type, event: LicenseEvents[Type]) => void

export interface Emitter {
  readonly emit: Emit
  on<Type extends keyof LicenseEvents>(type: Type, listener: Listener<LicenseEvents[Type]>): () => void
  onEvent(listener: Listener<LicenseEvent>): () => void
}

export function createEmitter(): Emitter {
  const listeners = new Set<Listener<LicenseEvent>>()
  const onEvent = (listener: Listener<LicenseEvent>): (() => void) => {
    // A wrapper of its own, so that one listener may subscribe twice.
    const own: Listener<LicenseEvent> = (event) => listener(event)
    listeners.add(own)
    return () => void listeners.delete(own)
  }
  return {
    emit: (type, event) => {
      for (const listener of listeners) void callSafely(listener, { type, ...event } as LicenseEvent)
    },
    on: (type, listener) => onEvent((event) => (event.type === type ? listener(event as never) : undefined)),
    onEvent,
  }
}

async function callSafely(listener: Listener<LicenseEvent>, event: LicenseEvent): Promise<void> {
  try {
    await listener(event)
  } catch (error) {
    warn(error)
  }
}

/** What must be seen and must not end the host. */
export const warn = (error: unknown): void =>
  process.emitWarning(error instanceof Error ? error : String(error))
