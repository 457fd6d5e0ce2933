import { foldText } from './fold-text.ts'
import { ownText } from './quoted-text.ts'
import { MASK_KINDS, maskText } from './redaction/mask-text.ts'
import { withoutEnds } from './triage/mail-ends.ts'

const LONGEST = 2_000

/** Whose words they are: what must not stand in a register that everybody reads and that outlives the customer. */
type Person = { readonly name: string; readonly organisation: string | null }

/** What somebody wrote as symptoms of a fault many may have: without quotations, signature, their name and numbers. */
export function issueSymptoms(words: string, { name, organisation }: Person): string {
  const names = [name, organisation ?? ''].map(each => foldText(each).trim()).filter(each => each !== '')
  const lines = withoutEnds(ownText(words)).split('\n')
  const said = lines.filter(line => !names.includes(foldText(line).trim()))
  const rule = { kinds: MASK_KINDS, words: [name, organisation ?? ''], lines: new Set<number>() }
  return maskText(said.join('\n').trim(), rule).text.slice(0, LONGEST)
}
