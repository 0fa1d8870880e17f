import type { HandlerOf } from '@triptych/kernel'
import type { notificationsContract } from '../contract/contract.ts'
import { templateOf } from '../contract/templates.ts'
import type { Deps } from '../deps.ts'
import { exampleOf } from '../templates/examples.ts'
import { renderMail } from '../templates/render.ts'

export const previewEmail =
  (deps: Pick<Deps, 'templates' | 'publicUrl'>): HandlerOf<typeof notificationsContract, 'previewEmail'> =>
  (_context, { template: name, locale }) => {
    const template = deps.templates.find(name, locale)
    const isOptional = templateOf(name).category !== 'transactional'
    const unsubscribe = isOptional ? `${deps.publicUrl}/api/v1/notifications/unsubscribe/example` : undefined
    const variables = exampleOf(name, deps.publicUrl)
    const mail = renderMail({ template, layout: deps.templates.layout }, variables, unsubscribe)
    return Promise.resolve({ template: name, version: template.version, locale: template.locale, ...mail })
  }
