export { storageErrors } from './errors.ts'
export { createFileStorage } from './file-storage.ts'
export { createS3Storage, type S3StorageOptions } from './s3-storage.ts'
export type { PutOptions, Storage, StoredObject } from './storage.ts'
