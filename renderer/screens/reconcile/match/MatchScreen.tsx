import { SegmentedControl } from '@mantine/core';
import { usePath, useParam } from '../../../app/place.ts';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/match.json';
import { PageHeader } from '../../../ui/index.ts';
import { ReconcileNav } from '../ReconcileNav.tsx';
import { Accepted } from './Accepted.tsx';
import { Desk } from './Desk.tsx';
import { Rules } from './Rules.tsx';
import './match.css';

const SHOWN = { open: Desk, accepted: Accepted, rules: Rules } as const;
type Shown = keyof typeof SHOWN;

/** Money that was received and paid, laid on open invoices: what is to match, what was accepted, and what was learned from it. */
export function MatchScreen() {
  const t = useWords<typeof words>('match');
  const reconcile = useWordOf('reconcile');
  const path = usePath();
  const [param, setParam] = useParam('show');
  const shown: Shown = param === 'accepted' || param === 'rules' ? param : 'open';
  const View = SHOWN[shown];
  return (
    <div className="page" key={path}>
      <PageHeader
        title={reconcile('title')}
        status={<ReconcileNav />}
        actions={
          <SegmentedControl
            size="xs"
            aria-label={t('views')}
            value={shown}
            onChange={(value) => setParam(value === 'open' ? null : value)}
            data={[
              { value: 'open', label: t('openTab') },
              { value: 'accepted', label: t('accepted') },
              { value: 'rules', label: t('rules') },
            ]}
          />
        }
      />
      <View />
    </div>
  );
}
