import { defineErrors } from '@triptych/kernel'

export const errors = defineErrors('integrations', {
  unknown_connector: { kind: 'not_found', title: 'There is no such connector.' },
  not_connected: { kind: 'conflict', title: 'This connector is not connected. Connect it first.' },
  needs_reconnect: {
    kind: 'conflict',
    title: 'The provider no longer accepts our access. Connect it again.',
  },
  state_invalid: {
    kind: 'invalid',
    title: 'This connection attempt is over or was begun by somebody else. Start again.',
  },
  access_denied: { kind: 'forbidden', title: 'The provider says that access was not given.' },
  feed_refused: { kind: 'invalid', title: 'This address gives no calendar that can be read.' },
  not_configured: { kind: 'unavailable', title: 'This connector is not set up on this server.' },
  provider_unavailable: { kind: 'unavailable', title: 'The provider does not answer. Try again later.' },
  provider_busy: { kind: 'unavailable', title: 'The provider asks for a pause. Try again later.' },
  webhook_unauthentic: { kind: 'unauthenticated', title: 'This delivery is not signed by the provider.' },
})
