import type { Graph, Import, SourceFile, Unit } from './graph.ts'

export interface Violation {
  readonly rule: string
  readonly path: string
  readonly line: number
  readonly message: string
}

/** What an import is judged by. */
interface Edge {
  readonly file: SourceFile
  readonly to: Import
}

interface ImportRule {
  readonly name: string
  readonly message: string
  /** Whether tests, benchmarks and configuration are free of it. */
  readonly sparesAbout: boolean
  readonly forbids: (edge: Edge) => boolean
}

const layerOf = ({ inner }: SourceFile): string => /^src\/([^/]+)/.exec(inner)?.[1] ?? ''

const packageOf = ({ to }: Edge): string | undefined =>
  to.target.kind === 'external' ? to.target.name : undefined

/** Where an import within the same package leads: `store`, `use-cases`, `module.ts`. */
function ownLayer({ file, to: { target } }: Edge): string | undefined {
  if (target.kind !== 'file') return undefined
  const prefix = `${file.unit.folder}/src/`
  return target.path.startsWith(prefix) ? target.path.slice(prefix.length).split('/')[0] : ''
}

function otherUnit({ file, to: { target } }: Edge): { unit: Unit; entry: string } | undefined {
  return target.kind === 'workspace' && target.unit !== file.unit ? target : undefined
}

const isService = (file: SourceFile): boolean => file.unit.kind === 'service'
const isKernel = (unit: Unit, entry: string): boolean => unit.folder === 'platform/kernel' && entry === '.'
const isContract = (unit: Unit, entry: string): boolean => unit.kind === 'service' && entry === './contract'

/** Pure libraries that a service offers beside its contract: no I/O, nothing that a browser lacks. */
const pureEntries: readonly (readonly [folder: string, entry: string, layer: string])[] = [
  ['services/core/safety', './precheck', 'precheck'],
  ['services/core/safety', './gate', 'gate.ts'],
  ['services/core/ai-gateway', './offline', 'offline'],
  ['services/core/ai-gateway', './taxonomy', 'offline'],
]
const isPureEntry = (unit: Unit, entry: string): boolean =>
  pureEntries.some(([folder, name]) => folder === unit.folder && name === entry)
const pureLayers = pureEntries.map(([, , layer]) => layer)

/** Entries made for browsers. */
const isBrowserEntry = (unit: Unit, entry: string): boolean =>
  isContract(unit, entry) || isKernel(unit, entry) || isPureEntry(unit, entry)

function isOnly(
  edge: Edge,
  allowed: {
    layers: readonly string[]
    packages: readonly string[]
    contracts: boolean
    libraries: boolean
  },
): boolean {
  const { target } = edge.to
  if (target.kind === 'file') return allowed.layers.includes(ownLayer(edge) ?? '')
  if (target.kind !== 'workspace') return allowed.packages.includes(target.name)
  return (
    isKernel(target.unit, target.entry) ||
    (allowed.contracts && isContract(target.unit, target.entry)) ||
    (allowed.libraries && target.unit.kind === 'library') ||
    isPureEntry(target.unit, target.entry)
  )
}

/** Libraries that open connections, and the one place each belongs. */
const connections: readonly (readonly [library: RegExp, homes: readonly string[]])[] = [
  [/^(pg|pg-pool|@electric-sql\/.+)$/, ['platform/db', 'platform/jobs']],
  [/^(ioredis|redis)$/, ['platform/kv']],
  [/^@nats-io\/.+$/, ['platform/bus']],
]

/** Libraries that only compute. */
const pureLibraries = ['zod', 'node:crypto', '@zxcvbn-ts/language-common']
/** What a library of services may use besides: generators and readers of what is handed in. */
const libraryPackages = new Set([...pureLibraries, 'pure-rand', 'csv-parse', 'node:stream'])

const innerRoots = new Set(['consumers.ts', 'http'])
const isRoot = (layer: string): boolean => /^(module|serve|index)\.ts$/.test(layer)

