/** Every scope of Todoist, in words a person understands. */
export const scopes = {
  'task:add': 'Add tasks',
  'data:read': 'See your tasks, projects and labels',
  'data:read_write': 'See and change your tasks, projects and labels',
  'data:delete': 'Delete tasks, projects and labels',
  'project:delete': 'Delete projects',
  'backups:read': 'See your backups',
} as const

export type Scope = keyof typeof scopes

export function isScope(name: string): name is Scope {
  return Object.hasOwn(scopes, name)
}
