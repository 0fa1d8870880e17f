import { openApiOf } from '@triptych/http'
import { contracts } from '../modules.ts'
import { version } from '@triptych/runtime'

/** Prints the OpenAPI document of all public operations. */
export function openapi(): Promise<void> {
  console.log(JSON.stringify(openApiOf(contracts, { title: 'Triptych', version }), null, 2))
  return Promise.resolve()
}
