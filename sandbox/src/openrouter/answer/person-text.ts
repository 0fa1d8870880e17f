import { textOf, type ChatMessage } from '../request.ts'

const fieldNames = ['content', 'thought', 'entry', 'text', 'message', 'input']

/**
 * The person's own words inside a prompt: the last user message, without the frame a template puts
 * around them (a tag, a fence, a JSON field). Offsets in answers count into this text.
 */
export function personText(messages: readonly ChatMessage[]): string {
  const last = messages.findLast(({ role }) => role === 'user')
  const text = textOf(last)
  return fromJson(text) ?? fromTag(text) ?? fromFence(text) ?? text
}

function fromJson(text: string): string | undefined {
  if (!text.trimStart().startsWith('{')) return undefined
  try {
    const value = JSON.parse(text) as Record<string, unknown>
    const name = fieldNames.find((field) => typeof value[field] === 'string')
    return name === undefined ? undefined : String(value[name])
  } catch {
    return undefined
  }
}

// The longest block wins: instructions beside it are framed too, but shorter.
function fromTag(text: string): string | undefined {
  const blocks = [...text.matchAll(/<([a-z][\w-]*)(?:\s[^>]*)?>([\s\S]*?)<\/\1>/gi)].map(([, , inner = '']) =>
    inner.replace(/^\r?\n/, '').replace(/\r?\n$/, ''),
  )
  return blocks.toSorted((a, b) => b.length - a.length)[0]
}

function fromFence(text: string): string | undefined {
  return /(?:"""|```[a-z]*)\r?\n?([\s\S]+?)\r?\n?(?:"""|```)/.exec(text)?.[1]
}
