import { useEffect, useState } from 'react'
import { Button } from './button.tsx'
import { VisuallyHidden } from './hidden.tsx'

export type CopyWords = {
  /** On the button, before and after. */
  copy: string
  copied: string
  /** The same with what it is about, for those who listen. */
  name: string
  done: string
  /** Where the browser does not let a page copy: the text is selected, and how to go on. */
  selected: string
}

/** Copies the text of the element `of`. Without scripts there is no button, and the text is there to be selected. */
export function CopyButton({ of, words, onTold }: { of: string; words: CopyWords; onTold(told: string): void }) {
  const [ready, setReady] = useState(false)
  const [copied, setCopied] = useState(false)
  useEffect(() => setReady(true), [])
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 3_000)
    return () => clearTimeout(timer)
  }, [copied])
  if (!ready) return null
  const copy = async () => {
    const done = await copyText(of)
    setCopied(done)
    onTold(done ? words.done : words.selected)
  }
  return (
    <Button type="button" size="small" variant="quiet" icon={copied ? 'check' : 'copy'} onClick={copy}>
      <span aria-hidden="true">{copied ? words.copied : words.copy}</span>
      <VisuallyHidden>{words.name}</VisuallyHidden>
    </Button>
  )
}

async function copyText(id: string): Promise<boolean> {
  const element = document.getElementById(id)
  if (!element) return false
  try {
    await navigator.clipboard.writeText(element.textContent ?? '')
    return true
  } catch {
    // A page without https may not copy.
    getSelection()?.selectAllChildren(element)
    return false
  }
}
