/** Every connector. A new one is a folder and a line here. */
export { ical } from './ical/connector.ts'
export { todoist } from './todoist/connector.ts'
