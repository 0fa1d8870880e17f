export { boot, type BootOptions, type Running } from './boot.ts'
export { keyRingOf, type LoadDataKey } from './ciphers.ts'
export {
  type AnyModule,
  type Ciphers,
  type ClientsOf,
  defineModule,
  type EdgeDeps,
  type Ground,
  type ModuleDefinition,
  type ModuleDeps,
  type ModuleEdge,
  type ModuleInstance,
  type OpenRedisScripts,
} from './define-module.ts'
export { migrateDatabase, waitingMigrations } from './open-platform.ts'
export { type PlatformConfig, platformConfig } from './platform-config.ts'
export { processLogger, reportUncaught, serve, stopOnSignals } from './serve.ts'
export { generateServiceKeys } from './service-keys.ts'
export { version } from './version.ts'
