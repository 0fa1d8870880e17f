import { z } from 'zod'

/** The settings one owner reads: environment variable name → schema. A description is required of each. */
export type ConfigSlice = z.ZodObject
export type ConfigOf<S extends ConfigSlice> = Readonly<z.output<S>>

/** Declares a slice. Names are those of the environment variables, so one search finds every use. */
export function defineConfig<const Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape> {
  for (const [name, schema] of Object.entries(shape)) {
    if ((schema as z.ZodType).description === undefined) throw new Error(`${name} has no description`)
  }
  return z.object(shape)
}

const minimumSecretBytes = 32

/** A secret: at least 32 random bytes in base64. It has no default; in development it is made and kept on first start. */
export const secret = (description: string) =>
  z
    .string()
    .refine((value) => Buffer.from(value, 'base64').byteLength >= minimumSecretBytes, {
      message: `Use at least ${minimumSecretBytes} random bytes in base64 (\`openssl rand -base64 32\`).`,
    })
    .meta({ description, secret: true })

export const isSecret = (schema: unknown): boolean => (schema as z.ZodType).meta()?.['secret'] === true
