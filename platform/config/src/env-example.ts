import { z } from 'zod'
import { type ConfigSlice, isSecret } from './slice.ts'

/** The text of `.env.example`: every variable with its owner, meaning and default. */
export function renderEnvExample(slices: Readonly<Record<string, ConfigSlice>>): string {
  const head =
    '# Every setting, by owner. Generated from the code; nothing needs to be set for a first start.\n'
  const parts = Object.entries(slices).map(([owner, slice]) => {
    const lines = Object.entries(slice.shape).map(([name, schema]) =>
      renderSetting(name, schema as z.ZodType),
    )
    return `\n# ${owner}\n${lines.join('\n')}\n`
  })
  return head + parts.join('')
}

function renderSetting(name: string, schema: z.ZodType): string {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  const allowed = json.enum === undefined ? '' : ` One of: ${json.enum.join(', ')}.`
  const note = isSecret(schema) ? ' (secret)' : ''
  const standard = json.default === undefined ? '' : JSON.stringify(json.default).replaceAll('"', '')
  return `# ${schema.description ?? ''}${note}${allowed}\n# ${name}=${standard}`
}
