import { type ReactNode, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useLocale } from '#app/i18n/react.tsx'
import { useSite } from '#app/ui/site.ts'
import site from '#app/ui/styles/site.css?url'
import work from '#app/work/work.css?url'

type Props = { title: string; width: number; children: ReactNode }

/**
 * A page in a window of its own width, so that what asks for the width of the window answers as it will there. Where there
 * is less room the whole is drawn smaller, never narrower.
 */
export function FramedPage({ title, width, children }: Props) {
  const locale = useLocale()
  const { theme } = useSite()
  const place = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLIFrameElement>(null)
  const [body, setBody] = useState<HTMLElement | null>(null)
  const [room, setRoom] = useState({ width: 0, height: 0 })
  useEffect(() => {
    const element = place.current
    if (element === null) return
    const watch = new ResizeObserver(([entry]) => entry && setRoom(entry.contentRect))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  const scale = room.width === 0 ? 1 : Math.min(1, room.width / width)
  const page = `<!doctype html><html lang="${locale}"${theme ? ` data-theme="${theme}"` : ''}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="${site}"><link rel="stylesheet" href="${work}"></head><body style="padding:1rem"></body></html>`
  return (
    <div ref={place} className="framed-page">
      <iframe
        ref={frame}
        title={title}
        srcDoc={page}
        className="framed-page__window"
        style={{
          width,
          height: room.height / scale,
          transform: `scale(${scale})`,
          marginInlineStart: (room.width - width * scale) / 2,
        }}
        onLoad={() => setBody(frame.current?.contentDocument?.body ?? null)}
      />
      {body && createPortal(children, body)}
    </div>
  )
}
