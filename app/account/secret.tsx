import type { ReactNode } from 'react'
import { Banner } from '#app/ui/banner.tsx'
import { Input } from '#app/ui/input.tsx'

/** Something that is shown once: in a field, so that it can be selected whole. */
export function Secret({ title, value, children }: { title: string; value: string; children?: ReactNode }) {
  return (
    <Banner tone="success" role="status" title={title}>
      {children && <p>{children}</p>}
      <Input readOnly value={value} aria-label={title} id="secret" />
    </Banner>
  )
}
