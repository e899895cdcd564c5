import { RegulationFile, type ReplacedRegulation } from '#engine/definition/index.ts'

/** The shipped register, bundled: production reads no folder. */
const files = import.meta.glob<unknown>('../definitions/regulations/*.json', { import: 'default', eager: true })

/** Regulations that others have replaced. */
export const knownRegulations: readonly ReplacedRegulation[] = Object.values(files).flatMap(
  (raw) => RegulationFile.parse(raw).regulations,
)
