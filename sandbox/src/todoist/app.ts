/** How the one registered app behaves; switchable while the sandbox runs. */
export interface App {
  readonly clientId: string
  readonly clientSecret: string
  /** Where the person is sent back to when the authorize request names no address. */
  readonly redirectUrl: string
  /** `rotating` as for apps of today, `legacy` as for those registered before. */
  mode: 'rotating' | 'legacy'
  /** What a sync token that Todoist does not know gets; its documentation does not say. */
  badSyncToken: 'reject' | 'full'
}

export const modes = ['rotating', 'legacy'] as const
export const badSyncTokenAnswers = ['reject', 'full'] as const
