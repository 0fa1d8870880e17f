import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { wcagContrast } from 'culori'
import { srgb, themeCss, themeSrgb } from './generate.ts'
import { facets, palette } from './tokens.ts'
import type { ColorName, Scheme } from './tokens.ts'

const schemes: Scheme[] = ['light', 'dark']
const contrast = (scheme: Scheme, ink: ColorName, ground: ColorName): number =>
  wcagContrast(srgb(palette[scheme][ink]), srgb(palette[scheme][ground]))

test.each(schemes)('%s: body text is AAA on every ground it stands on', (scheme) => {
  const grounds: ColorName[] = ['paper', 'sheet', 'sunken', ...facets.map((facet) => `${facet}Wash` as const)]
  for (const ground of grounds) {
    expect(contrast(scheme, 'ink', ground)).toBeGreaterThanOrEqual(7)
  }
  for (const ground of ['paper', 'sheet', 'sunken'] as const) {
    expect(contrast(scheme, 'inkSoft', ground)).toBeGreaterThanOrEqual(7)
  }
})

test.each(schemes)('%s: labels, danger and faint text are AA', (scheme) => {
  for (const facet of facets) {
    expect(contrast(scheme, `${facet}Ink`, `${facet}Wash`)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(scheme, `${facet}Ink`, 'paper')).toBeGreaterThanOrEqual(4.5)
  }
  expect(contrast(scheme, 'danger', 'sunken')).toBeGreaterThanOrEqual(4.5)
  expect(contrast(scheme, 'inkFaint', 'paper')).toBeGreaterThanOrEqual(4.5)
  expect(contrast(scheme, 'onAction', 'action')).toBeGreaterThanOrEqual(7)
})

test.each(schemes)('%s: edges of controls and the focus ring stand out', (scheme) => {
  expect(contrast(scheme, 'edge', 'paper')).toBeGreaterThanOrEqual(3)
  expect(contrast(scheme, 'edge', 'sheet')).toBeGreaterThanOrEqual(3)
  expect(contrast(scheme, 'focus', 'paper')).toBeGreaterThanOrEqual(3)
})

test('the generated colours are those of the tokens', () => {
  const file = (name: string): string => readFileSync(join(__dirname, name), 'utf8')
  expect(file('gen/colors.css')).toBe(themeCss())
  expect(file('gen/srgb.ts')).toBe(themeSrgb())
})
