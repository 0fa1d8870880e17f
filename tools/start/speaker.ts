/** Where output goes, and whether colours are welcome there. */
export interface Terminal {
  write(text: string): void
  readonly colours: boolean
}

// A reader that went away must not end the start before it has stopped its programs.
process.stdout.on('error', () => {})

export const terminal: Terminal = {
  write: (text) => void process.stdout.write(text),
  colours: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
}

const styles = { bold: '1', dim: '2', red: '31', green: '32', cyan: '36' } as const

export function paint(out: Terminal, style: keyof typeof styles, text: string): string {
  return out.colours ? `\u001B[${styles[style]}m${text}\u001B[0m` : text
}

/** Passes the lines of several programs through unchanged, naming the speaker whenever it changes. */
export interface Speaker {
  /** A sink for one program's output; incomplete lines wait for their end. */
  voice(name: string): { push(chunk: string): void; end(): void }
  /** A line of our own. */
  say(line: string): void
}

export function createSpeaker(out: Terminal, names = true): Speaker {
  let current = ''
  const line = (name: string, text: string): void => {
    if (names && name !== current && name !== '') out.write(`${paint(out, 'dim', `— ${name} —`)}\n`)
    current = name
    out.write(`${text}\n`)
  }
  return {
    say: (text) => line('', text),
    voice(name) {
      let rest = ''
      return {
        push(chunk) {
          const lines = (rest + chunk).split('\n')
          rest = lines.pop() ?? ''
          for (const text of lines) line(name, text)
        },
        end() {
          if (rest !== '') line(name, rest)
          rest = ''
        },
      }
    },
  }
}

/** Keeps the lines instead of showing them: for programs that are quiet unless they fail. */
export function createRecorder(lines: string[]): Speaker {
  return createSpeaker({ colours: false, write: (text) => void lines.push(text.replace(/\n$/, '')) }, false)
}
