import { answerFor, FormErrors, type FormView, LongField } from '#app/account/form-fields.tsx'
import type { FormAnswer } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import type { ReviewPage } from '#app/use-cases/definitions/read-review.server.ts'
import { Approvals } from './approvals.tsx'
import { homeOf, type StandardKey } from './standard-page.tsx'

type Page = StandardKey &
  Pick<ReviewPage, 'may' | 'own' | 'turn' | 'approval' | 'zone' | 'digest' | 'number' | 'status' | 'findings'>

/** What this person may do with the version now: send, return, approve, sign; or why not. */
export function ReviewDecision({ page, answer }: { page: Page; answer: FormAnswer | undefined }) {
  const { may } = page
  if (may.submit) return <Submit page={page} answer={answer} />
  if (page.status === 'in-review')
    return (
      <>
        {page.approval && <Approvals {...page.approval} zone={page.zone} />}
        <Decide page={page} answer={answer} />
      </>
    )
  if (page.status === 'approved') return <Approved page={page} />
  return null
}

function Submit({ page, answer }: { page: Page; answer: FormAnswer | undefined }) {
  const t = useT()
  const errors = page.findings.filter(({ severity }) => severity === 'error').length
  const view: FormView = {
    form: 'submit',
    initial: {},
    answer: answerFor('submit', answer),
    labels: { note: t('authoring.review.note') },
  }
  return (
    <Card title={t('authoring.review.send')}>
      {errors > 0 ? (
        <Banner tone="warning" title={t('authoring.review.notYet', { count: errors })} />
      ) : (
        <form method="post" className="form">
          <FormErrors view={view} />
          <input type="hidden" name="digest" value={page.digest} />
          <LongField view={view} name="note" rows={2} help={t('authoring.review.noteHelp')} />
          <div className="form__actions">
            <Button name="form" value="submit" variant="primary" icon="send">
              {t('authoring.review.send')}
            </Button>
          </div>
        </form>
      )}
    </Card>
  )
}

function Decide({ page, answer }: { page: Page; answer: FormAnswer | undefined }) {
  const t = useT()
  const { may, own, turn } = page
  const approving: FormView = {
    form: 'approve',
    initial: {},
    answer: answerFor('approve', answer),
    labels: { note: t('authoring.review.note') },
  }
  const returning: FormView = {
    form: 'return',
    initial: {},
    answer: answerFor('return', answer),
    labels: { reason: t('authoring.review.reason') },
  }
  return (
    <div className="authoring-decision">
      {may.approve && !own && turn ? (
        <Card title={t('authoring.review.approve')}>
          <form method="post" className="form">
            <FormErrors view={approving} />
            <p>{t('authoring.review.approveText', { digest: page.digest.slice(0, 12) })}</p>
            <input type="hidden" name="digest" value={page.digest} />
            <LongField view={approving} name="note" rows={2} />
            <div className="form__actions">
              <Button name="form" value="approve" variant="primary" icon="check">
                {t('authoring.review.approve')}
              </Button>
            </div>
          </form>
        </Card>
      ) : (
        <Banner title={t('authoring.review.waiting')}>
          {t(own ? 'authoring.review.own' : may.approve ? 'authoring.review.notTurn' : 'authoring.review.notApprover')}
        </Banner>
      )}
      {may.returnIt && (
        <Card title={t(own ? 'authoring.review.takeBack' : 'authoring.review.return')}>
          <form method="post" className="form">
            <FormErrors view={returning} />
            <LongField view={returning} name="reason" rows={2} max={2000} required />
            <div className="form__actions">
              <Button name="form" value="return">
                {t(own ? 'authoring.review.takeBack' : 'authoring.review.return')}
              </Button>
            </div>
          </form>
        </Card>
      )}
    </div>
  )
}

function Approved({ page }: { page: Page }) {
  const t = useT()
  return (
    <Banner tone="success" title={t('authoring.review.approved')}>
      <p>{t(page.own ? 'authoring.review.approvedOwn' : 'authoring.review.approvedText')}</p>
      <p>
        <LinkButton size="small" href={`${homeOf(page)}/tetapkan`} icon="seal">
          {t('authoring.next.sign')}
        </LinkButton>
      </p>
    </Banner>
  )
}
