export { type ConfigSlice, type ConfigOf, defineConfig, secret } from './slice.ts'
export { ConfigError, type Environment, loadConfig, processEnvironment } from './load.ts'
export { developmentSecrets } from './development-secrets.ts'
export { renderEnvExample } from './env-example.ts'
