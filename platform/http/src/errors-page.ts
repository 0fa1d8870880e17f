import { accessErrors, type Contract, type ErrorDefinition, requestErrors } from '@triptych/kernel'
import { statusOf } from './status.ts'

/** Every error that a caller may meet, once each, in the order of the codes. */
export function listErrors(contracts: readonly Contract[]): ErrorDefinition[] {
  const declared = contracts.flatMap((contract) =>
    Object.values(contract.operations).flatMap((operation) => operation.errors),
  )
  const all = [...Object.values(requestErrors), ...Object.values(accessErrors), ...declared]
  const unique = new Map<string, ErrorDefinition>(all.map((definition) => [definition.code, definition]))
  return [...unique.values()].sort((a, b) => a.code.localeCompare(b.code))
}

/** The page that lists every error code with its status and meaning (Markdown). */
export function renderErrorsPage(contracts: readonly Contract[]): string {
  const rows = listErrors(contracts).map(
    (definition) =>
      `| <a id="${definition.code}"></a>\`${definition.code}\` | ${statusOf[definition.kind]} | ${definition.title} |`,
  )
  return `# Errors\n\nEvery error is problem details (RFC 9457) with a stable \`code\`. Generated from the contracts.\n\n| code | status | meaning |\n|---|---|---|\n${rows.join('\n')}\n`
}
