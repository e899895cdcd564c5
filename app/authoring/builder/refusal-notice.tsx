import { useEffect, useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { EditRefusal } from '#engine'
import { useBuilder, useDefinition } from './context.tsx'
import { numberedName } from './names.ts'

/** Why an edit was not taken, for some seconds; also said to those who listen. */
export function RefusalNotice() {
  const t = useT()
  const notice = useBuilder((state) => state.notice)
  const definition = useDefinition()
  const [gone, setGone] = useState(0)
  const turn = notice?.turn ?? 0
  useEffect(() => {
    const timer = setTimeout(() => setGone(turn), 7000)
    return () => clearTimeout(timer)
  }, [turn])
  const shown = notice !== null && gone !== turn && notice.refusal?.code !== 'invalid'
  const text = notice?.refusal ? refusalText(notice.refusal) : (notice?.text ?? '')
  return (
    <div className="notice-place" role="status">
      {shown && text !== '' && (
        <p className="notice">
          <Icon name="info" small />
          {text}
        </p>
      )}
    </div>
  )

  function refusalText(refusal: EditRefusal): string {
    switch (refusal.code) {
      case 'lane-in-use':
        return t('builder.refusal.lane-in-use', { steps: refusal.nodes.map((id) => numberedName(definition, id, t)).join(', ') })
      case 'too-many':
        return t('builder.refusal.too-many', { max: refusal.max })
      case 'has-exit':
      case 'no-way-into-start':
      case 'no-way-out-of-end':
      case 'cannot-insert':
      case 'duplicate-id':
      case 'invalid':
        return t(`builder.refusal.${refusal.code}`)
      default:
        return t('builder.refusal.gone')
    }
  }
}
