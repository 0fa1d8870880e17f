import type { TestSystem } from './boot-modules.ts'

/** One series of the people's process as Prometheus would scrape it, its labels as they are rendered; undefined without one. */
export async function sampleOf(
  { internalUrls: [url = ''] }: Pick<TestSystem, 'internalUrls'>,
  series: string,
): Promise<number | undefined> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${series} `))
  return line === undefined ? undefined : Number(line.slice(series.length + 1))
}
