import type { FormView } from '#app/account/form-fields.tsx'
import { useT } from '#app/i18n/react.tsx'
import { Banner } from '#app/ui/banner.tsx'
import type { WordsConflict, WordsPage } from './words-page.ts'

/** Where the two texts differ: what a colleague saved beside what was typed here. */
export function Differences({
  page,
  conflict,
  labels,
}: {
  page: WordsPage
  conflict: WordsConflict
  labels: FormView['labels']
}) {
  const t = useT()
  const names = Object.keys(labels).filter((name) => tidy(conflict.typed[name]) !== tidy(page.words[name]))
  return (
    <Banner tone="warning" role="alert" title={t('authoring.words.conflict')}>
      <p>{t('authoring.words.conflictText')}</p>
      {names.map((name) => (
        <div key={name} className="authoring-diff">
          <p className="authoring-diff__name">
            <a href={`#words-${name}`}>{labels[name]}</a>
          </p>
          <div>
            <p className="small muted">{t('authoring.words.theirs')}</p>
            <pre>{page.words[name] || '–'}</pre>
          </div>
          <div>
            <p className="small muted">{t('authoring.words.yours')}</p>
            <pre>{tidy(conflict.typed[name]) || '–'}</pre>
          </div>
        </div>
      ))}
    </Banner>
  )
}

const tidy = (value: string | readonly string[] | undefined) =>
  String(value ?? '')
    .replaceAll('\r\n', '\n')
    .trim()
