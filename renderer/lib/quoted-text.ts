const QUOTED = /^\s*>/u
const INTRO = [
  /^On .{6,200} wrote:\s*$/u,
  /^Am .{6,200} schrieb.*:\s*$/u,
  /^El .{6,200} escribió:\s*$/u,
  /^Le .{6,200} a écrit\s?:\s*$/u,
  /^Em .{6,200} escreveu:\s*$/u,
  /^-{2,}\s*(Original Message|Ursprüngliche Nachricht|Forwarded message|Mensaje original|Message d'origine)\s*-{2,}\s*$/iu,
  /^_{10,}\s*$/u,
]

const isIntro = (line: string): boolean => INTRO.some(pattern => pattern.test(line.trim()))

/**
 * Splits a plain mail into what is new and the quoted earlier mails at its end. Quotes with an answer below them
 * stay where they are: they belong to the conversation.
 */
export function splitQuoted(text: string): { readonly fresh: string; readonly quoted: string } {
  const lines = text.replaceAll('\r\n', '\n').split('\n')
  const start = introAt(lines) ?? tailAt(lines)
  const fresh = lines.slice(0, start).join('\n').trimEnd()
  // A mail that is nothing but a quotation is shown as it is.
  if (start >= lines.length || fresh.trim() === '') return { fresh: text.trimEnd(), quoted: '' }
  return { fresh, quoted: lines.slice(start).join('\n').trim() }
}

/** The line that introduces a quotation which then runs to the end. */
function introAt(lines: readonly string[]): number | null {
  const at = lines.findIndex(isIntro)
  if (at < 0) return null
  const after = lines.slice(at + 1).filter(line => line.trim() !== '')
  const isHeaderBlock = !after.slice(0, 1).every(line => QUOTED.test(line))
  return isHeaderBlock || after.every(line => QUOTED.test(line)) ? at : null
}

/** First line of the run of quoted lines at the end. */
function tailAt(lines: readonly string[]): number {
  let start = lines.length
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = lines[index] ?? ''
    if (QUOTED.test(line)) start = index
    else if (line.trim() !== '') break
  }
  return start
}
