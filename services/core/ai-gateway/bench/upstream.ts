/** The sandbox's OpenRouter in a process of its own, so that it takes no time of the gateway's event loop. */
import { openSandbox } from '../test/gateway.ts'

const sandbox = await openSandbox()
process.on('disconnect', () => void sandbox.close())
process.send?.(sandbox.url)
