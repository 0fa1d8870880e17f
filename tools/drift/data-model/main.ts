/** Prints docs/architecture/data-model.md. */
import { dirname } from 'node:path'
import { dataModel } from './generate.ts'

process.stdout.write(await dataModel(dirname(dirname(dirname(import.meta.dirname)))))
