import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/arimo/package.json'))

/** A file in the compiler's memory: where it is put, and how a template names it. */
export const inMemory = (name: string) => ({ at: join(fonts, name), path: `/${name}` })

/** One compiler for the process; what it has read and set once it keeps. */
let compiler: NodeCompiler | null = null

export function readyCompiler(): NodeCompiler {
  compiler ??= NodeCompiler.create({
    workspace: fonts,
    fontArgs: [{ fontPaths: [join(fonts, '400Regular'), join(fonts, '700Bold'), join(fonts, '400Regular_Italic')] }],
  })
  return compiler
}
