import { Button } from '@mantine/core';
import type { Check } from '../../../../services/contract/reconcile.ts';
import { useActions } from '../../../actions/registry.ts';
import { useCall, useCommand } from '../../../app/hooks.ts';
import { notifyDone } from '../../../app/notify.tsx';
import { useGo } from '../../../app/place.ts';
import { useLanguage, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/differences.json';
import { Amount, Card, StatusMark } from '../../../ui/index.ts';
import { MARKS } from './marks.ts';
import './differences.css';

/** On a check: the differences of it that are followed up, and buttons to follow up the whole of it or one finding. */
export function CheckDifferences({ check, period }: { check: Check; period: string }) {
  const t = useWords<typeof words>('differences');
  const zh = useLanguage() === 'zh-CN';
  const go = useGo();
  const list = useCall('discrepancies/list', { period, check: check.id }, { keep: true });
  const offer = useCall('discrepancies/offer', { period }, { enabled: check.status === 'fail', keep: true });
  const open = useCommand('discrepancies/open');
  const followed = list.data?.rows ?? [];
  const offered = (offer.data?.rows ?? []).filter((row) => row.check === check.id);
  const whole = offered.find((row) => row.part === '');
  const parts = offered.filter((row) => row.part !== '');
  const run = async (part: string): Promise<void> => {
    const done = await open.run({ period, check: check.id, part });
    if (done.ok) notifyDone(t('done.opened', { count: 1 }));
  };
  useActions(whole ? [{ id: 'differences.open', title: t('openIt'), group: 'record', perform: () => void run('') }] : []);
  if (followed.length === 0 && offered.length === 0) return null;
  return (
    <Card
      title={followed.length > 0 ? t('followed') : t('notFollowed')}
      aside={
        whole ? (
          <Button size="compact-sm" variant="default" loading={open.busy} onClick={() => void run('')}>
            {t('openIt')}
          </Button>
        ) : null
      }
    >
      <ul className="check-differences">
        {followed.map((d) => (
          <li key={d.id}>
            <StatusMark mark={MARKS[d.state]} label={t(`status.${d.state}`)} />
            <button type="button" className="link" onClick={() => go('/reconcile/differences', { doc: String(d.id) })}>
              #{d.id}
            </button>
            <span className="check-difference-text">{d.kindTitle ? (zh ? d.kindTitle.zh : d.kindTitle.en) : d.reason}</span>
            {d.standing !== 'same' && <StatusMark mark="due" label={t(`standing.${d.standing}`)} />}
            <Amount value={d.seen} currency={d.currency} />
          </li>
        ))}
        {parts.map((row) => {
          const kind = zh ? row.finding.zh : row.finding.en;
          return (
            <li key={row.part}>
              <span className="check-difference-text dim">{kind}</span>
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={t('openPartOf', { kind })}
                loading={open.busy}
                onClick={() => void run(row.part)}
              >
                {t('openPart')}
              </Button>
              <Amount value={row.amount} currency={row.currency} />
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
