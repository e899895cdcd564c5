import { FormErrors, type FormView, LongField } from '#app/account/form-fields.tsx'
import { useT } from '#app/i18n/react.tsx'
import type { Typed } from '#app/read-form.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import type { SharedBlock } from '#app/use-cases/definitions/shared-blocks.server.ts'
import { type BlockKey, type ComplaintChannel, type Contact, officialHeadings } from '#engine'
import { ChannelRows } from './words-channels.tsx'
import { channelWords } from './words-form.ts'
import { useChannelLabels } from './words-labels.ts'
import { linesOf } from './words-lines.ts'

type Page = { agencyId: string; mayEdit: boolean; contacts: readonly Contact[] }
type Props = { block: SharedBlock; page: Page; viewOf(key: BlockKey, initial: Typed): FormView }

const tones = { same: 'success', older: 'warning', own: 'neutral', empty: 'neutral' } as const

/** One shared part: its text, and the standards that say it, an older text of it, or something of their own. */
export function BlockCard({ block, page, viewOf }: Props) {
  const t = useT()
  const { key, revision, text } = block
  const rows = text.length + 2
  const channels = useChannelLabels(rows)
  const isChannels = key === 'complaints'
  const words: Typed = isChannels ? channelWords(text as ComplaintChannel[]) : { text: linesOf(text as string[]) }
  const plain = viewOf(key, words)
  const view = isChannels ? { ...plain, labels: { ...plain.labels, ...channels } } : plain
  return (
    <Card id={`blok-${key}`} title={isChannels ? t('blocks.channels') : officialHeadings[key]}>
      <FormErrors view={view} />
      <form method="post" className="form form--wide">
        <input type="hidden" name="block" value={key} />
        <input type="hidden" name="revision" value={revision} />
        <fieldset disabled={!page.mayEdit} className="authoring-words">
          {isChannels ? (
            <ChannelRows view={view} count={rows} contacts={page.contacts} />
          ) : (
            <LongField view={view} name="text" rows={Math.max(3, text.length + 1)} help={t('authoring.words.perLine')} />
          )}
        </fieldset>
        {page.mayEdit && (
          <div className="form__actions">
            <Button name="form" value="save" icon="save">
              {t('blocks.save')}
            </Button>
          </div>
        )}
      </form>
      {revision > 0 && <Standards block={block} page={page} />}
    </Card>
  )
}

function Standards({ block: { key, standards }, page }: Pick<Props, 'block' | 'page'>) {
  const t = useT()
  const open = standards.filter(({ standing }) => standing !== 'same')
  if (standards.length === 0) return <p className="muted">{t('blocks.noStandards')}</p>
  if (open.length === 0) return <p>{t('blocks.allSame', { count: standards.length })}</p>
  return (
    <form method="post" className="stack">
      <input type="hidden" name="block" value={key} />
      <fieldset disabled={!page.mayEdit} className="block-standards">
        <legend>{t('blocks.others', { count: open.length, all: standards.length })}</legend>
        <ul>
          {open.map(({ slug, title, standing }) => (
            <li key={slug}>
              <Checkbox name="standards[]" value={slug} defaultChecked={standing === 'older'} label={title} />
              <Badge tone={tones[standing]}>{t(`blocks.standing.${standing}`)}</Badge>
            </li>
          ))}
        </ul>
      </fieldset>
      {page.mayEdit && (
        <div className="form__actions">
          <Button name="form" value="offer">
            {t('blocks.offer')}
          </Button>
          <p className="muted small">{t('blocks.offerHelp')}</p>
        </div>
      )}
    </form>
  )
}
