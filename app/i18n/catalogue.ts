import { account } from './catalogues/account.ts'
import { admin } from './catalogues/admin.ts'
import { api } from './catalogues/api.ts'
import { apply } from './catalogues/apply.ts'
import { audit } from './catalogues/audit.ts'
import { authoring } from './catalogues/authoring.ts'
import { away } from './catalogues/away.ts'
import { blocks } from './catalogues/blocks.ts'
import { builderChecks } from './catalogues/builder/checks.ts'
import { builderConditions } from './catalogues/builder/conditions.ts'
import { builderDecisionExamples } from './catalogues/builder/decision-examples.ts'
import { builderDraft } from './catalogues/builder/draft.ts'
import { builderFindings } from './catalogues/builder/findings.ts'
import { builderFindingsOfDesign } from './catalogues/builder/findings-of-design.ts'
import { builderFindingsOfPapers } from './catalogues/builder/findings-of-papers.ts'
import { builderFixes } from './catalogues/builder/fixes.ts'
import { builderFlow } from './catalogues/builder/flow.ts'
import { builderForecast } from './catalogues/builder/forecast.ts'
import { builderFormRoom } from './catalogues/builder/form-room.ts'
import { builderForms } from './catalogues/builder/forms.ts'
import { builderMoves } from './catalogues/builder/moves.ts'
import { builderPaste } from './catalogues/builder/paste.ts'
import { builderPeople } from './catalogues/builder/people.ts'
import { builderPieces } from './catalogues/builder/pieces.ts'
import { builderRules } from './catalogues/builder/rules.ts'
import { builderScenarios } from './catalogues/builder/scenarios.ts'
import { builderStandard } from './catalogues/builder/standard.ts'
import { builderSurface } from './catalogues/builder/surface.ts'
import { builderTable } from './catalogues/builder/table.ts'
import { builderTime } from './catalogues/builder/time.ts'
import { builderTogether } from './catalogues/builder/together.ts'
import { builderTrial } from './catalogues/builder/trial.ts'
import { check } from './catalogues/check.ts'
import { comments } from './catalogues/comments.ts'
import { common } from './catalogues/common.ts'
import { derived } from './catalogues/derived.ts'
import { errors } from './catalogues/errors.ts'
import { help } from './catalogues/help.ts'
import { history } from './catalogues/history.ts'
import { moves } from './catalogues/moves.ts'
import { notices } from './catalogues/notices.ts'
import { openData } from './catalogues/open-data.ts'
import { publicPages } from './catalogues/public.ts'
import { register } from './catalogues/register.ts'
import { regulations } from './catalogues/regulations.ts'
import { reviews } from './catalogues/reviews.ts'
import { ruleHelp } from './catalogues/rule-help.ts'
import { shell } from './catalogues/shell.ts'
import { signing } from './catalogues/signing.ts'
import { suggestions } from './catalogues/suggestions.ts'
import { supervise } from './catalogues/supervise.ts'
import { versions } from './catalogues/versions.ts'
import { work } from './catalogues/work.ts'
import type { Locale } from './locale.ts'

/**
 * The words of one area in both languages: flat keys `area.name`, `{{name}}` for what is filled in,
 * `key_one` and `key_other` where the words follow a `count`.
 */
export type Catalogue = Record<Locale, Readonly<Record<string, string>>>

/** Every catalogue of the product. A new area adds its import above and its name here. */
export const catalogues = [
  audit,
  authoring,
  away,
  api,
  builderChecks,
  builderConditions,
  builderDecisionExamples,
  builderDraft,
  builderFindings,
  builderFindingsOfDesign,
  builderFindingsOfPapers,
  builderFixes,
  builderFlow,
  builderForecast,
  builderForms,
  builderMoves,
  builderFormRoom,
  builderPaste,
  builderPeople,
  builderPieces,
  builderRules,
  builderScenarios,
  builderStandard,
  builderSurface,
  builderTable,
  builderTogether,
  builderTime,
  builderTrial,
  check,
  comments,
  reviews,
  suggestions,
  common,
  shell,
  signing,
  blocks,
  derived,
  errors,
  help,
  history,
  moves,
  notices,
  openData,
  publicPages,
  register,
  regulations,
  ruleHelp,
  account,
  admin,
  supervise,
  versions,
  work,
  apply,
] as const

type AnyCatalogue = (typeof catalogues)[number]
type KeysOf<C> = C extends { id: infer M } ? keyof M & string : never
type RawKey = KeysOf<AnyCatalogue>
type Singular<K extends string> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K

/** Every key that `t` takes; an unknown one does not compile. */
export type TranslationKey = Singular<RawKey>

type TextIn<C, K extends string> = C extends { id: { readonly [P in K]: infer T } } ? T : never
type Text<K extends string> = TextIn<AnyCatalogue, K> | TextIn<AnyCatalogue, `${K}_other`>
/** A number may be asked for as its readers write it: `{{max, number}}`. */
type NameOf<P extends string> = P extends `${infer Name}, number` ? Name : P
type Placeholder<T> = T extends `${string}{{${infer Name}}}${infer Rest}` ? NameOf<Name> | Placeholder<Rest> : never

/** What the text of a key asks to be filled in. */
export type Placeholders<K extends string> = Placeholder<Text<K>>
