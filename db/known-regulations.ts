import indonesia from '#definitions/regulations/indonesia.json' with { type: 'json' }
import { RegulationFile, type ReplacedRegulation } from '#engine/definition/index.ts'

/** Regulations that others have replaced. */
export const knownRegulations: readonly ReplacedRegulation[] = [indonesia].flatMap((raw) => RegulationFile.parse(raw).regulations)
