import { isLicenseKey } from '@triptych/license-format'

/** What is asked for by key alone; an id stands for no key, and finds nothing. */
export const asKey = (text: string): string => (isLicenseKey(text) ? text : '')
