/**
 * Every module that keeps rows about people: why, and how long (the long form is docs/architecture/privacy.md). Each
 * hands over what it holds for an export, erases it when an account ends, and answers. The receipt waits for all.
 */
export const purposes = {
  'ai-gateway': {
    why: 'What each answer cost, so that limits and budgets hold. No text.',
    kept: 'Until you delete your account.',
  },
  billing: {
    why: 'Your plan, what you have used of it, and the payments it rests on.',
    kept: 'Until you delete your account, or as long as tax law asks.',
  },
  identity: {
    why: 'Who you are here, how you sign in, and what you have agreed to.',
    kept: 'Until you delete your account.',
  },
  integrations: {
    why: 'Your open tasks from where you keep them, so that one of them can be a tip.',
    kept: 'As long as you chose when you connected; without a connection no longer.',
  },
  licensing: {
    why: 'Which seats you used on which machine, so that your organisation can see who works with its licences.',
    kept: 'Address, program and the machine’s name thirty days after use; the rest, without you, once you delete your account.',
  },
  metrics: {
    why: 'When you saw or answered a tip, so that we know whether tips help. No text.',
    kept: 'Until you delete your account; then it is taken out of the sums too.',
  },
  mirror: {
    why: 'What you wrote, so that you can come back to it.',
    kept: 'Until you delete it or your account.',
  },
  notifications: {
    why: 'Mails that were sent to you, without what they said, and what you want to be told.',
    kept: 'Mails one year; the rest until you delete your account.',
  },
  privacy: {
    why: 'Proof of what was done with your account, and the export you asked for.',
    kept: 'The export one day; the proof stays, without your address and device, once you leave.',
  },
  recommender: {
    why: 'The tips you were shown and what you did with them, so that the next one fits better.',
    kept: 'Until you delete your account.',
  },
  safety: {
    why: 'That help was offered, so that it works well. Never what you wrote, unless you offered it.',
    kept: 'Until you delete your account; what you offered, thirty days.',
  },
  turn: {
    why: 'The thoughts you turned and what came of them.',
    kept: 'Until you delete it or your account.',
  },
} as const satisfies Readonly<Record<string, { readonly why: string; readonly kept: string }>>

export type DataHolder = keyof typeof purposes
export const dataHolders = Object.keys(purposes) as readonly DataHolder[]
