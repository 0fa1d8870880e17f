import { join } from 'node:path'
import type { BootOptions, PlatformConfig } from '@triptych/runtime'
import { frontDoor } from './front-door.ts'
import { webApp } from './web-app.ts'

const apps = join(import.meta.dirname, '../../..')

/** The pages that belong to no module: the front door and the web apps. */
export const pages: NonNullable<BootOptions['routes']> = (config: PlatformConfig) => [
  frontDoor(config),
  webApp({ path: '/console/', directory: join(apps, 'console/dist') }),
  webApp({ path: '/kalei/', directory: join(apps, 'kalei/dist') }),
  webApp({ path: '/oo/', directory: join(apps, 'oo/dist') }),
]
