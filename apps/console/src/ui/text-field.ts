/** What was typed into the field of a form; a file is no text. */
export function textField(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name)
  return typeof value === 'string' ? value : ''
}
