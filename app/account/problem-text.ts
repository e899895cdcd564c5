import { formatter } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { Translate } from '#app/i18n/translator.ts'
import type { InputProblem } from '#app/read-form.ts'
import { inputErrorText } from '#app/refusals.ts'
import { legacyColumns } from '#app/use-cases/register/legacy-columns.ts'
import type { InputErrorCode } from '#engine'

const inputCodes = {
  required: true,
  'must-be-yes': true,
  'wrong-type': true,
  'too-long': true,
  'too-few': true,
  'too-many': true,
  'too-small': true,
  'too-large': true,
  'not-an-option': true,
  duplicate: true,
  'bad-date': true,
  'bad-time': true,
  'bad-nik': true,
  'bad-nip': true,
  'bad-phone': true,
  'bad-email': true,
  'bad-link': true,
  'bad-letter-number': true,
  'unknown-field': true,
  'hidden-field': true,
  'unknown-file': true,
} as const satisfies Record<InputErrorCode, true>

/** Codes of accounts, administration and authoring; their sentences stand in those catalogues. */
const ownCodes = {
  'too-short': 'account.error.too-short',
  'wrong-credentials': 'account.error.wrong-credentials',
  'wrong-password': 'account.error.wrong-password',
  'passwords-differ': 'account.error.passwords-differ',
  'email-taken': 'account.error.email-taken',
  'person-disabled': 'account.error.person-disabled',
  'needs-foothold': 'account.error.needs-foothold',
  'not-yourself': 'account.error.not-yourself',
  'id-taken': 'account.error.id-taken',
  'unknown-zone': 'account.error.unknown-zone',
  'superior-loop': 'account.error.superior-loop',
  'acting-needs-an-end': 'account.error.acting-needs-an-end',
  'acting-needs-a-letter': 'account.error.acting-needs-a-letter',
  'acting-too-long': 'account.error.acting-too-long',
  'away-already': 'account.error.away-already',
  'lent-in-that-time': 'account.error.lent-in-that-time',
  'lent-to-oneself': 'account.error.lent-to-oneself',
  'day-is-past': 'account.error.day-is-past',
  'away-too-long': 'account.error.away-too-long',
  'ends-before-it-begins': 'account.error.ends-before-it-begins',
  'holds-already': 'account.error.holds-already',
  'day-is-free-already': 'account.error.day-is-free-already',
  'unit-in-use': 'account.error.unit-in-use',
  'bad-hours': 'account.error.bad-hours',
  'closes-before-it-opens': 'account.error.closes-before-it-opens',
  'hours-overlap': 'account.error.hours-overlap',
  'line-columns': 'account.error.line-columns',
  'line-date': 'account.error.line-date',
  'line-kind': 'account.error.line-kind',
  'line-twice': 'account.error.line-twice',
  'line-too-long': 'account.error.line-too-long',
  'needs-a-letter': 'account.error.needs-a-letter',
  'letter-unprintable': 'account.error.letter-unprintable',
  'place-taken': 'account.error.place-taken',
  'emblem-too-large': 'account.error.emblem-too-large',
  'emblem-kind': 'account.error.emblem-kind',
  'emblem-damaged': 'account.error.emblem-damaged',
  'file-empty': 'account.error.file-empty',
  'name-taken': 'account.error.name-taken',
  'no-serial': 'account.error.no-serial',
  'two-serials': 'account.error.two-serials',
  'unknown-token': 'account.error.unknown-token',
  'stray-brace': 'account.error.stray-brace',
  'in-future': 'authoring.error.in-future',
  'list-kind': 'register.error.list-kind',
  'list-too-large': 'register.error.list-too-large',
  'no-such-serial': 'register.error.no-such-serial',
  'no-letter-left': 'register.error.no-letter-left',
  'before-neighbour': 'register.error.before-neighbour',
  'after-neighbour': 'register.error.after-neighbour',
  'before-signing': 'authoring.error.before-signing',
  'too-far': 'authoring.error.too-far',
  'none-chosen': 'authoring.error.none-chosen',
  'not-standing': 'authoring.error.not-standing',
  'before-last-number': 'authoring.error.before-last-number',
  'no-office-then': 'authoring.error.no-office-then',
  'may-not-sign': 'authoring.error.may-not-sign',
  'unknown-series': 'authoring.error.unknown-series',
  taken: 'authoring.error.taken',
  'bad-slug': 'authoring.error.bad-slug',
  'bad-tariff': 'authoring.error.bad-tariff',
  'needs-a-number': 'regulations.error.needs-a-number',
  'definition-too-large': 'authoring.error.definition-too-large',
  'definition-not-json': 'authoring.error.definition-not-json',
  'definition-newer': 'authoring.error.definition-newer',
  'definition-wrong': 'authoring.error.definition-wrong',
} as const

/** One cell of a list of numbers; each names its row and column. */
const rowCodes = {
  'row-required': 'register.error.row-required',
  'row-too-long': 'register.error.row-too-long',
  'row-letter': 'register.error.row-letter',
  'row-date': 'register.error.row-date',
  'row-future': 'register.error.row-future',
  'row-option': 'register.error.row-option',
  'row-reason': 'register.error.row-reason',
  'row-twice': 'register.error.row-twice',
  'row-taken': 'register.error.row-taken',
  'row-serial': 'register.error.row-serial',
  'row-year': 'register.error.row-year',
  'row-place': 'register.error.row-place',
  'row-more': 'register.error.row-more',
} as const
const rowParams = { row: '', max: '', options: '', other: '', year: '', pattern: '', number: '', count: '' }
const isRowCode = (code: string): code is keyof typeof rowCodes => Object.hasOwn(rowCodes, code)

const isInputCode = (code: string): code is InputErrorCode => Object.hasOwn(inputCodes, code)
const isOwnCode = (code: string): code is keyof typeof ownCodes => Object.hasOwn(ownCodes, code)

/** The sentence about one wrong field; a code without one says that the field cannot be read. */
export function problemText(problem: InputProblem, label: string, t: Translate, locale: Locale): string {
  const { code, params } = problem
  const last = params?.last === undefined ? '' : formatter(locale).civilDate(String(params.last))
  if (isRowCode(code)) {
    const column = legacyColumns.find((one) => one === params?.column)
    return t(rowCodes[code], { ...rowParams, ...params, column: column ? t(`register.column.${column}`) : '' })
  }
  if (isOwnCode(code))
    return t(ownCodes[code], {
      ...{ field: label, min: params?.min ?? '', max: params?.max ?? '', line: params?.line ?? '', last },
      place: params?.place ?? '',
    })
  return inputErrorText({ code: isInputCode(code) ? code : 'wrong-type', params }, label, t)
}
