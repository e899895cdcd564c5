import { useLocation } from '@remix-run/react'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { useSite } from './site.ts'

/** Language and appearance, each a plain form that leads back to this page. */
export function Preferences() {
  const t = useT()
  const locale = useLocale()
  const { theme } = useSite()
  return (
    <div className="preferences no-print">
      <Segments
        label={t('shell.language')}
        name="lang"
        chosen={locale}
        options={[
          { value: 'id', label: 'Indonesia', lang: 'id' },
          { value: 'en', label: 'English', lang: 'en' },
        ]}
      />
      <Segments
        label={t('shell.theme')}
        name="theme"
        chosen={theme ?? 'system'}
        options={[
          { value: 'system', label: t('shell.theme.system') },
          { value: 'light', label: t('shell.theme.light') },
          { value: 'dark', label: t('shell.theme.dark') },
        ]}
      />
    </div>
  )
}

type Segment = { value: string; label: string; lang?: string }

function Segments({
  label,
  name,
  chosen,
  options,
}: {
  label: string
  name: string
  chosen: string
  options: readonly Segment[]
}) {
  const { pathname, search } = useLocation()
  return (
    <form method="post" action="/preferensi">
      <input type="hidden" name="ke" value={pathname + search} />
      <fieldset className="segments" aria-label={label}>
        {options.map((option) => (
          <button
            key={option.value}
            type="submit"
            className="segments__button"
            name={name}
            value={option.value}
            lang={option.lang}
            aria-pressed={option.value === chosen}
          >
            {option.label}
          </button>
        ))}
      </fieldset>
    </form>
  )
}
