import type { TemplateName } from '../contract/templates.ts'

/** Values to look at a template with; long enough to show where a line breaks. */
export function exampleOf(template: TemplateName, publicUrl: string): Record<string, string> {
  const link = `${publicUrl}/example?token=0199f3c2-7f4e-7cc1-9d1b-3f6a2f0c8b11`
  const person = { name: 'Annegret Oberdorfer' }
  const organization = 'Glashütte Oberdorfer & Söhne'
  const subscription = {
    link,
    organization,
    plan: 'Enterprise',
    until: '28 November 2026',
    amount: '$299.00',
  }
  const examples: Record<TemplateName, Record<string, string>> = {
    verify_email: { link, ...person },
    email_already_registered: { link, ...person },
    password_reset: { link, ...person },
    password_changed: { link, ...person },
    organization_invitation: {
      link,
      organization,
      inviter: 'Mateo Ríos',
    },
    account_deleted: person,
    license_issued: { link, organization, plan: 'Enterprise', key_display: 'CODITECT-7F4E-…' },
    subscription_confirmed: subscription,
    subscription_renewed: subscription,
    subscription_canceled: subscription,
    subscription_reinstated: subscription,
    payment_failed_warning: subscription,
    payment_failed_urgent: subscription,
    license_suspended: subscription,
    weekly_summary: { link, ...person },
  }
  return examples[template]
}
