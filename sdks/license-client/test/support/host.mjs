// A program that uses what is built, in any Node: one line of JSON for whatever happens. It ends with its input.
const { entry, options, does } = JSON.parse(process.argv[2])
const { createLicenseClient } = await import(entry)
const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`)

const client = createLicenseClient(options)
client.onEvent((event) =>
  say({ event: event.type === 'ended' ? { type: 'ended', error: { reason: event.error.reason } } : event }),
)
if (does.includes('handle-sigterm'))
  process.once('SIGTERM', () => {
    say({ note: 'the host heard SIGTERM' })
    process.stdin.destroy()
  })
say({ verdict: await client.acquire() })
if (does.includes('wait')) await new Promise((ended) => process.stdin.on('close', ended).resume())
if (does.includes('release')) await client.release()
say({ note: 'main ended' })
