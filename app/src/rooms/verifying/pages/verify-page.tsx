import type { FieldProblem } from '../../../errors.ts'
import {
  Actions,
  Button,
  Columns,
  ErrorSummary,
  FileField,
  Form,
  IconLink,
  PageHeading,
  Panel,
  StepList,
  TextArea,
  Width,
} from '../../../web/components/index.ts'
import type { Visit } from '../../route.ts'
import { Camera } from './camera.tsx'

/** A hint for the browser's chooser; what a file is, its content says. */
const accepted =
  '.jsonld,.json,.jwt,.txt,application/ld+json,application/json,image/png,image/jpeg,image/svg+xml,application/pdf,.zip'

/** Where anybody checks a credential: one panel, no account. Shown again with what is wrong, and its status. */
export function verifyPage(visit: Visit, problems: readonly FieldProblem[] = [], status = 422): Response {
  const { t } = visit
  const head = { title: t('verifying.title'), place: 'verify', size: 'md', camera: true } as const
  const isAgain = problems.length > 0
  return visit.page(
    isAgain ? { ...head, status, hasProblems: true } : head,
    <Width>
      <ErrorSummary problems={problems} />
      <PageHeading title={t('verifying.title')} lead={t('verifying.lead')} />
      <Columns side={<Help visit={visit} />}>
        <Panel>
          <Form
            action="/verify"
            token={visit.formToken}
            input={isAgain ? visit.form : undefined}
            problems={problems}
            label={t('verifying.form')}
            multipart
          >
            <Camera visit={visit} />
            <TextArea
              name="text"
              label={t('verifying.paste.label')}
              help={t('verifying.paste.help')}
              rows={4}
              spellcheck={false}
            />
            <FileField
              name="file"
              label={t('verifying.file.label')}
              help={t('verifying.file.help')}
              accept={accepted}
            />
            <Actions>
              <Button icon="check">{t('verifying.act.check')}</Button>
              <Button icon="pdf" variant="tertiary" name="as" value="sheet">
                {t('verifying.keep.sheet')}
              </Button>
            </Actions>
          </Form>
        </Panel>
      </Columns>
    </Width>,
  )
}

function Help({ visit: { t } }: { visit: Visit }) {
  const ways = (['qr', 'link', 'file'] as const).map(way => ({
    act: t(`verifying.find.${way}.act`),
    text: t(`verifying.find.${way}.text`),
  }))
  return (
    <>
      <h2>{t('verifying.find.title')}</h2>
      <StepList steps={ways} />
      <IconLink href="/verify/batch" icon="tasks">
        {t('verifying.many')}
      </IconLink>
      <h2>{t('verifying.what.title')}</h2>
      <p>{t('verifying.what.text')}</p>
      <p>
        <a href="/trust">{t('verifying.lists.title')}</a>
      </p>
    </>
  )
}
