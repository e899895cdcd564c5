import { useFormat, useT } from '#app/i18n/react.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { VisuallyHidden } from '#app/ui/hidden.tsx'
import { Table } from '#app/ui/table.tsx'
import { answerFor, FormErrors, type FormView, SelectField, TextField } from './form-fields.tsx'
import { NewPasswordFields } from './new-password-fields.tsx'

/** Back to where the day goes on, or out. */
export function AccountWays() {
  const t = useT()
  return (
    <>
      <LinkButton href="/masuk" icon="arrow-left">
        {t('account.toWork')}
      </LinkButton>
      <LinkButton href="/akun/cuti">{t('away.open')}</LinkButton>
      <form method="post" action="/keluar">
        <Button variant="quiet" icon="sign-out">
          {t('shell.signOut')}
        </Button>
      </form>
    </>
  )
}

type Own = {
  account: { name: string; nip: string | null; rank: string | null; email: string | null; phone: string | null }
  operator: boolean
  rights: readonly {
    agencyId: string
    agency: string
    right: 'author' | 'approver' | 'signatory' | 'administrator' | 'auditor'
  }[]
  seats: readonly {
    agencyId: string
    agency: string
    positionId: string
    title: string
    kind: 'definitive' | 'plt' | 'plh' | 'delegate'
    for?: { personId: string; name: string }
  }[]
}

export function OwnData({ page: { account, operator, rights, seats } }: { page: Own }) {
  const t = useT()
  const items = [
    { term: t('account.name'), details: account.name },
    { term: t('account.email'), details: account.email },
    { term: t('account.nip'), details: account.nip },
    { term: t('account.rank'), details: account.rank },
    { term: t('account.phone'), details: account.phone },
  ]
  const nothing = !operator && rights.length === 0 && seats.length === 0
  return (
    <Card title={t('account.data')} className="stack">
      <DescriptionList items={items} />
      <p className="muted">{t('account.dataHelp')}</p>
      <h3>{t('account.places')}</h3>
      {nothing && <p>{t('account.noPlaces')}</p>}
      <ul className="stack stack--tight">
        {operator && <li>{t('account.operator')}</li>}
        {seats.map((seat) => (
          <li key={`${seat.agencyId} ${seat.positionId} ${seat.kind} ${seat.for?.personId ?? ''}`}>
            {seat.kind !== 'definitive' && `${t(`account.seat.${seat.kind}`)} `}
            {seat.title}
            {seat.for && `, ${t('work.inbox.for', { name: seat.for.name })}`} <span className="muted">({seat.agency})</span>
          </li>
        ))}
        {rights.map(({ agencyId, agency, right }) => (
          <li key={`${agencyId} ${right}`}>
            {t(`account.right.${right}`)} <span className="muted">({agency})</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

type Answer = Parameters<typeof answerFor>[1]

export function PasswordCard({ answer, email }: { answer: Answer; email: string | null }) {
  const t = useT()
  const view: FormView = {
    form: 'password',
    initial: {},
    answer: answerFor('password', answer),
    labels: {
      current: t('account.currentPassword'),
      password: t('account.newPassword'),
      repeated: t('account.repeatPassword'),
    },
  }
  return (
    <Card title={t('account.changePassword')} className="stack">
      <FormErrors view={view} />
      <form method="post" className="form">
        <input type="hidden" name="form" value="password" />
        <input type="text" name="username" autoComplete="username" defaultValue={email ?? ''} hidden readOnly />
        <TextField view={view} name="current" type="password" autoComplete="current-password" maxLength={200} required />
        <NewPasswordFields view={view} />
        <div className="form__actions">
          <Button>{t('account.changePassword')}</Button>
        </div>
      </form>
    </Card>
  )
}

type Session = { id: string; startedAt: number; expiresAt: number; current: boolean }

export function SessionsCard({ sessions }: { sessions: readonly Session[] }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card title={t('account.sessions')} className="stack">
      <p className="muted">{t('account.sessionsHelp')}</p>
      <Table
        caption={t('account.sessions')}
        captionHidden
        stacked
        rows={sessions}
        rowKey={(session) => session.id}
        columns={[
          { id: 'started', header: t('account.session.started'), rowHeader: true, cell: (row) => format.dateTime(row.startedAt) },
          { id: 'expires', header: t('account.session.expires'), cell: (row) => format.dateTime(row.expiresAt) },
          {
            id: 'end',
            header: t('account.action'),
            cell: (row) =>
              row.current ? (
                <Badge tone="info">{t('account.session.current')}</Badge>
              ) : (
                <form method="post">
                  <input type="hidden" name="form" value="end-session" />
                  <input type="hidden" name="session" value={row.id} />
                  <Button size="small">
                    {t('account.session.end')} <VisuallyHidden>{format.dateTime(row.startedAt)}</VisuallyHidden>
                  </Button>
                </form>
              ),
          },
        ]}
      />
    </Card>
  )
}

type Token = { id: string; name: string; createdAt: number; expiresAt: number | null }
const lives = ['30', '90', '365', '730']

export function TokensCard({ tokens, answer }: { tokens: readonly Token[]; answer: Answer }) {
  const t = useT()
  const format = useFormat()
  const view: FormView = {
    form: 'token',
    initial: { days: '90' },
    answer: answerFor('token', answer),
    labels: { name: t('account.token.name'), days: t('account.token.days') },
  }
  return (
    <Card title={t('account.tokens')} className="stack">
      <p className="muted">{t('account.tokensHelp')}</p>
      {tokens.length === 0 ? (
        <p>{t('account.noTokens')}</p>
      ) : (
        <Table
          caption={t('account.tokens')}
          captionHidden
          stacked
          rows={tokens}
          rowKey={(token) => token.id}
          columns={[
            { id: 'name', header: t('account.token.name'), rowHeader: true, cell: (row) => row.name },
            { id: 'created', header: t('account.token.created'), cell: (row) => format.date(row.createdAt) },
            { id: 'expires', header: t('account.token.expires'), cell: (row) => row.expiresAt && format.date(row.expiresAt) },
            {
              id: 'revoke',
              header: t('account.action'),
              cell: (row) => (
                <form method="post">
                  <input type="hidden" name="form" value="revoke-token" />
                  <input type="hidden" name="id" value={row.id} />
                  <Button size="small" variant="danger">
                    {t('account.token.revoke')} <VisuallyHidden>{row.name}</VisuallyHidden>
                  </Button>
                </form>
              ),
            },
          ]}
        />
      )}
      <FormErrors view={view} />
      <form method="post" className="form">
        <input type="hidden" name="form" value="token" />
        <TextField view={view} name="name" help={t('account.token.nameHelp')} maxLength={80} required />
        <SelectField
          view={view}
          name="days"
          required
          options={lives.map((days) => ({ value: days, label: t('account.token.daysOption', { days }) }))}
        />
        <div className="form__actions">
          <Button>{t('account.token.create')}</Button>
        </div>
      </form>
    </Card>
  )
}
