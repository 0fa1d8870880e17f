import { parseSync, Visitor } from 'oxc-parser'

/** One import or re-export, as it is written. */
export interface WrittenImport {
  readonly specifier: string
  readonly line: number
  /** Only types: gone at run time. */
  readonly isType: boolean
}

/** A look at the process's environment; `variable` when it is written out. */
export interface EnvironmentRead {
  readonly line: number
  readonly variable?: string
}

export interface Source {
  readonly imports: readonly WrittenImport[]
  readonly environment: readonly EnvironmentRead[]
}

type Node = { readonly type: string; readonly start: number }
type Position = (offset: number) => number

/** Reads the imports and environment reads of one TypeScript or JavaScript file; throws when it does not parse. */
export function readSource(path: string, text: string): Source {
  const { module, program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message ?? 'does not parse'}`)
  const line: Position = (offset) => text.slice(0, offset).split('\n').length
  const imports: WrittenImport[] = module.staticImports.map(({ start, moduleRequest, entries }) => ({
    specifier: moduleRequest.value,
    line: line(start),
    isType: entries.length > 0 && entries.every((entry) => entry.isType),
  }))
  for (const { start, entries } of module.staticExports)
    for (const { moduleRequest, isType } of entries)
      if (moduleRequest) imports.push({ specifier: moduleRequest.value, line: line(start), isType })
  for (const { start, moduleRequest } of module.dynamicImports) {
    const specifier = /^(['"])(.*)\1$/.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[2]
    if (specifier !== undefined) imports.push({ specifier, line: line(start), isType: false })
  }
  const found = visit(program, line)
  const named = module.staticImports
    .filter(({ moduleRequest }) => /^(node:)?process$/.test(moduleRequest.value))
    .flatMap(({ start, entries }) =>
      entries.some((entry) => entry.importName.name === 'env') ? [{ line: line(start) }] : [],
    )
  return { imports: [...imports, ...found.imports], environment: [...found.environment, ...named] }
}

function visit(program: ReturnType<typeof parseSync>['program'], line: Position): Source {
  const imports: WrittenImport[] = []
  const environment: EnvironmentRead[] = []
  const inner = new Set<Node>()
  new Visitor({
    MemberExpression(node) {
      if (isEnvironment(node.object)) {
        inner.add(node.object)
        const variable = propertyName(node)
        environment.push({ line: line(node.start), ...(variable === undefined ? {} : { variable }) })
      } else if (isEnvironment(node) && !inner.has(node)) environment.push({ line: line(node.start) })
    },
    VariableDeclarator({ id, init, start }) {
      if (id.type !== 'ObjectPattern' || init?.type !== 'Identifier' || init.name !== 'process') return
      if (id.properties.some((property) => property.type === 'Property' && keyName(property.key) === 'env'))
        environment.push({ line: line(start) })
    },
    TSImportType({ source, start }) {
      imports.push({ specifier: source.value, line: line(start), isType: true })
    },
  }).visit(program)
  return { imports, environment }
}

interface Loose extends Node {
  readonly name?: unknown
  readonly value?: unknown
  readonly computed?: unknown
  readonly object?: Loose
  readonly property?: Loose
}

function keyName(key: Loose): string | undefined {
  if (key.type === 'Identifier' && typeof key.name === 'string') return key.name
  return key.type === 'Literal' && typeof key.value === 'string' ? key.value : undefined
}

function propertyName({ property, computed }: Loose): string | undefined {
  if (property === undefined || (computed === true && property.type === 'Identifier')) return undefined
  return keyName(property)
}

/** `process.env`, also by way of globalThis. */
function isEnvironment(node: Loose): boolean {
  if (node.type !== 'MemberExpression' || propertyName(node) !== 'env' || node.object === undefined)
    return false
  const owner = node.object
  return owner.type === 'MemberExpression'
    ? propertyName(owner) === 'process'
    : owner.type === 'Identifier' && owner.name === 'process'
}
