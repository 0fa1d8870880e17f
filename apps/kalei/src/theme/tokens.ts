/** One colour in OKLCH: lightness 0–1, chroma, hue in degrees. */
export type Oklch = readonly [lightness: number, chroma: number, hue: number]

export type Facet = 'amber' | 'rose' | 'violet' | 'teal'
export const facets: readonly Facet[] = ['amber', 'rose', 'violet', 'teal']

const light = {
  paper: [0.971, 0.011, 84],
  sheet: [0.99, 0.006, 88],
  sunken: [0.943, 0.013, 82],
  line: [0.882, 0.016, 80],
  edge: [0.62, 0.02, 70],
  ink: [0.262, 0.018, 60],
  inkSoft: [0.42, 0.02, 62],
  inkFaint: [0.515, 0.021, 65],
  action: [0.3, 0.022, 55],
  onAction: [0.985, 0.008, 88],
  focus: [0.5, 0.16, 295],
  danger: [0.46, 0.15, 26],
  dangerWash: [0.955, 0.02, 26],
  amber: [0.735, 0.14, 71],
  rose: [0.665, 0.145, 12],
  violet: [0.605, 0.135, 298],
  teal: [0.63, 0.092, 194],
  amberInk: [0.43, 0.088, 66],
  roseInk: [0.43, 0.13, 12],
  violetInk: [0.43, 0.14, 296],
  tealInk: [0.41, 0.068, 198],
  amberWash: [0.956, 0.034, 82],
  roseWash: [0.952, 0.024, 12],
  violetWash: [0.95, 0.022, 298],
  tealWash: [0.952, 0.022, 194],
} as const satisfies Record<string, Oklch>

export type ColorName = keyof typeof light

const dark: Record<ColorName, Oklch> = {
  paper: [0.183, 0.01, 62],
  sheet: [0.222, 0.012, 64],
  sunken: [0.152, 0.008, 60],
  line: [0.325, 0.014, 68],
  edge: [0.6, 0.018, 72],
  ink: [0.928, 0.014, 84],
  inkSoft: [0.8, 0.015, 80],
  inkFaint: [0.69, 0.016, 76],
  action: [0.915, 0.018, 84],
  onAction: [0.2, 0.012, 60],
  focus: [0.78, 0.12, 295],
  danger: [0.8, 0.11, 25],
  dangerWash: [0.265, 0.04, 25],
  amber: [0.77, 0.13, 74],
  rose: [0.715, 0.13, 12],
  violet: [0.7, 0.125, 298],
  teal: [0.71, 0.09, 192],
  amberInk: [0.87, 0.09, 82],
  roseInk: [0.86, 0.075, 12],
  violetInk: [0.86, 0.075, 298],
  tealInk: [0.87, 0.065, 192],
  amberWash: [0.27, 0.034, 74],
  roseWash: [0.268, 0.034, 12],
  violetWash: [0.268, 0.04, 298],
  tealWash: [0.266, 0.026, 194],
}

export type Scheme = 'light' | 'dark'
export const palette: Record<Scheme, Record<ColorName, Oklch>> = { light, dark }
export const colorNames = Object.keys(light) as ColorName[]

/** The CSS variable of a colour: `inkSoft` → `--k-ink-soft`. */
export function variable(name: ColorName): string {
  return `--k-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

/** Five sizes, each 1.2 times the one before, in pixels. */
export const type = { small: 14, body: 17, large: 20, title: 24, display: 29 } as const
export const leading = 1.5
/** Multiples of the 4-pixel grid. */
export const space = (steps: number): number => steps * 4
export const radius = { small: 6, medium: 12, large: 20 } as const
/** Milliseconds. `fold` is the slow turn of the glass; all else stays within 120–240. */
export const duration = { quick: 140, calm: 220, fold: 900 } as const
/** The widest line of running text, about 66 characters of the body size. */
export const measure = 620
