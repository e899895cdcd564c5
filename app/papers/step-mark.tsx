import type { StepMark as Mark } from '#engine/papers/index.ts'

const shapes = {
  capsule: <rect x="1" y="4" width="30" height="12" rx="6" />,
  box: <rect x="1" y="3" width="30" height="14" />,
  diamond: <path d="M16 1 31 10 16 19 1 10Z" />,
} as const
const names = { capsule: 'awal atau akhir', box: 'proses', diamond: 'keputusan' } as const

/** A symbol of the SOP matrix (domain 2.3) in the cell of its lane. */
export function StepMark({ mark }: { mark: Mark }) {
  return (
    <svg className="step-mark" viewBox="0 0 32 20" role="img" aria-label={names[mark]}>
      {shapes[mark]}
    </svg>
  )
}
