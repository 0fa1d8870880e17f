/** The objects of Todoist's API as they go over the wire. */
export interface Due {
  /** A day, a floating time (`2026-11-20T18:00:00`) or a fixed one (`…Z`, with `timezone`). */
  readonly date: string
  readonly timezone: string | null
  readonly string: string
  readonly lang: string
  readonly is_recurring: boolean
}

export interface Item {
  readonly id: string
  readonly user_id: string
  readonly project_id: string
  readonly section_id: string | null
  readonly parent_id: string | null
  readonly content: string
  readonly description: string
  /** 4 is what the apps show as p1. */
  readonly priority: number
  readonly due: Due | null
  readonly deadline: { readonly date: string; readonly lang: string } | null
  readonly duration: { readonly amount: number; readonly unit: 'minute' | 'day' } | null
  readonly labels: readonly string[]
  readonly child_order: number
  readonly day_order: number
  readonly is_collapsed: boolean
  readonly checked: boolean
  readonly is_deleted: boolean
  readonly added_by_uid: string
  readonly assigned_by_uid: string | null
  readonly responsible_uid: string | null
  readonly added_at: string
  readonly updated_at: string
  readonly completed_at: string | null
}

export interface Project {
  readonly id: string
  readonly name: string
  readonly color: string
  readonly parent_id: string | null
  readonly child_order: number
  readonly inbox_project: boolean
  readonly is_favorite: boolean
  readonly is_archived: boolean
  readonly is_deleted: boolean
  readonly is_shared: boolean
  readonly view_style: 'list' | 'board'
}

export interface Section {
  readonly id: string
  readonly name: string
  readonly project_id: string
  readonly section_order: number
  readonly is_archived: boolean
  readonly is_deleted: boolean
}

export interface Label {
  readonly id: string
  readonly name: string
  readonly color: string
  readonly item_order: number
  readonly is_favorite: boolean
  readonly is_deleted: boolean
}

/** Collections that are synchronised one by one. */
export interface Collections {
  readonly items: Item
  readonly projects: Project
  readonly sections: Section
  readonly labels: Label
}

export const collectionNames = ['items', 'projects', 'sections', 'labels'] as const
export type CollectionName = keyof Collections

/** Timestamps carry microseconds. */
export function timestamp(at: Date): string {
  return at.toISOString().replace('Z', '000Z')
}

/** A leading `* ` takes the checkbox away. */
export function isUncompletable({ content }: Item): boolean {
  return content.startsWith('* ')
}
