export type FormValue = string | FormValue[] | { [key: string]: FormValue }

/** Stripe's way to nest a form: `items[0][price]=…`, `expand[]=…`, `metadata[key]=…`. */
export function parseForm(text: string): Record<string, FormValue> {
  const root: Record<string, FormValue> = {}
  for (const [name, value] of new URLSearchParams(text)) place(root, pathOf(name), value)
  return Object.fromEntries(Object.entries(root).map(([key, value]) => [key, withLists(value)]))
}

function pathOf(name: string): string[] {
  const [root = '', ...rest] = name.split('[')
  return [root, ...rest.map((part) => part.replace(/\]$/, ''))]
}

function place(target: Record<string, FormValue>, [key = '', ...rest]: string[], value: string): void {
  const name = key === '' ? String(Object.keys(target).length) : key
  if (rest.length === 0) {
    define(target, name, value)
    return
  }
  const inner = Object.hasOwn(target, name) ? target[name] : undefined
  const next = typeof inner === 'object' && !Array.isArray(inner) ? inner : {}
  define(target, name, next)
  place(next, rest, value)
}

// A plain assignment would let a field called `__proto__` change more than itself.
function define(target: Record<string, FormValue>, name: string, value: FormValue): void {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true })
}

function withLists(value: FormValue): FormValue {
  if (typeof value === 'string' || Array.isArray(value)) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, withLists(inner)] as const)
  const isList = entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key))
  return isList ? entries.map(([, inner]) => inner) : Object.fromEntries(entries)
}
