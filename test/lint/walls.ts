import ts from 'typescript'
import { type Import, importsOf, parse, type SourceFile } from './imports.ts'

type Wall = { from: RegExp; mayNot: RegExp; because: string }

const pages = /^app\/(public|authoring|work|admin|account|api|papers)\//
const routes = /^app\/(use-cases|public|authoring|work|admin|account|api|papers)\//

/** Who may import whom; the second net under the linter's rules. */
export const walls: readonly Wall[] = [
  {
    from: /^engine\//,
    mayNot: /^(app|db|definitions|test)\/|^node:|^(react|react-dom|drizzle-orm|pg|hono)(\/|$)|^@remix-run\/|^@electric-sql\//,
    because: 'the engine is pure',
  },
  { from: /^db\//, mayNot: /^(app|test)\/|^react(-dom)?(\/|$)|^@remix-run\//, because: 'db knows the engine only' },
  { from: pages, mayNot: /^(db|definitions|test)\/|^drizzle-orm(\/|$)|^pg$/, because: 'pages go through a use case' },
  { from: /^app\/ui\//, mayNot: /^(db|definitions|test|engine)\//, because: 'the design system has no domain words' },
  { from: /^app\/ui\//, mayNot: routes, because: 'the design system has no domain words' },
  { from: /^app\//, mayNot: /^(definitions|test)\//, because: 'definitions come through db' },
]

export function breaches(file: SourceFile): string[] {
  return importsOf(file).flatMap((found) =>
    walls.filter(({ from, mayNot }) => from.test(found.file) && mayNot.test(found.target)).map((wall) => tell(found, wall)),
  )
}

const tell = ({ file, line, target }: Import, { because }: Wall) => `${file}:${line} imports ${target}: ${because}`

/** Time, chance and surroundings come into the engine with the command. */
const impure = new Set(['Date.now', 'Math.random', 'Temporal.Now', 'performance.now'])
const surroundings = new Set(['process', 'fetch', 'crypto', 'performance', 'setTimeout', 'setInterval', 'globalThis'])

export function impurities(file: SourceFile): string[] {
  const tree = parse(file)
  const found: string[] = []
  const report = (node: ts.Node, what: string) =>
    found.push(`${file.path}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1} uses ${what}`)
  const visit = (node: ts.Node) => {
    if (ts.isPropertyAccessExpression(node) && impure.has(node.getText(tree))) report(node, node.getText(tree))
    if (ts.isNewExpression(node) && node.expression.getText(tree) === 'Date' && !node.arguments?.length)
      report(node, 'new Date()')
    if (ts.isCallExpression(node) && node.expression.getText(tree) === 'Date') report(node, 'Date()')
    if (ts.isIdentifier(node) && surroundings.has(node.text) && isFree(node)) report(node, node.text)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

/** A name of its own, not a property, a key or something declared here under the same name. */
function isFree(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return true
  return ts.isTypeOfExpression(parent) || ts.isElementAccessExpression(parent)
}

const dangerous: readonly [RegExp, string][] = [
  [/\bsql\.raw\s*\(/, 'sql.raw'],
  [/\bdangerouslySetInnerHTML\b/, 'dangerouslySetInnerHTML'],
  [/\beval\s*\(/, 'eval'],
  [/\bnew Function\s*\(/, 'new Function'],
  [/@ts-(ignore|expect-error|nocheck)/, 'a silenced type error'],
  [/(biome|eslint)-(ignore|disable)/, 'a silenced lint'],
]

export function dangers({ path, text }: SourceFile): string[] {
  return dangerous.filter(([pattern]) => pattern.test(text)).map(([, name]) => `${path} holds ${name}`)
}
