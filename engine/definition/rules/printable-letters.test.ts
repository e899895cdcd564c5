import { it } from 'vitest'
import { aDefinition, anEnd, aTask } from '#test/builders/definition.ts'
import { start } from '#test/builders/one-by-one.ts'
import { aFullStandard } from '#test/builders/papers.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { printableLetters } from './printable-letters.ts'

const withActivity = (activity: string) =>
  aDefinition({ nodes: [start(), aTask('apply', { activity }), aTask('process'), anEnd()] })
const found = (letter: string) => [{ code: 'letter-unprintable', params: { letter } }] as const

it('finds what no paper can print', () => {
  verifyRule(printableLetters, {
    accepts: {
      'the example': aDefinition(),
      'marks of Latin letters, signs and fractions': withActivity('Menilai “café” ½ m² ≤ 5 – lihat § 3 → no. 2…'),
      'letters composed of two': withActivity('Memeriksa cafe\u0301'),
    },
    rejects: {
      'a pictograph': [withActivity('Menyerahkan izin 🎉'), [...found('🎉 (U+1F389)')]],
      'a mark that turns the direction': [withActivity('Memeriksa \u202Enizi'), [...found('U+202E')]],
      'a letter of no width': [withActivity('Meme\u200Briksa'), [...found('U+200B')]],
      'letters that run from the right': [withActivity('Memeriksa خدمة'), [...found('خ (U+062E)')]],
      'a title, and the decree that names it': [
        aFullStandard('Izin 服务'),
        ['identity', 'decree'].map((path) => ({ ...found('服 (U+670D)')[0], path })),
      ],
    },
  })
})
