/** The date that a person's own calendar shows at a moment. */
export const localDay = (moment: string, timeZone: string): string =>
  Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone).toPlainDate().toString()
