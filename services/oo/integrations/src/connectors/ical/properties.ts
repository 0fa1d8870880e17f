import ICAL from 'ical.js'

export const textOf = (component: ICAL.Component, name: string): string | undefined => {
  const value: unknown = component.getFirstPropertyValue(name)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

export function timeOf(component: ICAL.Component, name: string): ICAL.Time | undefined {
  const value: unknown = component.getFirstPropertyValue(name)
  return value instanceof ICAL.Time ? value : undefined
}

export const rulesOf = (component: ICAL.Component): ICAL.Recur[] =>
  component
    .getAllProperties('rrule')
    .map((property) => property.getFirstValue() as unknown)
    .filter((value) => value instanceof ICAL.Recur)
