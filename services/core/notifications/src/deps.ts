import type { ConfigOf } from '@triptych/config'
import type { ModuleDatabase } from '@triptych/db'
import type { identityContract } from '@triptych/identity/contract'
import type { Jobs } from '@triptych/jobs'
import type { Client, Clock, NewId } from '@triptych/kernel'
import type { Ciphers } from '@triptych/runtime'
import type { Logger } from '@triptych/telemetry'
import type { notificationsConfig } from './config.ts'
import type { PushSender } from './ports/push-sender.ts'
import type { Transport } from './ports/transport.ts'
import type { NotificationsTables } from './store/tables.ts'
import type { TemplateLibrary } from './templates/library.ts'

/** What the use-cases of this module may take. */
export interface Deps {
  readonly db: ModuleDatabase<NotificationsTables>
  readonly clock: Clock
  readonly newId: NewId
  readonly logger: Logger
  readonly identity: Client<typeof identityContract>
  readonly ciphers: Ciphers
  readonly jobs: Pick<Jobs, 'send'>
  readonly config: ConfigOf<typeof notificationsConfig>
  readonly publicUrl: string
  readonly templates: TemplateLibrary
  /** Undefined when nothing is configured: mails wait. */
  readonly transport: Transport | undefined
  readonly pushSender: PushSender
}
