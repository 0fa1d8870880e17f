import { defineEvent } from '@triptych/kernel'
import {
  ConsentGivenSchema,
  ConsentWithdrawnSchema,
  MailRequestedSchema,
  OrganizationClosedSchema,
  OrganizationCreatedSchema,
  OrganizationMemberJoinedSchema,
  OrganizationMemberRemovedSchema,
  SessionRevokedSchema,
  UserEmailVerifiedSchema,
  UserRegisteredSchema,
  UserStatusChangedSchema,
} from './gen/identity/v1/events_pb.ts'

export const events = {
  userRegistered: defineEvent('identity.user.registered.v1', UserRegisteredSchema),
  userEmailVerified: defineEvent('identity.user.email_verified.v1', UserEmailVerifiedSchema),
  userStatusChanged: defineEvent('identity.user.status_changed.v1', UserStatusChangedSchema),
  sessionRevoked: defineEvent('identity.session.revoked.v1', SessionRevokedSchema),
  organizationCreated: defineEvent('identity.organization.created.v1', OrganizationCreatedSchema),
  organizationClosed: defineEvent('identity.organization.closed.v1', OrganizationClosedSchema),
  organizationMemberJoined: defineEvent(
    'identity.organization.member_joined.v1',
    OrganizationMemberJoinedSchema,
  ),
  organizationMemberRemoved: defineEvent(
    'identity.organization.member_removed.v1',
    OrganizationMemberRemovedSchema,
  ),
  consentGiven: defineEvent('identity.consent.given.v1', ConsentGivenSchema),
  consentWithdrawn: defineEvent('identity.consent.withdrawn.v1', ConsentWithdrawnSchema),
  mailRequested: defineEvent('identity.mail.requested.v1', MailRequestedSchema),
}
