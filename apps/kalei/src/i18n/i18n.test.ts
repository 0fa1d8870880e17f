import { de } from './de.ts'
import { en } from './en.ts'
import { chooseLanguage } from './languages.ts'

type Leaf = [path: string, text: string]

function leaves(value: unknown, path: string): Leaf[] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') {
    const text: unknown = (value as (...many: unknown[]) => unknown)(2, 3)
    return [[path, String(text)]]
  }
  return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`))
}

const german = new Map(leaves(de, ''))
const english = new Map(leaves(en, ''))

test('every sentence exists in both languages', () => {
  expect([...german.keys()].sort()).toEqual([...english.keys()].sort())
  for (const [path, text] of german) expect([path, text.trim()]).not.toEqual([path, ''])
})

test('German is German: only names are spelled alike', () => {
  const same = [...german].filter(
    ([path, text]) => english.get(path) === text && /[a-z]{3}.* .*[a-z]{3}/.test(text),
  )
  expect(same.map(([path]) => path)).toEqual(['.you.planName.prism_plus'])
})

test('the voice never shouts', () => {
  for (const [path, text] of [...english, ...german])
    expect([path, text]).toEqual([path, text.replace(/!/g, '')])
})

test('the first language of the device that we speak is taken, else English', () => {
  expect(chooseLanguage(['fr-FR', 'de-AT', 'en-GB'])).toBe('de')
  expect(chooseLanguage(['ja'])).toBe('en')
})
