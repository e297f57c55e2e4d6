import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CloseItem, CloseStatus } from '../../../../services/contract/close.ts';
import { useCommand } from '../../../app/hooks.ts';
import { useGo } from '../../../app/place.ts';
import { useLanguage, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/close.json';
import { Card, ConfirmDialog, StatusMark } from '../../../ui/index.ts';
import { MARKS, PLACES } from './items.ts';

/** What is looked at before a period is closed: each item with what it found, where that is mended, and what was set aside. */
export function Checklist({ status }: { status: CloseStatus }) {
  const t = useWords<typeof words>('close');
  const [waiving, setWaiving] = useState<CloseItem | null>(null);
  const waive = useCommand('close/waive', { quiet: true });
  return (
    <Card title={t('checklist')}>
      <ul className="close-items">
        {status.checklist.map((item) => (
          <Item key={item.id} item={item} period={status.period} open={status.state === 'open'} onWaive={() => setWaiving(item)} />
        ))}
      </ul>
      {waiving && (
        <WaiveDialog
          item={waiving}
          onClose={() => setWaiving(null)}
          confirm={async (reason) => {
            const done = await waive.run({ period: status.period, item: waiving.id, reason });
            return done.ok ? null : done.error;
          }}
        />
      )}
    </Card>
  );
}

function WaiveDialog({
  item,
  onClose,
  confirm,
}: {
  item: CloseItem;
  onClose: () => void;
  confirm: Parameters<typeof ConfirmDialog>[0]['confirm'];
}) {
  const t = useWords<typeof words>('close');
  const zh = useLanguage() === 'zh-CN';
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('setAside')}
      text={
        <>
          <p>{zh ? item.text.zh : item.text.en}</p>
          <p>{t('setAsideText')}</p>
        </>
      }
      action={t('setAside')}
      reason={t('reason')}
      confirm={confirm}
    />
  );
}

function Item({ item, period, open, onWaive }: { item: CloseItem; period: string; open: boolean; onWaive: () => void }) {
  const t = useWords<typeof words>('close');
  const zh = useLanguage() === 'zh-CN';
  const go = useGo();
  const unwaive = useCommand('close/unwaive');
  const title = zh ? item.title.zh : item.title.en;
  const place = PLACES[item.place];
  const unsettled = item.state === 'blocking' || item.state === 'warning';
  return (
    <li className={`close-item item-${item.state}`}>
      <StatusMark mark={MARKS[item.state]} label={t(`item.${item.state}`)} compact />
      <div className="close-item-text">
        <span className="close-item-title">{title}</span>
        <span className="close-item-found">{zh ? item.text.zh : item.text.en}</span>
        {item.waived && <span className="close-item-found">{t('waived', { who: item.waived.who, reason: item.waived.reason })}</span>}
      </div>
      {open && (
        <div className="row-actions">
          {unsettled && item.place !== 'close' && (
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={t('mendOf', { item: title })}
              onClick={() => go(place.path, place.params)}
            >
              {t('mend')}
            </Button>
          )}
          {item.state === 'blocking' && item.canBeWaived && (
            <Button size="compact-xs" variant="default" aria-label={t('setAsideOf', { item: title })} onClick={onWaive}>
              {t('setAside')}
            </Button>
          )}
          {item.state === 'waived' && (
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={t('takeBackOf', { item: title })}
              loading={unwaive.busy}
              onClick={() => void unwaive.run({ period, item: item.id })}
            >
              {t('takeBack')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
