import { posix } from 'node:path'
import { type ESTree, Visitor, parseSync } from 'vite'

export type Source = { readonly path: string; readonly text: string }

export type Import = { readonly from: string; readonly isTypeOnly: boolean }

/** What the rules look at: read from the syntax tree, so that comments and look-alikes in strings never count. */
export type SourceFacts = {
  readonly path: string
  readonly lines: number
  /** Resolved: `shared/clock.ts` for files of the project, `package:zod` for everything else. */
  readonly imports: readonly Import[]
  /** Dotted member accesses such as `Date.now` or `window.webContents.send`. */
  readonly members: readonly string[]
  /** Names that are read or called, such as `setTimeout`. */
  readonly names: readonly string[]
  /** String literals and the fixed parts of templates. */
  readonly texts: readonly string[]
  readonly comments: readonly string[]
}

/** Reads one source; throws when it cannot be parsed, because an unread file would pass every rule. */
export function factsOf({ path, text }: Source): SourceFacts {
  const { program, comments, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`)
  const facts = {
    imports: new Map<string, Import>(),
    members: [] as string[],
    names: [] as string[],
    texts: [] as string[],
  }
  const addImport = (specifier: string, isTypeOnly: boolean): void => {
    const from = resolveImport(path, specifier)
    const earlier = facts.imports.get(from)
    facts.imports.set(from, { from, isTypeOnly: isTypeOnly && (earlier?.isTypeOnly ?? true) })
  }
  new Visitor({
    ImportDeclaration: node => addImport(node.source.value, node.importKind === 'type'),
    ExportAllDeclaration: node => addImport(node.source.value, node.exportKind === 'type'),
    ExportNamedDeclaration: node => node.source && addImport(node.source.value, node.exportKind === 'type'),
    ImportExpression: node => addImport(literalOf(node.source), false),
    CallExpression: node => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'require' && node.arguments[0])
        addImport(literalOf(node.arguments[0]), false)
    },
    MemberExpression: node => facts.members.push(dottedName(node)),
    Identifier: node => facts.names.push(node.name),
    Literal: node => typeof node.value === 'string' && facts.texts.push(node.value),
    TemplateElement: node => facts.texts.push(node.value.cooked ?? node.value.raw),
  }).visit(program)
  return {
    path,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    imports: [...facts.imports.values()],
    members: facts.members,
    names: facts.names,
    texts: facts.texts,
    comments: comments.map(comment => comment.value),
  }
}

/** An import whose target is computed cannot be checked, so it gets a name that every rule refuses. */
function literalOf(node: ESTree.Node): string {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : 'computed'
}

function resolveImport(importer: string, specifier: string): string {
  if (!specifier.startsWith('.')) return `package:${specifier}`
  return posix.join(posix.dirname(importer), specifier.replace(/\?.*$/, ''))
}

function dottedName(node: ESTree.Node): string {
  if (node.type === 'Identifier') return node.name
  if (node.type !== 'MemberExpression') return '?'
  const property =
    node.property.type === 'Identifier' && !node.computed ? node.property.name : literalOf(node.property)
  return `${dottedName(node.object)}.${property}`
}
