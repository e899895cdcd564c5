import type { MetaFunction } from '@remix-run/node'
import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { useT } from './i18n/react.tsx'
import { translator } from './i18n/translator.ts'
import { LinkButton } from './ui/button.tsx'
import { localeOfMatches, useSite } from './ui/site.ts'

const known = [400, 403, 404, 409, 429, 500, 503] as const
type Known = (typeof known)[number]

function statusOf(error: unknown): Known {
  if (!isRouteErrorResponse(error)) return 500
  const { status } = error
  return known.find((code) => code === status) ?? (status >= 500 ? 500 : 400)
}

/** Title of a layout's pages: the product's name, or what went wrong. */
export const titleOrError: MetaFunction = ({ error, matches }) => {
  const t = translator(localeOfMatches(matches))
  const name = t('shell.product')
  return [{ title: !error ? name : `${t(`shell.error.${statusOf(error)}.title`)} · ${name}` }]
}

/** What a reader sees when a page cannot be shown: what it means and where to go, never what broke inside. */
export function ErrorPage({ status }: { status?: Known }) {
  const t = useT()
  const { requestId } = useSite()
  const error = useRouteError()
  const code = status ?? statusOf(error)
  return (
    <article className="error-page">
      <p className="error-page__code">{code}</p>
      <h1>{t(`shell.error.${code}.title`)}</h1>
      <p className="error-page__text">{t(`shell.error.${code}.text`)}</p>
      <div className="cluster">
        <LinkButton variant="primary" href="/">
          {t('shell.error.home')}
        </LinkButton>
        <LinkButton variant="quiet" href="/bantuan">
          {t('shell.help')}
        </LinkButton>
      </div>
      {code >= 500 && requestId && <p className="error-page__reference">{t('shell.error.reference', { id: requestId })}</p>}
    </article>
  )
}
