import { useEffect, useState } from 'react'
import { checkDefinition, type Definition, type Finding } from '#engine'
import type { PositionChoice } from './context.tsx'

/** The rules' findings about the draft, a moment after the last change. */
export function useFindings(definition: Definition, positions: readonly PositionChoice[]): readonly Finding[] {
  const [findings, setFindings] = useState<readonly Finding[]>(() => checkDefinition(definition, { positions }))
  useEffect(() => {
    const timer = setTimeout(() => setFindings(checkDefinition(definition, { positions })), 250)
    return () => clearTimeout(timer)
  }, [definition, positions])
  return findings
}
