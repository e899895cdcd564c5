import { useEffect, useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { MatrixPages } from '#app/papers/matrix-picture.tsx'
import type { Definition, PaperLayout } from '#engine'
import { useDefinition, useWorld } from './context.tsx'
import { type DrawnDraft, drawDraft } from './draw-draft.ts'
import { findingPlace, findingText } from './finding-text.ts'
import { withTokens } from './try/tokens-drawn.ts'
import { useMarks } from './try/trial-context.tsx'

/** The matrix of the draft, drawn again a moment after each change. Indonesian, as the paper. */
export default function DraftMatrix() {
  const t = useT()
  const definition = useDefinition()
  const marks = useMarks()
  const drawn = useDrawn(definition, useWorld().layout)
  switch (drawn.kind) {
    case 'drawn':
      return (
        <div lang="id">
          <MatrixPages
            sop={drawn.sop}
            drawing={drawn.drawing}
            over={marks ? (picture, page) => withTokens(picture, page, definition, marks) : undefined}
          />
        </div>
      )
    case 'empty':
      return <p className="builder-matrix__said">{t('builder.matrix.empty')}</p>
    case 'undrawable':
      return <Why />
  }
}

function useDrawn(definition: Definition, layout: PaperLayout): DrawnDraft {
  const [drawn, setDrawn] = useState(() => drawDraft(definition, layout))
  useEffect(() => {
    const timer = setTimeout(() => setDrawn(drawDraft(definition, layout)), 200)
    return () => clearTimeout(timer)
  }, [definition, layout])
  return drawn
}

/** What keeps a draft from being drawn: the errors of its flow. */
function Why() {
  const t = useT()
  const definition = useDefinition()
  const { findings } = useWorld()
  const errors = findings.filter(({ severity }) => severity === 'error')
  return (
    <div className="builder-matrix__said">
      <p>{t('builder.matrix.undrawable')}</p>
      <ul>
        {errors.map((finding) => (
          <li key={JSON.stringify(finding)}>
            {[findingPlace(finding, definition, t), findingText(finding, definition, t)].filter(Boolean).join(': ')}
          </li>
        ))}
      </ul>
    </div>
  )
}
