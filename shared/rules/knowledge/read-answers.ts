import { readCsv } from './read-csv.ts'

/** An article or a canned reply as a file says it. */
export type ReadAnswer = {
  readonly type: 'article' | 'reply'
  readonly title: string
  readonly body: string
  /** BCP 47; null: the file does not say. */
  readonly language: string | null
  readonly tags: readonly string[]
  readonly url: string | null
  /** What a canned reply is for; null: the file does not say. */
  readonly family: string | null
}
export type ReadAnswers = {
  readonly answers: readonly ReadAnswer[]
  /** Places that could not be read, counted from 1: lines of a table, entries of a list. */
  readonly refused: readonly number[]
}

const NONE: ReadAnswers = { answers: [], refused: [1] }
/** More are brought in by the hub. */
const MOST = 500

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
const tagsOf = (value: unknown): readonly string[] => {
  const all = Array.isArray(value) ? value.map(wordsOf) : wordsOf(value).split(/[,;]/u)
  return [...new Set(all.map(tag => tag.trim()).filter(tag => tag !== ''))]
}
/** As people write it: "Bad news" is bad-news. */
const familyOf = (words: string): string | null =>
  words.toLowerCase().replaceAll(/\s+/gu, '-').slice(0, 40) || null
const LANGUAGE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/u
const REPLIES: readonly string[] = ['reply', 'macro', 'canned', 'canned reply', 'textbaustein']

/** Fields by their names in any case; what help desks call them counts too. */
function answerOf(fields: Readonly<Record<string, unknown>>): ReadAnswer | null {
  const named = new Map(Object.entries(fields).map(([name, value]) => [name.trim().toLowerCase(), value]))
  const first = (...names: readonly string[]): unknown => names.map(name => named.get(name)).find(Boolean)
  const title = wordsOf(first('title', 'name', 'subject', 'question'))
  const body = wordsOf(first('body', 'content', 'text', 'answer', 'description'))
  if (title === '' || body === '') return null
  const language = wordsOf(first('language', 'locale', 'lang'))
  const url = wordsOf(first('url', 'link'))
  return {
    type: REPLIES.includes(wordsOf(first('type')).toLowerCase()) ? 'reply' : 'article',
    title,
    body,
    language: LANGUAGE.test(language) ? language : null,
    tags: tagsOf(first('tags', 'labels', 'keywords')),
    url: url === '' ? null : url,
    family: familyOf(wordsOf(first('family', 'template', 'template family'))),
  }
}

const HEAD = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?/u
const HEADING = /^#\s+(.+)$/mu

/** A page of a folder: what stands between the two lines at its top, else its first heading, else its name. */
function fromMarkdown(name: string, text: string): ReadAnswers {
  const head = HEAD.exec(text)
  const lines = (head?.[1] ?? '').split(/\r?\n/u).flatMap(line => {
    const at = line.indexOf(':')
    const value = line.slice(at + 1).trim()
    return at < 1 ? [] : [[line.slice(0, at), value.replace(/^["'[]|["'\]]$/gu, '')] as const]
  })
  const rest = text.slice(head?.[0].length ?? 0)
  const fields: Record<string, unknown> = Object.fromEntries(lines)
  const heading = HEADING.exec(rest)
  const isTitled = Object.keys(fields).some(key => key.trim().toLowerCase() === 'title')
  const title = isTitled ? {} : { title: heading?.[1] ?? name.replace(/\.[^.]+$/u, '') }
  const body = isTitled || !heading ? rest : rest.replace(heading[0], '')
  const answer = answerOf({ ...fields, ...title, body })
  return answer ? { answers: [answer], refused: [] } : NONE
}

function fromList(entries: readonly unknown[]): ReadAnswers {
  const read = entries.slice(0, MOST).map(entry => {
    const isRecord = typeof entry === 'object' && entry !== null && !Array.isArray(entry)
    return isRecord ? answerOf(entry as Readonly<Record<string, unknown>>) : null
  })
  return {
    answers: read.flatMap(answer => answer ?? []),
    refused: read.flatMap((answer, index) => (answer === null ? [index + 1] : [])),
  }
}

function fromJson(text: string): ReadAnswers {
  try {
    const value: unknown = JSON.parse(text)
    if (Array.isArray(value)) return fromList(value)
    const lists = Object.values((value ?? {}) as object).filter(each => Array.isArray(each))
    return lists.length > 0 ? fromList(lists.flat()) : fromList([value])
  } catch {
    return NONE
  }
}

function fromCsv(text: string): ReadAnswers {
  const [names, ...rows] = readCsv(text)
  if (!names || rows.length === 0) return NONE
  return fromList(rows.map(row => Object.fromEntries(names.map((name, index) => [name, row[index] ?? '']))))
}

/**
 * Reads articles and canned replies from a file: a table (csv), a list (json) or a page (md). `type` says "reply" for a
 * canned reply; everything else is an article. At most 500 of a file are read.
 */
export function readAnswers(name: string, text: string): ReadAnswers {
  const clean = text.replace(/^\uFEFF/u, '')
  if (/\.csv$/iu.test(name)) return fromCsv(clean)
  return /\.json$/iu.test(name) ? fromJson(clean) : fromMarkdown(name, clean)
}
