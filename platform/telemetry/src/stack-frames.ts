import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'

const root = pathToFileURL(resolve(import.meta.dirname, '../../..')).pathname
const line =
  /^ {4}at (?:async )?(?:([\w$.<>#[\] ]{1,120}) \()?(?:file:\/\/)?((?:node:|\/)[^\s()]{1,400}:\d+:\d+)\)?$/

const mostOwn = 12
const mostForeign = 5

/**
 * The frames of a stack without its message. Own code when there is any, else the first library frames;
 * paths start at the repository's root or at the package's name.
 */
export function stackFrames(stack: unknown, message: unknown): string[] {
  if (typeof stack !== 'string') return []
  const frames = withoutMessage(stack, message)
    .split('\n')
    .flatMap((text) => {
      const match = line.exec(text)
      return match?.[2] === undefined ? [] : [{ caller: match[1], where: match[2] }]
    })
  const own = frames.filter(({ where }) => isOwn(where)).slice(0, mostOwn)
  const kept = own.length > 0 ? own : frames.slice(0, mostForeign)
  return kept.map(({ caller, where }) =>
    caller === undefined ? short(where) : `${caller} (${short(where)})`,
  )
}

/** The message comes first and may itself look like frames. */
function withoutMessage(stack: string, message: unknown): string {
  if (typeof message !== 'string' || message === '') return stack
  const at = stack.indexOf(message)
  return at === -1 ? stack : stack.slice(at + message.length)
}

const isOwn = (where: string) => where.startsWith(`${root}/`) && !where.includes('/node_modules/')

function short(where: string): string {
  const inPackage = where.lastIndexOf('/node_modules/')
  if (inPackage !== -1) return where.slice(inPackage + '/node_modules/'.length)
  return where.startsWith(`${root}/`) ? where.slice(root.length + 1) : where
}
