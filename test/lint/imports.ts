import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import ts from 'typescript'

export const root = join(import.meta.dirname, '../..')

export type SourceFile = { path: string; text: string }
export type Import = { file: string; line: number; target: string }

/** Sources below the folders, by path from the root; tests are free to import everything. */
export function sources(...folders: string[]): SourceFile[] {
  return folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name) && !/\.(test|bench)\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }))
}

/** Every import of a file, type-only and dynamic ones too; ours as a path from the root, others by name. */
export function importsOf({ path, text }: SourceFile): Import[] {
  const tree = parse({ path, text })
  const found: Import[] = []
  const visit = (node: ts.Node) => {
    const specifier = specifierOf(node)
    if (specifier) {
      const line = tree.getLineAndCharacterOfPosition(specifier.getStart(tree)).line + 1
      found.push({ file: path, line, target: resolve(path, specifier.text) })
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

export const parse = ({ path, text }: SourceFile) =>
  ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS)

function specifierOf(node: ts.Node): ts.StringLiteralLike | null {
  if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
    return ts.isStringLiteralLike(node.moduleSpecifier) ? node.moduleSpecifier : null
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return textArgument(node)
  if (ts.isCallExpression(node) && /^(require|import\.meta\.glob)$/.test(node.expression.getText())) return textArgument(node)
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteralLike(node.argument.literal)) {
    return node.argument.literal
  }
  return null
}

function textArgument(call: ts.CallExpression): ts.StringLiteralLike | null {
  const [first] = call.arguments
  return first && ts.isStringLiteralLike(first) ? first : null
}

function resolve(from: string, specifier: string): string {
  if (specifier === '#engine') return 'engine/index.ts'
  if (specifier.startsWith('#')) return specifier.slice(1)
  if (specifier.startsWith('/')) return specifier.slice(1)
  return specifier.startsWith('.') ? posix.normalize(posix.join(dirname(from), specifier)) : specifier
}
