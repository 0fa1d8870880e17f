import type { Line, Mood } from './lines.ts'

const marks: Readonly<Record<Mood, string>> = { good: '●', wait: '◌', bad: '✕', plain: '·' }
const colours: Readonly<Record<Mood, number>> = { good: 32, wait: 33, bad: 31, plain: 2 }

export interface Screen {
  show(line: Line): void
  say(text: string): void
}

/** Lines that stay, each with its time; colours only where they are wanted. */
export function createScreen(out: NodeJS.WriteStream): Screen {
  const isColoured = out.isTTY && !process.env['NO_COLOR']
  const paint = (code: number, text: string): string =>
    isColoured ? `\u001B[${code}m${text}\u001B[0m` : text
  return {
    show: ({ mood, text }) => {
      const time = new Date().toTimeString().slice(0, 8)
      out.write(`${paint(2, time)}  ${paint(colours[mood], marks[mood])} ${text}\n`)
    },
    say: (text) => void out.write(`${text}\n`),
  }
}
