import { readFileSync } from 'node:fs'

/** What a program left in a file; undefined when that is missing or no JSON. */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
