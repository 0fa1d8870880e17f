/** What a person can turn off. Everything else is sent because of something they did. */
export const categories = ['weekly_summary'] as const
export type Category = (typeof categories)[number]

interface Template {
  readonly category: Category | 'transactional'
  /** Variables it cannot do without; `link` is always an http(s) address. */
  readonly needs: readonly string[]
  readonly may: readonly string[]
  /** Whether nothing of the recipient stays once it was sent. */
  readonly forgets?: true
}

const ofSubscription = {
  category: 'transactional',
  needs: ['link', 'plan', 'organization'],
  may: ['until', 'amount'],
} as const

/** Every mail there is, with the variables it takes. */
export const templates = {
  verify_email: { category: 'transactional', needs: ['link'], may: ['name'] },
  email_already_registered: { category: 'transactional', needs: ['link'], may: ['name'] },
  password_reset: { category: 'transactional', needs: ['link'], may: ['name'] },
  password_changed: { category: 'transactional', needs: ['link'], may: ['name'] },
  organization_invitation: {
    category: 'transactional',
    needs: ['link', 'organization'],
    may: ['inviter'],
  },
  account_deleted: { category: 'transactional', needs: [], may: ['name'], forgets: true },
  license_issued: {
    category: 'transactional',
    needs: ['link', 'plan', 'key_display'],
    may: ['organization'],
  },
  subscription_confirmed: ofSubscription,
  subscription_renewed: ofSubscription,
  subscription_canceled: ofSubscription,
  subscription_reinstated: ofSubscription,
  payment_failed_warning: ofSubscription,
  payment_failed_urgent: ofSubscription,
  license_suspended: ofSubscription,
  weekly_summary: { category: 'weekly_summary', needs: ['link'], may: ['name'] },
} as const satisfies Record<string, Template>

export type TemplateName = keyof typeof templates
export const templateNames = Object.keys(templates) as [TemplateName, ...TemplateName[]]
export const templateOf = (name: TemplateName): Template => templates[name]
