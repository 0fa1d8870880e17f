/** Writes of a person that ignore an Idempotency-Key, and why they may. A new one here is a decision, not a default. */
export const withoutReplay: Readonly<Record<string, string>> = {
  'identity.logout': 'ends the credential that it came with, so a repeated request is nobody’s',
  'identity.logoutAll': 'ends the credential that it came with, so a repeated request is nobody’s',
  'identity.changePassword':
    'changes a credential, and the fingerprint of its body would be a fast hash of it',
  'identity.deleteMe': 'issues the token of the receipt, and the key that would seal it is destroyed',
  'identity.createToken': 'issues a credential',
  'billing.openBillingPortal': 'issues an address that opens the portal to whoever holds it',
  'notifications.subscribePush': 'the same endpoint is the same subscription',
  'recommender.feedback': 'the same `client_id` is the same reaction',
  'recommender.evaluate': 'reads, with a body',
  'licensing.rotateLicenseKey': 'issues a credential',
  'privacy.verifyAudit': 'reads',
}
