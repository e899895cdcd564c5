import { useMemo } from 'react'
import { type PartReadiness, readinessOf } from '#engine'
import { useDefinition, useWorld } from '../context.tsx'
import { useChecks } from './context.ts'

/** How far each part of the draft is, as it was last checked; null before that. */
export function useReadiness(): readonly PartReadiness[] | null {
  const definition = useDefinition()
  const { findings } = useWorld()
  const { isDone, context } = useChecks()
  return useMemo(() => (isDone ? readinessOf(definition, context, findings) : null), [definition, context, findings, isDone])
}
