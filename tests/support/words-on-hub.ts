import type { AgentName } from './hub.ts'
import { contentOnHub } from './whole-laptop.ts'

type Rows = Awaited<ReturnType<typeof contentOnHub>>

/** Everything that was said to customers and noted. */
export const wordsIn = ({ messages = [], notes = [] }: Rows): readonly string[] => [
  ...messages.map(row => String(row['bodyText'])),
  ...notes.map(row => String(row['body'])),
]

export const wordsOnHub = async (hubUrl: string, name: AgentName = 'lena'): Promise<readonly string[]> =>
  wordsIn(await contentOnHub(hubUrl, name))

/** How often each text is there. */
export async function timesOnHub(hubUrl: string, texts: readonly string[]): Promise<readonly number[]> {
  const words = await wordsOnHub(hubUrl)
  return texts.map(text => words.filter(word => word === text).length)
}
