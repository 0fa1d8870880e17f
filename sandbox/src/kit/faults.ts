import { z } from 'zod'
import type { Clock } from './clock.ts'

/** A switch that makes a provider misbehave: `remaining` counts the times it will still strike. */
export interface Fault<Kind extends string = string, Options = unknown> {
  readonly id: string
  readonly kind: Kind
  readonly times: number | 'always'
  readonly options: Options
  readonly setAt: Date
  remaining: number
}

export interface FaultView {
  readonly id: string
  readonly kind: string
  readonly times: number | 'always'
  readonly remaining: number | 'always'
  readonly set_at: string
  readonly [option: string]: unknown
}

/** What the kit, the pages and the routes see of any provider's switches. */
export interface FaultSwitches {
  readonly kinds: Readonly<Record<string, string>>
  readonly optionNames: readonly string[]
  arm(body: unknown): FaultView
  disarm(id: string): boolean
  list(): FaultView[]
  reset(): void
}

export interface FaultBoard<Kind extends string, Options> extends FaultSwitches {
  /** Uses up one strike of the oldest armed fault of these kinds that matches; undefined when none does. */
  take(
    kinds: readonly Kind[],
    matches?: (options: Options, kind: Kind) => boolean,
  ): Fault<Kind, Options> | undefined
}

/** A switch that could not be set; `allowed` is what may be asked for instead. */
export class InvalidFault extends Error {
  readonly allowedKinds: readonly string[]
  readonly allowedOptions: readonly string[]
  constructor(message: string, allowedKinds: readonly string[], allowedOptions: readonly string[]) {
    super(message)
    this.allowedKinds = allowedKinds
    this.allowedOptions = allowedOptions
  }
}

const timesSchema = z.union([z.coerce.number().int().min(1).max(100_000), z.literal('always')]).default(1)

/**
 * The switches of one provider. `kinds` names each with one sentence; `options` is a zod object of
 * optional fields that narrow or shape a fault (a model, a status, a delay in milliseconds).
 */
export function createFaultBoard<const Kinds extends Record<string, string>, Shape extends z.ZodRawShape>(
  kinds: Kinds,
  options: z.ZodObject<Shape>,
  clock: Clock,
): FaultBoard<keyof Kinds & string, z.infer<z.ZodObject<Shape>>> {
  type Kind = keyof Kinds & string
  let armed: Fault<Kind, z.infer<z.ZodObject<Shape>>>[] = []
  let counter = 0
  return {
    kinds,
    optionNames: Object.keys(options.shape),
    arm(body) {
      const { kind, times, options: chosen } = readFault(body, kinds, options)
      counter += 1
      const remaining = times === 'always' ? Number.POSITIVE_INFINITY : times
      const fault = { id: `fault_${counter}`, kind, times, remaining, options: chosen, setAt: clock.now() }
      armed.push(fault)
      return view(fault)
    },
    disarm(id) {
      const before = armed.length
      armed = armed.filter((fault) => fault.id !== id)
      return armed.length < before
    },
    list: () => armed.map(view),
    reset() {
      armed = []
    },
    take(wanted, matches = () => true) {
      const fault = armed.find(({ kind, options: chosen }) => wanted.includes(kind) && matches(chosen, kind))
      if (fault === undefined) return undefined
      fault.remaining -= 1
      if (fault.remaining <= 0) armed = armed.filter((other) => other !== fault)
      return fault
    },
  }
}

/** What a request asks to go wrong. @throws {InvalidFault} when it makes no sense. */
function readFault<Kinds extends Record<string, string>, Shape extends z.ZodRawShape>(
  body: unknown,
  kinds: Kinds,
  options: z.ZodObject<Shape>,
): { kind: keyof Kinds & string; times: number | 'always'; options: z.infer<z.ZodObject<Shape>> } {
  const names = Object.keys(kinds)
  const refuse = (message: string): never => {
    throw new InvalidFault(message, names, ['times', ...Object.keys(options.shape)])
  }
  const { kind, times, ...rest } = readObject(body)
  if (typeof kind !== 'string' || !Object.hasOwn(kinds, kind)) {
    return refuse(`"${String(kind)}" is no fault of this provider; allowed: ${names.join(', ')}.`)
  }
  const count = timesSchema.safeParse(times)
  if (!count.success) return refuse('"times" is a whole number from 1 to 100000, or "always".')
  const parsed = z.strictObject(options.shape).safeParse(rest)
  if (!parsed.success) return refuse(z.prettifyError(parsed.error))
  return { kind, times: count.data, options: parsed.data }
}

function readObject(body: unknown): Record<string, unknown> {
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : {}
}

function view(fault: Fault): FaultView {
  return {
    ...(fault.options as Record<string, unknown>),
    id: fault.id,
    kind: fault.kind,
    times: fault.times,
    remaining: Number.isFinite(fault.remaining) ? fault.remaining : 'always',
    set_at: fault.setAt.toISOString(),
  }
}
