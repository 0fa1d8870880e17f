export {
  appRole,
  asApp,
  type Database,
  type DatabaseLocation,
  openDatabase,
  PostgresClient,
  relayRole,
  requireBoundRole,
} from './database.ts'
export { lockByName } from './lock-by-name.ts'
export {
  type AppliedMigration,
  type MigrationSource,
  pendingOf,
  recordMigration,
  repeatableMigration,
} from './migrations.ts'
export { createRole, migrate, pendingMigrations, whileMigrating } from './migrator.ts'
export {
  createModuleDatabase,
  type EventSubject,
  type ModuleDatabase,
  type ModuleDatabaseOptions,
  type Transaction,
} from './module-database.ts'
export { lookupRoleOf, roleOf, schemaOf } from './names.ts'
export { relayTransaction } from './relay-transaction.ts'
export { withClient } from './with-client.ts'
export { type Claims, createOnceStore, forgetOutcomes, type IdempotencyTables } from './once-store.ts'
