import type { Handlers } from '@triptych/kernel'
import type { identityContract } from './contract/contract.ts'
import type { organizationOperations } from './contract/organizations.ts'
import type { Deps } from './deps.ts'
import { acceptInvitation } from './use-cases/accept-invitation.ts'
import { changeMemberRole } from './use-cases/change-member-role.ts'
import { changePassword } from './use-cases/change-password.ts'
import { addTeamMember, removeTeamMember } from './use-cases/change-team-member.ts'
import { checkSession } from './use-cases/check-session.ts'
import { checkToken } from './use-cases/check-token.ts'
import { createOrganization } from './use-cases/create-organization.ts'
import { createTeam } from './use-cases/create-team.ts'
import { createToken } from './use-cases/create-token.ts'
import { deleteMe } from './use-cases/delete-me.ts'
import { deleteTeam } from './use-cases/delete-team.ts'
import { exchange } from './use-cases/exchange.ts'
import { exportPersonalData } from './use-cases/export-personal-data.ts'
import { finishOidc } from './use-cases/finish-oidc.ts'
import { forgotPassword } from './use-cases/forgot-password.ts'
import { getDataKey } from './use-cases/get-data-key.ts'
import { getInvitation } from './use-cases/get-invitation.ts'
import { forgetMail } from './use-cases/forget-mail.ts'
import { getMail } from './use-cases/get-mail.ts'
import { getMe } from './use-cases/get-me.ts'
import { getOrganization } from './use-cases/get-organization.ts'
import { getPerson } from './use-cases/get-person.ts'
import { giveConsent } from './use-cases/give-consent.ts'
import { grantAdmin } from './use-cases/grant-admin.ts'
import { hasConsent } from './use-cases/has-consent.ts'
import { invite } from './use-cases/invite.ts'
import { listConsents } from './use-cases/list-consents.ts'
import { listInvitations } from './use-cases/list-invitations.ts'
import { listMembers } from './use-cases/list-members.ts'
import { listOrganizations } from './use-cases/list-organizations.ts'
import { listOrganizationsOf } from './use-cases/list-organizations-of.ts'
import { listSessions } from './use-cases/list-sessions.ts'
import { listTeams } from './use-cases/list-teams.ts'
import { listTeamsOf } from './use-cases/list-teams-of.ts'
import { listTokens } from './use-cases/list-tokens.ts'
import { listUsers } from './use-cases/list-users.ts'
import { login } from './use-cases/login.ts'
import { logout } from './use-cases/logout.ts'
import { logoutAll } from './use-cases/logout-all.ts'
import { refresh } from './use-cases/refresh.ts'
import { register } from './use-cases/register.ts'
import { removeMember } from './use-cases/remove-member.ts'
import { renameOrganization } from './use-cases/rename-organization.ts'
import { renameTeam } from './use-cases/rename-team.ts'
import { resendVerification } from './use-cases/resend-verification.ts'
import { resetPassword } from './use-cases/reset-password.ts'
import { resolveTenant } from './use-cases/resolve-tenant.ts'
import { revokeInvitation } from './use-cases/revoke-invitation.ts'
import { revokeSession } from './use-cases/revoke-session.ts'
import { revokeToken } from './use-cases/revoke-token.ts'
import { startOidc } from './use-cases/start-oidc.ts'
import { updateProfile } from './use-cases/update-profile.ts'
import { updateUser } from './use-cases/update-user.ts'
import { verifyEmail } from './use-cases/verify-email.ts'
import { withdrawConsent } from './use-cases/withdraw-consent.ts'

/** Every operation with what it is made of. */
export function handlersOf(deps: Deps): Handlers<typeof identityContract> {
  return {
    register: register(deps),
    login: login(deps),
    refresh: refresh(deps),
    logout: logout(deps),
    logoutAll: logoutAll(deps),
    verifyEmail: verifyEmail(deps),
    resendVerification: resendVerification(deps),
    forgotPassword: forgotPassword(deps),
    resetPassword: resetPassword(deps),
    changePassword: changePassword(deps),
    startOidc: startOidc(deps),
    finishOidc: finishOidc(deps),
    exchange: exchange(deps),
    getMe: getMe(deps),
    updateProfile: updateProfile(deps),
    deleteMe: deleteMe(deps),
    listSessions: listSessions(deps),
    revokeSession: revokeSession(deps),
    createToken: createToken(deps),
    listTokens: listTokens(deps),
    revokeToken: revokeToken(deps),
    listConsents: listConsents(deps),
    giveConsent: giveConsent(deps),
    withdrawConsent: withdrawConsent(deps),
    listUsers: listUsers(deps),
    updateUser: updateUser(deps),
    getDataKey: getDataKey(deps),
    getPerson: getPerson(deps),
    hasConsent: hasConsent(deps),
    listOrganizationsOf: listOrganizationsOf(deps),
    listTeamsOf: listTeamsOf(deps),
    getOrganization: getOrganization(deps),
    resolveTenant: resolveTenant(deps),
    checkSession: checkSession(deps),
    checkToken: checkToken(deps),
    grantAdmin: grantAdmin(deps),
    getMail: getMail(deps),
    forgetMail: forgetMail(deps),
    exportPersonalData: exportPersonalData(deps),
    ...organizationHandlers(deps),
    ...published(deps),
  }
}

const organizationHandlers = (
  deps: Deps,
): Pick<Handlers<typeof identityContract>, keyof typeof organizationOperations> => ({
  listOrganizations: listOrganizations(deps),
  createOrganization: createOrganization(deps),
  renameOrganization: renameOrganization(deps),
  listMembers: listMembers(deps),
  changeMemberRole: changeMemberRole(deps),
  removeMember: removeMember(deps),
  listInvitations: listInvitations(deps),
  invite: invite(deps),
  revokeInvitation: revokeInvitation(deps),
  getInvitation: getInvitation(deps),
  acceptInvitation: acceptInvitation(deps),
  listTeams: listTeams(deps),
  createTeam: createTeam(deps),
  renameTeam: renameTeam(deps),
  deleteTeam: deleteTeam(deps),
  addTeamMember: addTeamMember(deps),
  removeTeamMember: removeTeamMember(deps),
})

type Published = 'getSigningKeys' | 'getOpenIdConfiguration' | 'showVerifyEmail' | 'showResetPassword'

/** What is the same for everybody. */
const published = ({
  accessTokens,
  publicUrl,
}: Deps): Pick<Handlers<typeof identityContract>, Published> => ({
  getSigningKeys: async () => ({ keys: await accessTokens.publicKeys() }),
  getOpenIdConfiguration: async () => ({
    issuer: publicUrl,
    jwks_uri: `${publicUrl}/.well-known/jwks.json`,
    response_types_supported: [],
  }),
  showVerifyEmail: async (_context, { token }) => ({ token }),
  showResetPassword: async (_context, { token }) => ({ token }),
})
