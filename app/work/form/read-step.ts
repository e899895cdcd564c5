import { type InputProblem, keepableForm } from '#app/read-form.ts'
import type { Result } from '#app/result.ts'
import type { UploadedFile } from '#app/use-cases/files/upload-file.server.ts'
import {
  asksDisposition,
  type Disposition,
  type Facts,
  type Form,
  limits,
  needsReason,
  readFormData,
  readSubmission,
  type Submission,
  type TaskNode,
  withFiles,
  withoutHidden,
} from '#engine'
import { type FormValues, rowsOf, withoutRow } from './form-values.ts'

export type Intent = { kind: 'send' } | { kind: 'draft' } | { kind: 'rows'; focus: string }

export type StepInput = {
  form: Form | null
  /** Null where something is told or put right rather than decided. */
  node: TaskNode | null
  facts: Facts
  /** Without a node: whether a reason has to be given. */
  needsReason?: boolean
  /** Keeps one file; refused with a sentence about it. */
  store(file: File): Promise<Result<UploadedFile>>
}

export type PostedStep = {
  intent: Intent
  /** Made with the form that was drawn: the same key is the same sending. */
  key: string
  uploadKey: string | null
  values: FormValues
  problems: readonly InputProblem[]
  submission: Submission
  /** The submission with contents in place of file ids, which differ from one sending of the same form to the next. */
  sameAs: unknown
}

/** Reads a posted step. Files are stored before anything is judged, so that a refusal loses none of them. */
export async function readStep(
  sent: FormData,
  { form, node, facts, needsReason: asked = false, store }: StepInput,
): Promise<PostedStep> {
  const posted = keepableForm(sent)
  const dropped = new Set(posted.getAll('drop').map(String))
  const entries = [...posted].filter(([, value]) => typeof value !== 'string' || !dropped.has(value))
  const { raw, uploads, errors } = readFormData(form, entries)
  const stored: { path: string; id: string; sha256: string }[] = []
  const problems: InputProblem[] = [...errors]
  const files = keptFiles(posted, dropped)
  for (const { path, file } of uploads) {
    if (fieldAt(form, path)?.kind !== 'file') continue
    const result = await store(file)
    if (result.ok) {
      stored.push({ path, ...result.value })
      files[result.value.id] = { name: result.value.name, bytes: result.value.bytes }
    } else if (result.refusal.code === 'invalid') {
      problems.push(...result.refusal.errors.map(({ code, params }) => ({ path, code, params: { ...params, name: file.name } })))
    } else problems.push({ path, code: 'unknown-file' })
  }
  const base = readValues(posted, entries, form, stored, files)
  const { intent, values } = readIntent(String(posted.get('intent') ?? 'send'), base, form)
  const submission = submissionOf(values, node, facts, form, withFiles(raw, stored))
  const hashed = withFiles(
    raw,
    stored.map(({ path, sha256 }) => ({ path, id: sha256 })),
  )
  return {
    intent,
    key: String(posted.get('key') ?? '').slice(0, 100),
    uploadKey: uploadKeyOf(posted) ?? null,
    values,
    problems: [
      ...problems,
      ...(intent.kind === 'send' ? problemsOf(values, submission, { form, node, facts, needsReason: asked }, problems) : []),
    ],
    submission,
    sameAs: submissionOf(values, node, facts, form, hashed),
  }
}

function fieldAt(form: Form | null, path: string) {
  const [id, , inner] = path.split('.')
  const field = form?.fields.find((one) => one.id === id)
  return field?.kind === 'group' ? field.fields.find((one) => one.id === inner) : field
}

/** Names of kept files come back with the form; they are only shown again to who sent them. */
function keptFiles(posted: FormData, dropped: ReadonlySet<string>): FormValues['files'] {
  const kept = posted.getAll('kept').flatMap((text) => {
    const [id = '', bytes = '', ...name] = String(text).split('|')
    return dropped.has(id) || name.length === 0
      ? []
      : [[id, { name: name.join('|').slice(0, 200), bytes: Number(bytes) || 0 }] as const]
  })
  return Object.fromEntries(kept)
}

function readValues(
  posted: FormData,
  entries: readonly (readonly [string, FormDataEntryValue])[],
  form: Form | null,
  stored: readonly { path: string; id: string }[],
  files: FormValues['files'],
): FormValues {
  const byName = new Map<string, string[]>()
  const add = (name: string, text: string) => byName.set(name, [...(byName.get(name) ?? []), text])
  for (const [name, value] of entries) if (name.startsWith('f.') && typeof value === 'string' && value !== '') add(name, value)
  for (const { path, id } of stored) add(`f.${path}`, id)
  const texts = Object.fromEntries(byName)
  const asked = Object.fromEntries(
    [...posted].flatMap(([name, value]) => {
      const count = Number(value)
      return name.startsWith('rows.') && Number.isInteger(count) && count >= 0 && count <= 50 ? [[name.slice(5), count]] : []
    }),
  )
  return {
    texts,
    rows: rowsOf(form, texts, asked),
    outcome: String(posted.get('outcome') ?? ''),
    reason: String(posted.get('reason') ?? ''),
    assignees: posted.getAll('assignee').map(String),
    instruction: String(posted.get('instruction') ?? ''),
    files,
  }
}

