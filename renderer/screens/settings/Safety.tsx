import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AppError } from '../../../domain/result.ts';
import type { Output } from '../../../services/contract/index.ts';
import { notifyDone } from '../../app/notify.tsx';
import { useJob } from '../../app/useJob.ts';
import { safeName, saveAs } from '../../host/files.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/settings.json';
import { Card, ErrorState, Facts, Ident, StatusMark } from '../../ui/index.ts';

const PARTS = ['integrity', 'foreignKeys', 'auditChain', 'totals'] as const;

/** Proof that the book is whole, and a verified copy of it. */
export function Safety({ name }: { name: string }) {
  return (
    <>
      <Verify />
      <Backup name={name} />
    </>
  );
}

function Verify() {
  const t = useWords<typeof words>('settings');
  const job = useJob('book/verify');
  const [verdict, setVerdict] = useState<Output<'book/verify'> | null>(null);
  const run = async (): Promise<void> => {
    setVerdict(null);
    const result = await job.start(
      {},
      {
        title: t('verify'),
        describe: (v) => (PARTS.every((part) => v[part] === 'ok') ? t('allSound') : { text: t('notSound'), mark: 'fail' }),
      },
    );
    if (result.ok) setVerdict(result.value);
  };
  return (
    <Card
      title={t('verify')}
      aside={
        <Button variant="default" loading={job.busy} onClick={() => void run()}>
          {t('verifyNow')}
        </Button>
      }
    >
      <p className="dim">{t('verifyText')}</p>
      {job.error && <ErrorState error={job.error} />}
      {verdict && (
        <div className="verdict">
          <Facts
            items={PARTS.map(
              (part) =>
                [
                  t(`verdict.${part}`),
                  <StatusMark
                    key={part}
                    mark={verdict[part] === 'ok' ? 'pass' : 'fail'}
                    {...(verdict[part] === 'ok' ? {} : { label: verdict[part] })}
                  />,
                ] as const,
            )}
          />
        </div>
      )}
    </Card>
  );
}

function Backup({ name }: { name: string }) {
  const t = useWords<typeof words>('settings');
  const job = useJob('book/backup');
  const [written, setWritten] = useState<Output<'book/backup'> | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const run = async (): Promise<void> => {
    setError(null);
    setWritten(null);
    const file = `${safeName(name.replace(/\.tallybook$/, ''))}-${new Date().toISOString().slice(0, 10)}.tallybook`;
    const result = await saveAs(file, (target) => job.start({ target }, { title: t('backup'), describe: (v) => v.file }));
    if (!result.ok && result.error.code !== 'call.cancelled') setError(result.error);
    if (result.ok && result.value) {
      setWritten(result.value);
      notifyDone(t('backupDone', { file: result.value.file }));
    }
  };
  return (
    <Card
      title={t('backup')}
      aside={
        <Button variant="default" loading={job.busy} onClick={() => void run()}>
          {t('backupNow')}
        </Button>
      }
    >
      <p className="dim">{t('backupText')}</p>
      {error && <ErrorState error={error} />}
      {written && (
        <Facts
          items={[
            [t('fileName'), written.file],
            ['SHA-256', <Ident key="sha" value={written.sha256} length={34} copy />],
          ]}
        />
      )}
    </Card>
  );
}
