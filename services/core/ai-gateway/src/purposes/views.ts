import { z } from 'zod'
import { LANGUAGES, type Language, LENSES, type Reframing } from '../offline/index.ts'

/** The shape that Turn and a fragment's reframe share. */
export const viewsShape = z.strictObject({
  reframes: z.array(z.strictObject({ lens: z.enum(LENSES), text: z.string() })),
  micro_action: z.strictObject({ text: z.string(), minutes: z.number() }),
})

const longestView = 1_200
const longestAction = 400
const mostMinutes = 60

const isReadable = (text: string, longest: number): boolean =>
  text.trim() !== '' && text.length <= longest && text.isWellFormed()

export type View = Reframing['reframes'][number]
export type ViewPart =
  | ({ readonly type: 'reframe' } & View)
  | ({ readonly type: 'micro_action' } & Reframing['micro_action'])

const partShape = z.union([viewsShape.shape.reframes.element, viewsShape.shape.micro_action])

/** One complete view or action, or undefined when it is neither. */
export function readViewPart(value: unknown): ViewPart | undefined {
  const parsed = partShape.safeParse(value)
  if (!parsed.success) return undefined
  const { data } = parsed
  if ('lens' in data) return isReadable(data.text, longestView) ? { type: 'reframe', ...data } : undefined
  if (!isReadable(data.text, longestAction)) return undefined
  return { type: 'micro_action', text: data.text, minutes: wholeMinutes(data.minutes) }
}

const wholeMinutes = (minutes: number): number => Math.min(mostMinutes, Math.max(1, Math.round(minutes)))

/** Three views, each lens once, in our order; anything else is no answer. */
export function readViews(value: unknown): Reframing | undefined {
  const { reframes, micro_action: action } = value as z.output<typeof viewsShape>
  if (reframes.length !== LENSES.length || !isReadable(action.text, longestAction)) return undefined
  const ordered = LENSES.map((lens) => reframes.find((view) => view.lens === lens))
  const complete = ordered.filter((view) => view !== undefined)
  if (complete.length !== LENSES.length || !complete.every(({ text }) => isReadable(text, longestView))) {
    return undefined
  }
  return {
    reframes: complete,
    micro_action: { text: action.text, minutes: wholeMinutes(action.minutes) },
  }
}

export const textsOfViews = ({ reframes, micro_action: action }: Reframing): readonly string[] => [
  ...reframes.map(({ text }) => text),
  action.text,
]

/** Ours for `de-AT`; nothing when we have none: the engine then goes by the text. */
export function inLanguage(tag: string | undefined): { readonly language?: Language } {
  const wanted = tag?.toLowerCase().split('-')[0]
  const language = LANGUAGES.find((known) => known === wanted)
  return language === undefined ? {} : { language }
}

export const partsOfViews = ({ reframes, micro_action: action }: Reframing): ViewPart[] => [
  ...reframes.map((view) => ({ type: 'reframe' as const, ...view })),
  { type: 'micro_action', ...action },
]
