import { createElement, type ReactElement } from 'react'
import type { SvgElement } from '#engine/papers/index.ts'

/** A drawing of the engine as React draws it. */
export function drawn({ name, attributes, children }: SvgElement, key?: number): ReactElement {
  const inside = children.map((child, place) => (typeof child === 'string' ? child : drawn(child, place)))
  return createElement(name, { ...attributes, key }, ...(inside.length > 0 ? [inside] : []))
}
