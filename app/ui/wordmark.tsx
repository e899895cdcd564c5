import { useT } from '#app/i18n/react.tsx'

export function Wordmark({ href = '/' }: { href?: string }) {
  const t = useT()
  return (
    <a className="wordmark" href={href}>
      <svg className="wordmark__mark" viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="7" />
        <path d="M9 8h9a5 5 0 0 1 2.6 9.3A5.4 5.4 0 0 1 18 24H9V8Zm4 3.4v3.4h4.4a1.7 1.7 0 0 0 0-3.4H13Zm0 6.4v2.8h5a1.4 1.4 0 0 0 0-2.8h-5Z" />
      </svg>
      {t('shell.product')}
    </a>
  )
}
