import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'

/** What the figures were taken on; they mean nothing elsewhere. */
export function describeMachine(postgresVersion: string): string {
  const memory = (totalmem() / 2 ** 30).toFixed(1)
  const load = loadavg()
    .map((value) => value.toFixed(1))
    .join(', ')
  return (
    `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} cores, ${memory} GiB; ` +
    `Node ${process.versions.node}, Postgres ${postgresVersion}; client, servers and database on this machine; ` +
    `load average at the end ${load}; ${new Date().toISOString()}.`
  )
}
