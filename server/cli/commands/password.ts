import { oneTimePassword } from '../../auth/one-time-password.ts'
import type { CommandContext } from '../command.ts'
import { CliFailure } from '../command.ts'

const MIN_LENGTH = 10

export type GivenPassword = { readonly text: string; readonly isMade: boolean }

/** Never an argument of the command line: every user of the machine can read those. */
export async function passwordFor(
  { readLine }: Pick<CommandContext, 'readLine'>,
  fromStdin: boolean,
): Promise<GivenPassword> {
  if (!fromStdin) return { text: oneTimePassword(), isMade: true }
  const text = (await readLine()) ?? ''
  if (text.length < MIN_LENGTH) throw new CliFailure(`A password has at least ${MIN_LENGTH} characters.`, 2)
  return { text, isMade: false }
}
