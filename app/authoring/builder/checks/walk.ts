import { useCallback } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { partOf } from '#engine'
import { useWorld } from '../context.tsx'
import { findingPlace, findingText } from '../finding-text.ts'
import { useGoTo } from './go-to.ts'
import { keyOf } from './messages.ts'
import { byPart, worstFirst } from './order.ts'
import { placeOf } from './place.ts'

/** Leads from one finding to the next as they are listed, and round again; what stands on another page is only told. */
export function useWalk(): (by: 1 | -1) => void {
  const t = useT()
  const { store, findings } = useWorld()
  const goTo = useGoTo()
  return useCallback(
    (by) => {
      const { history, problem, say, atProblem } = store.getState()
      const list = byPart(worstFirst(findings)).flatMap((group) => group.findings)
      const definition = history.present
      if (list.length === 0) return say(t('builder.checks.none'))
      const at = list.findIndex((finding) => keyOf(finding) === problem)
      const next = (at === -1 && by === -1 ? list.length - 1 : at + by + list.length) % list.length
      const finding = list[next]
      if (!finding) return
      atProblem(keyOf(finding))
      const place = placeOf(finding, definition)
      if (place.kind !== 'page') goTo(finding)
      const where = findingPlace(finding, definition, t) ?? t(`builder.part.${partOf(finding)}`)
      say(t('builder.checks.at', { n: next + 1, of: list.length, place: where, text: findingText(finding, definition, t) }))
    },
    [store, findings, goTo, t],
  )
}
