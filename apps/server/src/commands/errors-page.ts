import { renderErrorsPage } from '@triptych/http'
import { contracts } from '../modules.ts'

/** Prints the page that lists every error code (Markdown). */
export function errorsPage(): Promise<void> {
  console.log(renderErrorsPage(contracts).trimEnd())
  return Promise.resolve()
}
