import manifest from '../package.json' with { type: 'json' }

/** The version of the product: every process of a build says the same. */
export const version: string = manifest.version
