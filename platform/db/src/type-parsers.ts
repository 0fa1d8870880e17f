import pg from 'pg'

const oid = { int8: 20, date: 1082, timestamp: 1114, timestamptz: 1184 } as const

const isoUtc = (text: string): string => new Date(text).toISOString()

/**
 * One reading of values on both databases: counts are numbers, times are ISO 8601 UTC text, dates stay text.
 * Without this the drivers differ (bigint or string, local or UTC midnight).
 */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [oid.int8]: Number,
  [oid.date]: (text) => text,
  [oid.timestamp]: (text) => isoUtc(`${text}Z`),
  [oid.timestamptz]: isoUtc,
}

export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    parsers[id] ?? pg.types.getTypeParser(id, format)) as typeof pg.types.getTypeParser,
}
