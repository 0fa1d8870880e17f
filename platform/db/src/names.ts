/** A module's schema is its name in snake case; its role is that with our prefix. */
export const schemaOf = (module: string): string => module.replaceAll('-', '_')
export const roleOf = (module: string): string => `triptych_${schemaOf(module)}`
/** Owns the few functions that must find a row before anyone is known. */
export const lookupRoleOf = (module: string): string => `${roleOf(module)}_lookup`
