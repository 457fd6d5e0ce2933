import type { SourceFacts } from './source-facts.ts'

/** One line of the import table or of the list of forbidden things in docs/architecture.md. */
export type Rule = {
  readonly because: string
  readonly where: RegExp
  readonly except?: RegExp
  /** Resolved imports that break the rule. */
  readonly imports?: RegExp
  readonly members?: RegExp
  readonly names?: RegExp
  readonly texts?: RegExp
  readonly comments?: RegExp
}

const PRODUCT = /^(shared|main|renderer|server)\//
const DATA = /^main\/data\//
const MAIN_WITHOUT_DATA = /^main\/(?!data\/)/
const SQL =
  /^\s*(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|CREATE\s+(UNIQUE\s+|VIRTUAL\s+)?(TABLE|INDEX|TRIGGER|VIEW)\s|ALTER\s+TABLE\s|DROP\s+TABLE\s|PRAGMA\s|WITH\s+\w+\s+AS\s)/

const importTable: readonly Rule[] = [
  {
    because: 'shared imports nothing but zod',
    where: /^shared\//,
    imports: /^(?!shared\/|package:zod$|package:zod\/)/,
  },
  {
    because: 'main imports shared and itself',
    where: MAIN_WITHOUT_DATA,
    imports: /^(?!package:|shared\/|main\/)/,
  },
  {
    because: 'main talks to the data process through its port',
    where: MAIN_WITHOUT_DATA,
    imports: /^main\/data\//,
  },
  {
    because: 'the data process imports shared and itself',
    where: DATA,
    imports: /^(?!package:|shared\/|main\/data\/)/,
  },
  { because: 'the data process runs without Electron', where: DATA, imports: /^package:electron/ },
  {
    because: 'the window imports shared and itself',
    where: /^renderer\//,
    imports: /^(?!package:|shared\/|renderer\/)/,
  },
  {
    because: 'the window has no Node',
    where: /^renderer\//,
    imports: /^package:(node:|electron|fs$|path$|ws$|pg$)/,
  },
  {
    because: 'the hub imports shared and itself',
    where: /^server\//,
    imports: /^(?!package:|shared\/|server\/)/,
  },
  { because: 'the hub has no Electron', where: /^server\//, imports: /^package:(electron|react)/ },
  {
    because: 'only the data process opens SQLite, in db',
    where: PRODUCT,
    except: /^main\/data\/db\//,
    imports: /^package:better-sqlite3/,
  },
  {
    because: 'features are put together by the app',
    where: /^renderer\/(components|data|stores|lib)\//,
    imports: /^renderer\/features\//,
  },
]

const places: readonly Rule[] = [
  {
    because: 'window.desk is reached through desk.ts',
    where: /^renderer\//,
    except: /^renderer\/desk\.ts$/,
    members: /^(window|globalThis)\.desk$/,
  },
  { because: 'ipcMain belongs to ipc', where: /^main\//, except: /^main\/ipc\//, names: /^ipcMain$/ },
  {
    because: 'ipcRenderer belongs to the preload',
    where: PRODUCT,
    except: /^main\/preload\.ts$/,
    names: /^ipcRenderer$/,
  },
  {
    because: 'webContents.send belongs to ipc',
    where: /^main\//,
    except: /^main\/ipc\//,
    members: /(^|\.)webContents\.send$/,
  },
  {
    because: 'the environment is read in one place',
    where: PRODUCT,
    except: /(^|\/)(index|config)\.ts$/,
    members: /^process\.env$/,
  },
  {
    because: 'the environment is read in one place',
    where: PRODUCT,
    except: /(^|\/)(index|config)\.ts$/,
    members: /^import\.meta\.env$/,
  },
  {
    because: 'SQL lives in queries, migrations and db',
    where: PRODUCT,
    except: /^(main\/data\/(db|queries)|server\/db)\//,
    texts: SQL,
  },
  {
    because: 'columns are named',
    where: /^(shared|main|renderer|server|bench)\//,
    texts: /\bselect\s+(\w+\.)?\*/i,
  },
]

const passedIn: readonly Rule[] = [
  {
    because: 'time and chance are passed in',
    where: /^(shared\/|main\/data\/sync\/|server\/sync\/)/,
    members: /^(Date\.now|Math\.random|performance\.now|crypto\.randomUUID)$/,
  },
  {
    because: 'time is passed in',
    where: /^(shared\/|main\/data\/sync\/|server\/sync\/)/,
    names: /^(setTimeout|setInterval|setImmediate)$/,
  },
]

const honesty: readonly Rule[] = [
  {
    because: 'unfinished work is not committed',
    where: /^(?!tests\/support\/architecture\/)/,
    comments: /\b(TODO|FIXME|XXX|HACK)\b/,
  },
  {
    because: 'a switched-off check says why',
    where: /./,
    comments: /(oxlint|eslint)-disable(?!.* -- .{10})/s,
  },
  {
    because: 'a switched-off check says why',
    where: /./,
    comments: /@ts-(ignore|nocheck)|@ts-expect-error(?!\W*\w.{9})/s,
  },
]

export const rules: readonly Rule[] = [...importTable, ...places, ...passedIn, ...honesty]

/** One sentence per broken rule and place. */
export function breaches(facts: SourceFacts, all: readonly Rule[] = rules): readonly string[] {
  return all
    .filter(rule => rule.where.test(facts.path) && !rule.except?.test(facts.path))
    .flatMap(rule => {
      const imports = facts.imports.map(({ from }) => from)
      const hits = [
        ...matching(imports, rule.imports),
        ...matching(facts.members, rule.members),
        ...matching(facts.names, rule.names),
        ...matching(facts.texts, rule.texts),
        ...matching(facts.comments, rule.comments),
      ]
      return [...new Set(hits)].map(hit => `${facts.path}: ${rule.because} (${hit.trim().slice(0, 60)})`)
    })
}

const matching = (values: readonly string[], pattern: RegExp | undefined): readonly string[] =>
  pattern ? values.filter(value => pattern.test(value)) : []

/** A feature importing another: the rule depends on two names, so it is no line of the table. */
export function featureBreaches({ path, imports }: SourceFacts): readonly string[] {
  const own = featureOf(path)
  if (own === undefined) return []
  return imports
    .map(({ from }) => from)
    .filter(from => (featureOf(from) ?? own) !== own || /^renderer\/(app|main|routes)\.tsx?$/.test(from))
    .map(from => `${path}: a feature imports neither another feature nor the app (${from})`)
}

const featureOf = (path: string): string | undefined => /^renderer\/features\/([^/]+)/.exec(path)?.[1]
