/** The providers that are played. A new one is a folder and a line here; its name is its path. */
export { google } from './google/provider.ts'
export { openrouter } from './openrouter/provider.ts'
export { mail } from './mail/provider.ts'
export { push } from './push/provider.ts'
export { ical } from './ical/provider.ts'
export { stripe } from './stripe/provider.ts'
export { todoist } from './todoist/provider.ts'
