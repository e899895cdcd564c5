import { useEffect, useState } from 'react'
import { checkDefinition, type Definition, type Finding, type RuleContext } from '#engine'

/** The rules' findings about the draft, a moment after the last change. */
export function useFindings(definition: Definition, context: RuleContext): readonly Finding[] {
  const [findings, setFindings] = useState<readonly Finding[]>(() => checkDefinition(definition, context))
  useEffect(() => {
    const timer = setTimeout(() => setFindings(checkDefinition(definition, context)), 250)
    return () => clearTimeout(timer)
  }, [definition, context])
  return findings
}
