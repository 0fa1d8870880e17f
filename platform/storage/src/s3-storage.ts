import { randomUUID } from 'node:crypto'
import { open, unlink, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'

import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'

import { unavailable } from './errors.ts'
import { requireKey, requireMetadata, requirePrefix } from './key.ts'
import { spool } from './spool.ts'
import type { PutOptions, Storage, StoredObject } from './storage.ts'

export interface S3StorageOptions {
  endpoint: string
  bucket: string
  region: string
  credentials: { accessKeyId: string; secretAccessKey: string }
  /** The bucket in the path and not in the host's name, as most self-hosted stores want it. */
  forcePathStyle: boolean
  /** Where an upload waits until it is whole; the system's folder by default. Nothing stays there, even after a crash. */
  spoolDir?: string
}

interface Bucket {
  client: S3Client
  bucket: string
}

/** Milliseconds: to connect, and without any byte moving. */
const timeouts = { connectionTimeout: 2000, requestTimeout: 10_000, throwOnRequestTimeout: true }

const largestInMemory = 8 * 1024 * 1024

/** The client would write to the console otherwise; its failures reach the caller. */
const ignore = () => {}
const logger = { trace: ignore, debug: ignore, info: ignore, warn: ignore, error: ignore }

const isMissing = (error: unknown) => {
  const { name, $metadata } = Object(error) as { name?: string; $metadata?: { httpStatusCode?: number } }
  return name === 'NoSuchKey' || name === 'NotFound' || $metadata?.httpStatusCode === 404
}

/** Null for what is not there. A missing bucket looks the same; `ping` tells them apart. */
async function orNull<T>(work: Promise<T>): Promise<T | null> {
  return work.catch((error: unknown) => {
    if (isMissing(error)) return null
    throw unavailable(error)
  })
}

async function orUnavailable<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw unavailable(error)
  })
}

/** Header values are ASCII, so the metadata travels as escaped JSON. */
const encodeMetadata = (metadata: Readonly<Record<string, string>>) =>
  encodeURIComponent(JSON.stringify(metadata))

interface Reply {
  ContentLength?: number | undefined
  ContentType?: string | undefined
  LastModified?: Date | undefined
  Metadata?: Record<string, string> | undefined
}

function objectOf(key: string, reply: Reply): StoredObject {
  const { sha256, metadata } = reply.Metadata ?? {}
  if (sha256 === undefined || metadata === undefined) {
    throw unavailable(new Error('the bucket holds an object that was stored by something else'))
  }
  return {
    key,
    size: reply.ContentLength ?? 0,
    contentType: reply.ContentType ?? 'application/octet-stream',
    sha256,
    metadata: JSON.parse(decodeURIComponent(metadata)) as Record<string, string>,
    storedAt: reply.LastModified?.getTime() ?? 0,
  }
}

async function* readBody(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body
  } catch (error) {
    throw unavailable(error)
  }
}

/** A file without a name: it is gone when it is closed, or when the process ends, however it ends. */
async function openNameless(dir: string): Promise<FileHandle> {
  const path = join(dir, `triptych-${randomUUID()}`)
  const file = await orUnavailable(open(path, 'wx+', 0o600))
  await unlink(path)
  return file
}

/** The client repeats a failed upload of bytes, but cannot rewind a stream. */
async function uploadBody(file: FileHandle, size: number): Promise<Uint8Array | Readable> {
  if (size > largestInMemory) return file.createReadStream({ start: 0, end: size - 1, autoClose: false })
  const bytes = Buffer.alloc(size)
  await file.read(bytes, 0, size, 0)
  return bytes
}

async function send(
  { client, bucket }: Bucket,
  key: string,
  file: FileHandle,
  sent: { size: number; sha256: string } & PutOptions,
) {
  const { size, sha256, contentType, metadata = {}, signal } = sent
  const body = await uploadBody(file, size)
  const command = new PutObjectCommand({
    Bucket: bucket,
    Key: key,
    Body: body,
    ContentLength: size,
    ContentType: contentType,
    ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
    Metadata: { sha256, metadata: encodeMetadata(metadata) },
  })
  try {
    await client.send(command, signal === undefined ? {} : { abortSignal: signal })
  } catch (error) {
    signal?.throwIfAborted()
    throw unavailable(error)
  }
}

/** The body is made whole on this side first: an upload that was cut never reaches the bucket. */
async function putObject(
  target: Bucket & { spoolDir: string },
  key: string,
  body: Uint8Array | AsyncIterable<Uint8Array>,
  options: PutOptions,
) {
  requireKey(key)
  requireMetadata(options.metadata ?? {})
  const file = await openNameless(target.spoolDir)
  try {
    const stored = await spool(file, body, options)
    await send(target, key, file, { ...options, ...stored })
    return stored
  } finally {
    await file.close()
  }
}

async function* listKeys({ client, bucket }: Bucket, prefix: string): AsyncGenerator<string> {
  requirePrefix(prefix)
  const pages = paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix })
  while (true) {
    const page = await orUnavailable(pages.next())
    if (page.done === true) return
    for (const { Key } of page.value.Contents ?? []) if (Key !== undefined) yield Key
  }
}

/** A bucket of any store that speaks S3. It must not be public: people download through the server. */
export function createS3Storage(options: S3StorageOptions): Storage {
  const { bucket, spoolDir = tmpdir() } = options
  const client = new S3Client({
    endpoint: options.endpoint,
    region: options.region,
    credentials: options.credentials,
    forcePathStyle: options.forcePathStyle,
    requestHandler: timeouts,
    logger,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const location = (key: string) => {
    requireKey(key)
    return { Bucket: bucket, Key: key }
  }

  return {
    put: (key, body, putOptions) => putObject({ client, bucket, spoolDir }, key, body, putOptions),
    async get(key) {
      const reply = await orNull(client.send(new GetObjectCommand(location(key))))
      if (reply === null) return null
      const body = reply.Body as Readable
      return { ...objectOf(key, reply), body: Readable.from(readBody(body), { objectMode: false }) }
    },
    async head(key) {
      const reply = await orNull(client.send(new HeadObjectCommand(location(key))))
      return reply === null ? null : objectOf(key, reply)
    },
    async delete(key) {
      await orNull(client.send(new DeleteObjectCommand(location(key))))
    },
    list: (prefix) => listKeys({ client, bucket }, prefix),
    ping: () =>
      client.send(new HeadBucketCommand({ Bucket: bucket })).then(
        () => 'up',
        () => 'down',
      ),
  }
}