function readIntent(text: string, values: FormValues, form: Form | null): { intent: Intent; values: FormValues } {
  const [verb, group = '', row] = text.split(':')
  const count = values.rows[group]
  const max = form?.fields.flatMap((field) => (field.id === group && field.kind === 'group' ? [field.max] : []))[0]
  if (verb === 'add' && count !== undefined && max !== undefined) {
    const rows = { ...values.rows, [group]: Math.min(max, count + 1) }
    return { intent: { kind: 'rows', focus: `f.${group}.${count}` }, values: { ...values, rows } }
  }
  if (verb === 'remove' && count !== undefined && /^\d{1,2}$/.test(row ?? '')) {
    const texts = withoutRow(values.texts, group, Number(row))
    const rows = rowsOf(form, texts, { ...values.rows, [group]: Math.max(0, count - 1) })
    return { intent: { kind: 'rows', focus: `f.${group}.${Math.max(0, Number(row) - 1)}` }, values: { ...values, texts, rows } }
  }
  return { intent: { kind: verb === 'draft' ? 'draft' : 'send' }, values }
}

function submissionOf(
  values: FormValues,
  node: TaskNode | null,
  facts: Facts,
  form: Form | null,
  raw: Readonly<Record<string, unknown>>,
): Submission {
  const outcomes = node?.outcomes ?? []
  const outcome = outcomes.find(({ id }) => id === values.outcome) ?? (outcomes.length === 1 ? outcomes[0] : undefined)
  const asked = node && outcome && asksDisposition(node, outcome)
  const reason = values.reason.trim()
  return {
    outcome: (outcome?.id ?? values.outcome) as Submission['outcome'],
    data: withoutHidden({ form, raw, facts: withOutcome(facts, node, outcome?.id) }),
    ...(reason === '' ? {} : { reason }),
    ...(asked && (values.assignees.length > 0 || values.instruction.trim() !== '') ? { disposition: dispositionOf(values) } : {}),
  }
}

const withOutcome = (facts: Facts, node: TaskNode | null, outcome: string | undefined): Facts =>
  node === null || outcome === undefined ? facts : { ...facts, outcomes: { ...facts.outcomes, [node.id]: outcome } }

function dispositionOf({ assignees, instruction }: FormValues): Disposition {
  return {
    assignees: assignees.map((one) => {
      const [position = '', person] = one.split('|')
      return { positionId: position, personId: person ?? null } as Disposition['assignees'][number]
    }),
    instruction,
  }
}

/** Everything that is wrong at once, where deciding would stop at the first kind of it. */
function problemsOf(
  values: FormValues,
  submission: Submission,
  { form, node, facts, needsReason: reasonAsked }: Omit<StepInput, 'store'>,
  known: readonly InputProblem[],
): InputProblem[] {
  const outcome = node?.outcomes.find(({ id }) => id === submission.outcome)
  const read = readSubmission({ form, raw: submission.data, facts: withOutcome(facts, node, outcome?.id) })
  const paths = new Set(known.map(({ path }) => path))
  const problems: InputProblem[] = read.ok ? [] : read.errors.filter(({ path }) => !paths.has(path))
  if (node && !outcome) return [...problems, { path: 'outcome', code: 'required' }]
  const spec = node && outcome ? asksDisposition(node, outcome) : null
  if (spec && (values.assignees.length < spec.min || values.assignees.length > spec.max)) {
    problems.push({ path: 'assignee', code: 'count', params: { min: spec.min, max: spec.max } })
  }
  if (spec && values.instruction.trim() === '') problems.push({ path: 'instruction', code: 'required' })
  if (values.instruction.length > limits.sentence)
    problems.push({ path: 'instruction', code: 'too-long', params: { max: limits.sentence } })
  if ((outcome ? needsReason(outcome) : reasonAsked) && submission.reason === undefined)
    problems.push({ path: 'reason', code: 'required' })
  if (values.reason.length > limits.sentence)
    problems.push({ path: 'reason', code: 'too-long', params: { max: limits.sentence } })
  return problems
}

/** A key that was made for the form; anything short could be guessed by another sender. */
export function uploadKeyOf(posted: FormData): string | undefined {
  const value = posted.get('uploadKey')
  return typeof value === 'string' && /^[\w-]{20,100}$/.test(value) ? value : undefined
}
