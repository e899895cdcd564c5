import { type FormView, TextField, typedText } from '#app/account/form-fields.tsx'
import { useT } from '#app/i18n/react.tsx'
import { limits } from '#engine'

/** One more regulation, offered from the register while it is typed; it becomes the last line of the list when saved. */
export function AddCitation({ view, name, citations }: { view: FormView; name: string; citations: readonly string[] }) {
  const t = useT()
  const offered = citations.filter((text) => !typedText(view, name).includes(text))
  if (offered.length === 0) return null
  return (
    <>
      <TextField
        view={view}
        name={`${name}-add`}
        maxLength={limits.sentence}
        list={`peraturan-${name}`}
        help={t('regulations.addHelp')}
        autoComplete="off"
      />
      <datalist id={`peraturan-${name}`}>
        {offered.map((text) => (
          <option key={text} value={text} />
        ))}
      </datalist>
    </>
  )
}
