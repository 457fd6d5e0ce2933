/**
 * Puts other words into a text field as if they were typed, so that the field's own undo brings back what stood there.
 * False where the field takes none: then nothing was changed.
 */
export function replaceText(field: HTMLTextAreaElement | HTMLInputElement | null, text: string): boolean {
  if (!field || field.readOnly || field.disabled) return false
  const { value } = field
  const most = Math.min(value.length, text.length)
  let start = 0
  while (start < most && value[start] === text[start]) start += 1
  let end = 0
  while (end < most - start && value.at(-1 - end) === text.at(-1 - end)) end += 1
  field.focus()
  field.setSelectionRange(start, value.length - end)
  const words = text.slice(start, text.length - end)
  // The one way to change a field that its own undo knows of.
  return words === '' ? document.execCommand('delete') : document.execCommand('insertText', false, words)
}
