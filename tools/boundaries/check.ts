import { dirname } from 'node:path'
import { findViolations, ruleNames } from './violations.ts'

const { files, units, violations } = findViolations(dirname(dirname(import.meta.dirname)))
for (const { path, line, rule, message } of violations)
  console.log(`${path}:${line}  ${rule}\n    ${message}`)
console.log(`${ruleNames.length} rules, ${units} packages, ${files} files: ${violations.length} violations`)
process.exitCode = violations.length > 0 ? 1 : 0
