import { Button } from '#app/ui/button.tsx'

type Props = { action: string; label: string; button: string; help: string; query: string | null }

/** One field to search by words; an address of its own for each search, without a script. */
export function SearchForm({ action, label, button, help, query }: Props) {
  return (
    <search>
      <form method="get" action={action} className="catalogue-search">
        <label htmlFor="q">{label}</label>
        <div className="catalogue-search__row">
          <input
            id="q"
            className="input"
            type="search"
            name="q"
            maxLength={200}
            defaultValue={query ?? ''}
            aria-describedby="q-help"
            autoComplete="off"
          />
          <Button variant="primary" icon="search">
            {button}
          </Button>
        </div>
        <p id="q-help">{help}</p>
      </form>
    </search>
  )
}
