import type { PushKindName } from '../contract/push-kinds.ts'

type Words = Readonly<Record<PushKindName, string>>

/** Neutral words: whoever reads somebody's lock screen learns nothing from them. */
const texts = {
  en: {
    daily_tip: 'Your tip for today is here.',
    daily_focus: 'Your focus for today is ready.',
    weekly_summary: 'Your week is ready.',
    reminder: 'The reminder you set for now.',
  },
  de: {
    daily_tip: 'Dein Tipp für heute ist da.',
    daily_focus: 'Dein Fokus für heute ist bereit.',
    weekly_summary: 'Deine Woche ist bereit.',
    reminder: 'Die Erinnerung, die du für jetzt gestellt hast.',
  },
} as const satisfies Record<string, Words>

const titles = { kalei: 'Kalei', oo: 'oO' } as const

export function pushTextOf(
  app: keyof typeof titles,
  kind: PushKindName,
  locale: string,
): { readonly title: string; readonly body: string } {
  const words: Words = locale.toLowerCase().startsWith('de') ? texts.de : texts.en
  return { title: titles[app], body: words[kind] }
}
