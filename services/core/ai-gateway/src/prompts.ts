import { readdirSync, readFileSync } from 'node:fs'

export interface Template {
  /** Stored beside everything it produced: `turn-thought/v1`. */
  readonly version: string
  readonly text: string
}

export interface Templates {
  /** Throws a RangeError for a template that does not exist. */
  find(prompt: string, version: string): Template
}

const folder = new URL('prompts/', import.meta.url)

/** Reads every template once, at start: a missing or empty one must not be found out by a person. */
export function readTemplates(): Templates {
  const templates = new Map<string, Template>()
  for (const prompt of readdirSync(folder)) {
    for (const file of readdirSync(new URL(`${prompt}/`, folder))) {
      const version = `${prompt}/${file.replace(/\.md$/, '')}`
      const text = readFileSync(new URL(`${prompt}/${file}`, folder), 'utf8').trim()
      if (text === '') throw new Error(`the template ${version} is empty`)
      templates.set(version, { version, text })
    }
  }
  return {
    find(prompt, version) {
      const template = templates.get(`${prompt}/${version}`)
      if (template === undefined) throw new RangeError(`there is no template ${prompt}/${version}`)
      return template
    },
  }
}
