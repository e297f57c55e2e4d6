import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { CloseSummary } from '../../../../services/contract/close.ts';
import type { Output } from '../../../../services/contract/index.ts';
import { useCall } from '../../../app/hooks.ts';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/close.json';
import { Card, Ident, StatusMark } from '../../../ui/index.ts';
import { minute } from './items.ts';
import { useCertificate } from './useCertificate.ts';

/** Every close of the period, newest first: who, when, its hash, its certificate, and whether the book still tells it. */
export function Closes({ period }: { period: string }) {
  const t = useWords<typeof words>('close');
  const history = useCall('close/history', { period }, { keep: true });
  const closes = history.data ?? [];
  return (
    <Card title={t('history')}>
      {closes.length === 0 ? (
        <p className="dim">{t('historyNone')}</p>
      ) : (
        <ul className="closes">
          {closes.map((close) => (
            <Close key={close.id} close={close} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Close({ close }: { close: CloseSummary }) {
  const t = useWords<typeof words>('close');
  const language = useWordOf('close');
  const [verifying, setVerifying] = useState(false);
  const verdict = useCall('close/verify', { close: close.id }, { enabled: verifying, keep: true });
  const certificate = useCertificate(close);
  return (
    <li>
      <div className="close-item-text">
        <span className="close-item-title">{t('closedBy', { at: minute(close.closedAt), who: close.closedBy })}</span>
        <span className="close-item-found">{close.signoffs.map((s) => `${language(`role.${s.role}`)}: ${s.who}`).join(' · ')}</span>
        <span className="close-item-found">
          {t('hash')} <Ident value={close.sha256} length={24} />
        </span>
        {close.reopened && (
          <span className="close-item-found">
            {t('reopened', { at: minute(close.reopened.at), who: close.reopened.by, reason: close.reopened.reason })}
          </span>
        )}
        {verdict.data && verifying && <Verdict verdict={verdict.data} />}
      </div>
      <div className="row-actions">
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t('verifyOf', { close: close.id })}
          loading={verdict.loading}
          onClick={() => setVerifying(true)}
        >
          {t('verify')}
        </Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t('certificateOf', { close: close.id })}
              leftSection={<IconDownload size={14} stroke={1.5} />}
              loading={certificate.busy}
            >
              {t('certificate')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => certificate.save('pdf', 'en')}>{t('pdf')} · English</Menu.Item>
            <Menu.Item lang="zh-CN" onClick={() => certificate.save('pdf', 'zh-CN')}>
              {t('pdf')} · 简体中文
            </Menu.Item>
            <Menu.Item lang="zh-CN" onClick={() => certificate.save('pdf', 'both')}>
              {t('pdf')} · English / 中文
            </Menu.Item>
            <Menu.Item onClick={() => certificate.save('json', 'both')}>{t('json')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
    </li>
  );
}

/** What verification found: in one sentence, and what reads differently. */
function Verdict({ verdict }: { verdict: Output<'close/verify'> }) {
  const t = useWords<typeof words>('close');
  const { holds, intact, differences } = verdict;
  const label = !intact ? t('notIntact') : !holds ? t('not') : differences.length > 0 ? t('holdsSince') : t('holds');
  return (
    <div className="close-verdict" role="status">
      <StatusMark mark={holds ? 'pass' : 'fail'} label={label} />
      {differences.length > 0 && (
        <ul className="plain-list" tabIndex={0} aria-label={label}>
          {differences.map((d) => (
            <li key={`${d.area} ${d.subject}`}>
              <span className={d.since ? 'dim' : ''}>
                {t(`area.${d.area}`)} {d.subject}: {t('change', { before: d.was ?? t('missingValue'), after: d.is ?? t('missingValue') })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
