import { Button, Modal } from '@mantine/core';
import { useCall, useCommand } from '../../../app/hooks.ts';
import { notifyDone } from '../../../app/notify.tsx';
import { useWordOf } from '../../../i18n/index.ts';
import { ErrorState } from '../../../ui/index.ts';
import { useRuleWords } from './rule-words.ts';

/** A pack or own rules from a file: what would change, field by field, before it is taken in. */
export function PackImport({ file, onClose }: { file: string; onClose: () => void }) {
  const { t } = useRuleWords();
  const common = useWordOf('common');
  const plan = useCall('tax/diff-pack', { file });
  const take = useCommand('tax/import-pack', { quiet: true });
  const { data } = plan;
  const nothing = data !== undefined && data.diff.added.length + data.diff.removed.length + data.diff.changed.length === 0;
  const possible = data !== undefined && (data.refusal === null || data.forcible);
  const run = async (): Promise<void> => {
    const result = await take.run({ file, force: data?.refusal !== null });
    if (!result.ok) return;
    notifyDone(result.value.changed ? t('done.imported', { name: result.value.name }) : t('done.nothing'));
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={data ? t('diff.title', { name: data.name, current: data.current }) : t('packTitle')}
      size={760}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      {plan.error && <ErrorState error={plan.error} />}
      {data && (
        <>
          <p className="dialog-text">{nothing ? t('diff.none') : t('ask.take')}</p>
          {data.refusal && <ErrorState error={data.refusal} />}
          <Diff diff={data.diff} />
        </>
      )}
      {take.error && <ErrorState error={take.error} />}
      <div className="form-actions">
        <Button variant="default" onClick={onClose}>
          {common('cancel')}
        </Button>
        {possible && !nothing && (
          <Button color={data.refusal ? 'red' : undefined} loading={take.busy} onClick={() => void run()} data-autofocus>
            {t(data.refusal ? 'act.takeAnyway' : 'act.take')}
          </Button>
        )}
      </div>
    </Modal>
  );
}

type Plan = NonNullable<ReturnType<typeof useCall<'tax/diff-pack'>>['data']>;

function Diff({ diff }: { diff: Plan['diff'] }) {
  const { t, word } = useRuleWords();
  const name = ({ part, id }: { part: Plan['diff']['added'][number]['part']; id: string }): string => `${word(`diff.part.${part}`)} ${id}`;
  return (
    <div className="pack-diff" tabIndex={0} role="group" aria-label={t('diff.changed')}>
      {[...diff.added.map((d) => [t('diff.added'), name(d)]), ...diff.removed.map((d) => [t('diff.removed'), name(d)])].map(
        ([what, which]) => (
          <p key={`${what} ${which}`}>
            <span className="pack-diff-what">{what}</span> {which}
          </p>
        ),
      )}
      {diff.changed.map((change) => (
        <section key={name(change)}>
          <p>
            <span className="pack-diff-what">{t('diff.changed')}</span> {name(change)}
          </p>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('diff.field')}</th>
                <th scope="col">{t('diff.before')}</th>
                <th scope="col">{t('diff.after')}</th>
              </tr>
            </thead>
            <tbody>
              {change.fields.map((f) => (
                <tr key={f.field}>
                  <th scope="row">{f.field}</th>
                  <td>{f.before ?? '–'}</td>
                  <td>{f.after ?? '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  );
}
