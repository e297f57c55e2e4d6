import { Button, Loader } from '@mantine/core';
import { IconLock, IconLockOpen, IconSettings } from '@tabler/icons-react';
import { useState } from 'react';
import type { CloseStatus } from '../../../../services/contract/close.ts';
import { useActions } from '../../../actions/registry.ts';
import { useCall, useCommand } from '../../../app/hooks.ts';
import { notifyDone } from '../../../app/notify.tsx';
import { useGo, usePeriod } from '../../../app/place.ts';
import { useLanguage, useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/close.json';
import { ConfirmDialog, EmptyState, ErrorState, PageHeader, StatusMark } from '../../../ui/index.ts';
import { ReconcileNav } from '../ReconcileNav.tsx';
import { Adjustments } from './Adjustments.tsx';
import { Checklist } from './Checklist.tsx';
import { Closes } from './Closes.tsx';
import { CloseSettings } from './CloseSettings.tsx';
import { minute } from './items.ts';
import { Signatures } from './Signatures.tsx';
import './close.css';

/** The close of a period: checklist, signatures, lock; what came in afterwards, and every certificate. */
export function CloseScreen() {
  const t = useWords<typeof words>('close');
  const title = useWordOf('reconcile');
  const go = useGo();
  const { period } = usePeriod();
  const status = useCall('close/status', { period: period ?? '2000-01' }, { enabled: period !== null, keep: true });
  const header = <PageHeader title={title('title')} status={<ReconcileNav />} />;
  if (period !== null && status.data) return <Close status={status.data} />;
  return (
    <div className="page">
      {header}
      {period === null ? (
        <div className="table-empty">
          <EmptyState
            icon={IconLock}
            title={t('empty')}
            text={t('emptyText')}
            actions={<Button onClick={() => go('/import')}>{title('toImport')}</Button>}
          />
        </div>
      ) : status.error ? (
        <div className="page-scroll">
          <ErrorState error={status.error} retry={status.retry} />
        </div>
      ) : (
        <div className="table-empty">
          <Loader size="sm" aria-label={t('status')} />
        </div>
      )}
    </div>
  );
}

function Close({ status }: { status: CloseStatus }) {
  const t = useWords<typeof words>('close');
  const title = useWordOf('reconcile');
  const [asking, setAsking] = useState<'lock' | 'reopen' | 'settings' | null>(null);
  const lock = useCommand('close/lock', { quiet: true });
  const reopen = useCommand('close/reopen', { quiet: true });
  const book = useCall('book/info', {});
  const { period, canLock } = status;
  const locked = status.state === 'locked';
  useActions([
    locked
      ? { id: 'close.reopen', title: t('reopen'), group: 'record' as const, perform: () => setAsking('reopen') }
      : {
          id: 'close.lock',
          title: t('lock', { period }),
          group: 'record' as const,
          predicate: () => canLock,
          perform: () => setAsking('lock'),
        },
    { id: 'close.settings', title: t('settingsForm.title'), group: 'record' as const, perform: () => setAsking('settings') },
  ]);
  return (
    <div className="page">
      <PageHeader
        title={title('title')}
        status={<ReconcileNav />}
        actions={
          <>
            <Button variant="subtle" leftSection={<IconSettings size={14} stroke={1.5} />} onClick={() => setAsking('settings')}>
              {t('settings')}
            </Button>
            {locked ? (
              <Button variant="default" leftSection={<IconLockOpen size={14} stroke={1.5} />} onClick={() => setAsking('reopen')}>
                {t('reopen')}
              </Button>
            ) : (
              <Button leftSection={<IconLock size={14} stroke={1.5} />} disabled={!canLock} onClick={() => setAsking('lock')}>
                {t('lock', { period })}
              </Button>
            )}
          </>
        }
      />
      <div className="page-scroll">
        <Standing status={status} />
        <div className="close">
          <Checklist status={status} />
          <div className="close-side">
            <Signatures status={status} />
            <Adjustments title={t('adjustments')} adjustments={status.adjustments} period={period} />
            <Adjustments title={t('earlier')} adjustments={status.earlier} period={period} />
            <Closes period={period} />
          </div>
        </div>
      </div>
      {asking === 'lock' && (
        <ConfirmDialog
          opened
          onClose={() => setAsking(null)}
          title={t('lock', { period })}
          text={t('lockText', { period })}
          action={t('lock', { period })}
          confirm={async () => {
            const done = await lock.run({ period });
            if (!done.ok) return done.error;
            notifyDone(t('done.lock', { period }));
            return null;
          }}
        />
      )}
      {asking === 'reopen' && (
        <ConfirmDialog
          opened
          onClose={() => setAsking(null)}
          title={t('reopen')}
          text={t('reopenText', { period })}
          action={t('reopen')}
          reason={t('reason')}
          confirm={async (reason) => {
            const done = await reopen.run({ period, reason });
            if (!done.ok) return done.error;
            notifyDone(t('done.reopen', { period }));
            return null;
          }}
        />
      )}
      {asking === 'settings' && (
        <CloseSettings settings={status.settings} currencies={book.data ? [book.data.currency] : []} onClose={() => setAsking(null)} />
      )}
    </div>
  );
}

/** Where the period stands, in one line. */
function Standing({ status }: { status: CloseStatus }) {
  const t = useWords<typeof words>('close');
  const zh = useLanguage() === 'zh-CN';
  const { period, close, checklist, lacking, canLock } = status;
  const blocking = checklist.filter((item) => item.state === 'blocking').length;
  return (
    <p className="close-standing" role="status">
      {close ? (
        <>
          <StatusMark mark="pass" label={t('locked', { period })} />
          <span className="dim">{t('closedBy', { at: minute(close.closedAt), who: close.closedBy })}</span>
        </>
      ) : (
        <>
          <StatusMark
            mark={canLock ? 'pass' : blocking > 0 ? 'fail' : 'due'}
            label={canLock ? t('ready') : blocking > 0 ? t('openItems', { count: blocking }) : t('open', { period })}
          />
          <span className="dim">{lacking.map((said) => (zh ? said.zh : said.en)).join(' ')}</span>
        </>
      )}
    </p>
  );
}
