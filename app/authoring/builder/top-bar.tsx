import { useT } from '#app/i18n/react.tsx'
import { Badge, StatusBadge } from '#app/ui/badge.tsx'
import { Button, IconButton, LinkButton } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { type Definition, partChangesBetween } from '#engine'
import { useActions } from './actions.ts'
import { CheckCount } from './checks/check-count.tsx'
import { ReadinessButton } from './checks/readiness-button.tsx'
import { useBuilder, useDefinition, useWorld } from './context.tsx'
import { SightBar } from './sight-bar.tsx'
import type { SaveState } from './store.ts'
import { Presence } from './together/presence.tsx'

type Props = {
  home: string
  agencyName: string
  number: number
  status: string
  suggesting: boolean
  maySuggest: boolean
  onSave(): void
  onCommands(): void
}

/** Title, state and the acts on the whole draft. */
export function TopBar({ home, agencyName, number, status, suggesting, maySuggest, onSave, onCommands }: Props) {
  const t = useT()
  const { store, readOnly } = useWorld()
  const { identity } = useDefinition()
  const { tidy } = useActions()
  const canUndo = useBuilder((state) => state.history.past.length > 0)
  const canRedo = useBuilder((state) => state.history.future.length > 0)
  return (
    <header className="builder-bar">
      <a className="icon-button" href="/susun" aria-label={t('builder.bar.back')} title={t('builder.bar.back')}>
        <Icon name="arrow-left" />
      </a>
      <div className="builder-bar__title">
        <h1>{identity.title}</h1>
        <p className="builder-bar__meta">
          <span className="builder-bar__agency">{agencyName}</span>
          <StatusBadge tone={status === 'draft' ? 'info' : 'neutral'}>
            {t('builder.bar.version', { number, status: t(`builder.status.${status as 'draft'}`) })}
          </StatusBadge>
          {suggesting ? <Badge tone="info">{t('suggestions.mode')}</Badge> : <SaveMark />}
        </p>
      </div>
      <Presence />
      <SightBar />
      <div className="builder-bar__tools">
        {!readOnly && (
          <>
            <IconButton
              icon="undo"
              label={`${t('builder.do.undo')} (Ctrl Z)`}
              disabled={!canUndo}
              onClick={() => store.getState().undo()}
            />
            <IconButton
              icon="redo"
              label={`${t('builder.do.redo')} (Ctrl Y)`}
              disabled={!canRedo}
              onClick={() => store.getState().redo()}
            />
            <IconButton icon="table" label={t('builder.do.tidy')} onClick={tidy} />
          </>
        )}
        <IconButton icon="search" label={`${t('builder.commands.title')} (Ctrl K)`} onClick={onCommands} />
        <CheckCount />
        <ReadinessButton />
        <LinkButton size="small" variant="quiet" icon="history" href={`${home}/versi`} className="builder-bar__link">
          {t('builder.bar.versions')}
        </LinkButton>
        <LinkButton size="small" variant="quiet" icon="book" href={`${home}/komponen`} className="builder-bar__link">
          {t('builder.bar.words')}
        </LinkButton>
        {!readOnly && (
          <Button type="button" size="small" icon={suggesting ? 'send' : 'save'} onClick={onSave}>
            {t(suggesting ? 'suggestions.send' : 'builder.do.save')}
          </Button>
        )}
        {readOnly && maySuggest && (
          <LinkButton size="small" icon="edit" href={`${home}?saran`}>
            {t('suggestions.begin')}
          </LinkButton>
        )}
        <LinkButton size="small" variant="primary" href={status === 'approved' ? `${home}/tetapkan` : `${home}/tinjau`}>
          {status === 'approved' ? t('builder.bar.publish') : t('builder.bar.review')}
        </LinkButton>
      </div>
    </header>
  )
}

function SaveMark() {
  const t = useT()
  const save = useBuilder((state) => state.save)
  const copy = useBuilder((state) => state.server.copy)
  const unsent = useBuilder(({ save, server, history }) =>
    save.kind === 'failed' && save.why === 'network' ? unsentOf(server.definition, history.present) : 0,
  )
  const { readOnly } = useWorld()
  if (readOnly) return <Badge>{t('builder.bar.readOnly')}</Badge>
  return (
    <span className="save-mark" data-state={save.kind} role="status">
      {copy !== null && <Badge tone="warning">{t('builder.bar.copy')}</Badge>}
      {unsent > 0 ? t('builder.together.offline', { count: unsent }) : saveWords(save, t)}
    </span>
  )
}

/** Changes that the server does not have yet; where things stand in their lists is not counted apart. */
const unsentOf = (server: Definition, present: Definition): number =>
  partChangesBetween(server, present).filter(({ part }) => !('member' in part) || part.member !== 'order').length

function saveWords(save: SaveState, t: ReturnType<typeof useT>): string {
  switch (save.kind) {
    case 'saved':
      return t('builder.save.saved')
    case 'unsaved':
      return t('builder.save.unsaved')
    case 'saving':
      return t('builder.save.saving')
    case 'conflict':
      return t('builder.save.conflict')
    case 'failed':
      return t(`builder.save.failed.${save.why}`)
  }
}
