import type { Format } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { refusalText } from '#app/refusals.ts'
import type { AppRefusal } from '#app/result.ts'
import type { Checked, CodeRefusal } from '#app/use-cases/public/read-checked.server.ts'

/** Whether the paper is in force, and by which act: the one sentence that its holder came for. */
export function verdictSentence(checked: Checked, t: Translate, { civilDate }: Pick<Format, 'civilDate'>): string {
  const { verdict, version, decree, next, ended, comes, correctedOn } = checked
  if (verdict === 'not-set') return t('check.sentence.not-set', { version })
  const act = decree && {
    number: decree.number,
    signedOn: civilDate(decree.signedOn),
    effectiveOn: civilDate(decree.effectiveOn),
  }
  const after = next?.decree && {
    nextNumber: next.decree.number,
    nextSignedOn: civilDate(next.decree.signedOn),
    nextEffectiveOn: civilDate(next.decree.effectiveOn),
  }
  if (act === null) {
    return next
      ? t('check.sentence.supersededByVersion', { version, next: next.version })
      : t('check.sentence.ended', { version })
  }
  switch (verdict) {
    case 'in-force':
    case 'not-yet':
      return t(`check.sentence.${verdict}`, { version, ...act })
    case 'revoked':
    case 'cancelled':
      if (verdict === 'revoked' && ended?.decree && ended.noted)
        return t('check.sentence.revokedNoted', { version, ...act, by: ended.decree.number })
      return ended?.decree
        ? t(`check.sentence.${verdict}`, { version, ...act, by: ended.decree.number, on: civilDate(ended.on) })
        : t(`check.sentence.${verdict}Only`, { version, ...act })
    case 'ending':
    case 'superseded':
      if (verdict === 'ending' && comes) {
        const params = {
          nextNumber: comes.number,
          nextSignedOn: civilDate(comes.signedOn),
          nextEffectiveOn: civilDate(comes.effectiveOn),
        }
        const ends = comes.effect === 'revokes' ? 'endingRevoked' : 'ending'
        return t(`check.sentence.${ends}`, { version, ...act, ...params })
      }
      if (correctedOn && next)
        return t('check.sentence.corrected', { version, ...act, next: next.version, on: civilDate(correctedOn) })
      if (after) return t(`check.sentence.${verdict}`, { version, ...act, ...after })
      return next
        ? t('check.sentence.supersededByVersion', { version, next: next.version })
        : t('check.sentence.ended', { version })
  }
}

/** What is wrong with a code, told apart: a slip of whoever typed it, or a code that nothing here has. */
export function codeProblem(refusal: CodeRefusal, t: Translate): string {
  if (refusal.code === 'not-found') return t('check.problem.unknown')
  const { read } = refusal
  return read.problem === 'letter' ? t('check.problem.letter', { letter: read.letter }) : t(`check.problem.${read.problem}`)
}

/** What is wrong with a file that was sent to be checked. */
export function fileProblem(refusal: AppRefusal, max: string, t: Translate): string {
  if (refusal.code !== 'invalid') return refusalText(refusal, t)
  switch (refusal.errors[0]?.code) {
    case 'file-empty':
      return t('check.file.empty')
    case 'file-too-large':
      return t('check.file.tooLarge', { max })
    case 'not-a-pdf':
      return t('check.file.notPdf')
    default:
      return t('check.file.required')
  }
}

const papers = ['lembar', 'komponen', 'sop', 'sk', 'maklumat'] as const

/** Papers made by a later release may have names that this one has no word for. */
export const isPaperName = (name: string): name is (typeof papers)[number] => papers.some((paper) => paper === name)
