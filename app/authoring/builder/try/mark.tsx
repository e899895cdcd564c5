import { useT } from '#app/i18n/react.tsx'
import type { NodeId } from '#engine'
import { useMark } from './trial-context.tsx'

/** The token of the play where it stands, and a small tick where it has been, with the round that is counted. */
export function PlayMark({ node }: { node: NodeId }) {
  const t = useT()
  const mark = useMark(node)
  if (mark === null) return null
  const kind = mark.stuck ? 'stuck' : mark.here > 0 ? 'here' : 'been'
  const round = mark.round > 1 ? `, ${t('builder.try.mark.round', { round: mark.round })}` : ''
  return (
    <span className="play-mark" data-kind={kind} title={`${t(`builder.try.mark.${kind}`)}${round}`}>
      <span className="visually-hidden">{`${t(`builder.try.mark.${kind}`)}${round}`}</span>
      {mark.round > 1 && (
        <span className="play-mark__round" aria-hidden="true">
          {mark.round}
        </span>
      )}
    </span>
  )
}
