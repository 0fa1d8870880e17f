// What a host is compared with: a program with an idle thread and without the SDK. It ends with its input.
import { Worker } from 'node:worker_threads'

new Worker('setInterval(() => {}, 1_000_000)', { eval: true }).unref()
await new Promise((ended) => process.stdin.on('close', ended).resume())
process.stdout.write('{"note":"main ended"}\n')
