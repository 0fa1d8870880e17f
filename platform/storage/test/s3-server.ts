import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import S3rver from '@20minutes/s3rver'

import { createS3Storage } from '../src/index.ts'

/**
 * An S3 server of the test's own. It drops the slash at the end of a bucket's path when it checks signatures, so
 * `isStrict` suits requests for objects only.
 */
export async function startS3({ isStrict }: { isStrict: boolean }) {
  const dir = await mkdtemp(join(tmpdir(), 'triptych-s3-'))
  const spoolDir = join(dir, 'spool')
  await mkdir(spoolDir)
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: join(dir, 'server'),
    configureBuckets: [{ name: 'triptych' }],
    allowMismatchedSignatures: !isStrict,
  })
  const { port } = await server.run()
  const connect = (secretAccessKey: string) =>
    createS3Storage({
      endpoint: `http://127.0.0.1:${port}`,
      bucket: 'triptych',
      region: 'us-east-1',
      credentials: { accessKeyId: 'S3RVER', secretAccessKey },
      forcePathStyle: true,
      spoolDir,
    })
  return {
    connect,
    storage: connect('S3RVER'),
    spoolDir,
    async dispose() {
      await server.close()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