export const importRules: readonly ImportRule[] = [
  {
    name: 'service-imports-contracts-only',
    message:
      'a service may import only the ./contract entry of another service, or a pure library it offers (a test may boot its module)',
    sparesAbout: false,
    forbids: (edge) => {
      const other = otherUnit(edge)
      if (
        !isService(edge.file) ||
        other?.unit.kind !== 'service' ||
        other.entry === './contract' ||
        isPureEntry(other.unit, other.entry)
      )
        return false
      return !(edge.file.isAbout && other.entry === '.')
    },
  },
  {
    name: 'platform-imports-no-service',
    message: 'platform and sandbox know no service; let the service hand in what is needed',
    sparesAbout: false,
    forbids: (edge) =>
      (edge.file.unit.kind === 'platform' || edge.file.unit.kind === 'sandbox') &&
      otherUnit(edge)?.unit.kind === 'service',
  },
  {
    name: 'web-imports-browser-entries-only',
    message: 'a web app may import contracts, the browser entry of the kernel and the safety precheck only',
    sparesAbout: true,
    forbids: (edge) => {
      const other = otherUnit(edge)
      return (
        edge.file.unit.kind === 'web' &&
        other !== undefined &&
        other.unit.kind !== 'web' &&
        !isBrowserEntry(other.unit, other.entry)
      )
    },
  },
  {
    name: 'product-imports-no-sandbox',
    message: 'the product reaches the sandbox over its protocols only: the image does not contain it',
    sparesAbout: true,
    forbids: (edge) => otherUnit(edge)?.unit.kind === 'sandbox',
  },
  {
    name: 'contract-is-browser-safe',
    message: 'a contract may import zod, the kernel, protobuf messages and contracts only',
    sparesAbout: true,
    forbids: (edge) =>
      isService(edge.file) &&
      layerOf(edge.file) === 'contract' &&
      !isOnly(edge, {
        layers: ['contract', ...pureLayers],
        packages: ['zod', '@bufbuild/protobuf'],
        contracts: true,
        libraries: false,
      }),
  },
  {
    name: 'domain-does-no-io',
    message:
      'the domain may import the kernel, its own contract, itself and libraries that only compute; time, randomness and data are arguments',
    sparesAbout: true,
    forbids: (edge) =>
      isService(edge.file) &&
      layerOf(edge.file) === 'domain' &&
      !isOnly(edge, {
        layers: ['domain', 'contract', ...pureLayers],
        packages: pureLibraries,
        contracts: false,
        libraries: true,
      }),
  },
  {
    name: 'library-is-pure',
    message:
      'a library of services may import the kernel, other such libraries and packages that only compute; only its cli/ reads and writes',
    sparesAbout: true,
    forbids: ({ file, to: { target } }) => {
      if (file.unit.kind !== 'library' || layerOf(file) === 'cli') return false
      if (target.kind === 'file') return target.path.startsWith(`${file.unit.folder}/src/cli/`)
      return target.kind === 'workspace'
        ? !isKernel(target.unit, target.entry) && target.unit.kind !== 'library'
        : !libraryPackages.has(target.name)
    },
  },
  {
    name: 'use-cases-above-store-and-ports',
    message: 'store and ports serve the use-cases and never call them',
    sparesAbout: true,
    forbids: (edge) =>
      isService(edge.file) && /^(store|ports)$/.test(layerOf(edge.file)) && ownLayer(edge) === 'use-cases',
  },
  {
    name: 'module-sees-all-alone',
    message: 'only module.ts and serve.ts see consumers and http, and nothing inside sees module.ts',
    sparesAbout: true,
    forbids: (edge) => {
      const [from, to] = [layerOf(edge.file), ownLayer(edge)]
      if (!isService(edge.file) || to === undefined || isRoot(from)) return false
      return isRoot(to)
        ? edge.to.target.kind === 'file' && isServiceRoot(edge)
        : innerRoots.has(to) && from !== to
    },
  },
  {
    name: 'no-deep-imports',
    message: 'import a package by what its exports name, and only files of the own package by path',
    sparesAbout: false,
    forbids: ({ file, to: { target } }) =>
      target.kind === 'workspace'
        ? target.path === undefined
        : target.kind === 'file' && !file.isAbout && !target.path.startsWith(`${file.unit.folder}/`),
  },
  {
    name: 'provider-sdks-in-the-gateway',
    message: 'models are called through services/core/ai-gateway',
    sparesAbout: false,
    forbids: (edge) =>
      edge.file.unit.folder !== 'services/core/ai-gateway' &&
      /^(ai|openai|@ai-sdk\/.+|@openrouter\/.+|@anthropic-ai\/.+|@google\/gen.+)$/.test(
        packageOf(edge) ?? '',
      ),
  },
  {
    name: 'connections-in-platform',
    message:
      'connections are opened in platform only (pg: db and jobs, Redis: kv, NATS: bus); take what the platform hands in',
    sparesAbout: true,
    forbids: (edge) => {
      const home = connections.find(([library]) => library.test(packageOf(edge) ?? ''))
      const { folder, kind } = edge.file.unit
      return home !== undefined && !home[1].includes(folder) && !(edge.to.isType && kind === 'platform')
    },
  },
  {
    name: 'dependencies-are-declared',
    message:
      "name it in the package's own package.json: what the workspace root happens to hold is not there elsewhere",
    sparesAbout: true,
    forbids: ({ file, to }) => {
      const { target } = to
      const name =
        target.kind === 'external'
          ? target.name
          : target.kind === 'workspace'
            ? target.unit.name
            : file.unit.name
      const { dependencies, devDependencies } = file.unit
      return (
        name !== file.unit.name &&
        !(name in dependencies) &&
        !((to.isType || isBundled(file.unit)) && name in devDependencies)
      )
    },
  },
]

/** What is published holds its dependencies in its build. */
const isBundled = ({ kind }: Unit): boolean => kind === 'web' || kind === 'sdk'

/** The service's own entry, not an index inside one of its layers. */
const isServiceRoot = ({ file, to: { target } }: Edge): boolean =>
  target.kind === 'file' && target.path.split('/').length === file.unit.folder.split('/').length + 2

export function checkImports({ files }: Graph): Violation[] {
  return [...files.values()].flatMap((file) =>
    file.imports.flatMap((to) =>
      importRules
        .filter((rule) => !(rule.sparesAbout && file.isAbout) && rule.forbids({ file, to }))
        .map(({ name, message }) => ({
          rule: name,
          path: file.path,
          line: to.line,
          message: `${to.specifier}: ${message}`,
        })),
    ),
  )
}

export const environmentRule = 'environment-in-config'

/** Build-time constants, which the bundler of a web app replaces. */
const isInlined = (file: SourceFile, variable = ''): boolean =>
  file.unit.kind === 'web' && variable.startsWith('EXPO_')

export function checkEnvironment({ files }: Graph): Violation[] {
  const isFree = ({ unit, path, isAbout }: SourceFile): boolean =>
    isAbout || unit.folder === 'platform/config' || unit.kind === 'sdk' || path === 'sandbox/src/main.ts'
  return [...files.values()]
    .filter((file) => !isFree(file))
    .flatMap((file) =>
      file.environment
        .filter(({ variable }) => !isInlined(file, variable))
        .map(({ line }) => ({
          rule: environmentRule,
          path: file.path,
          line,
          message: 'process.env is read in platform/config only; declare a configuration slice',
        })),
    )
}
