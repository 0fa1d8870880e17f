import { z } from 'zod'
import { isLoopbackUrl } from './loopback.ts'

export const loopbackUrl = z.url().refine(isLoopbackUrl, 'must be an address of this machine')
