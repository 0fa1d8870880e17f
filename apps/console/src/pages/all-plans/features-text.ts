import type { Plan } from '../../api/api.ts'

type Features = Plan['features']

/** `{a: true, b: 20}` → `a, b: 20`. */
export const featuresText = (features: Features): string =>
  Object.entries(features)
    .map(([name, value]) => (value === true ? name : `${name}: ${value}`))
    .join(', ')

/** The other way; a name alone means that it is switched on. */
export const featuresIn = (text: string): Features =>
  Object.fromEntries(
    text
      .split(',')
      .map((part) => part.split(':').map((piece) => piece.trim()))
      .filter(([name]) => name !== '')
      .map(([name = '', value]) => [name, valueOf(value)]),
  )

const valueOf = (text: string | undefined): boolean | number =>
  text === undefined || text === 'true' ? true : text === 'false' ? false : Number(text)
