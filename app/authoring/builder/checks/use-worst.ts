import { useMemo } from 'react'
import { useDefinition, useWorld } from '../context.tsx'
import { worstOfSteps } from './order.ts'

/** Of each step what weighs most of what was found of it. */
export function useWorst() {
  const definition = useDefinition()
  const { findings } = useWorld()
  return useMemo(() => worstOfSteps(findings, definition), [findings, definition])
}
