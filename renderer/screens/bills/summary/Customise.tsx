import { ActionIcon, Button, Modal, Switch } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useCommand } from '../../../app/hooks.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/summary.json';
import { CARDS } from './cards/list.ts';
import { arrange, isDefault, moved, type Placed } from './layout.ts';

const KNOWN = CARDS.map((card) => card.id);

/** Which cards the summary shows, and in which order: kept in the book. */
export function Customise({ kept, onClose }: { kept: readonly Placed[] | null; onClose: () => void }) {
  const t = useWords<typeof words>('summary');
  const save = useCommand('book/setSummaryLayout');
  const [cards, setCards] = useState(() => arrange(KNOWN, kept));
  const [dragged, setDragged] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const nameOf = (id: string): string => {
    const card = CARDS.find((known) => known.id === id);
    return card ? t(card.word) : id;
  };
  const move = (from: number, to: number): void => {
    const place = Math.max(0, Math.min(cards.length - 1, to));
    const card = cards[from];
    if (!card || place === from) return;
    setCards(moved(cards, from, place));
    setSaid(t('movedTo', { name: nameOf(card.id), place: place + 1, count: cards.length }));
    // The focus goes along with the card.
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>('.layout-card')[place]?.focus());
  };
  const onKey = (event: KeyboardEvent, index: number): void => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by === undefined || event.target !== event.currentTarget) return;
    event.preventDefault();
    if (event.altKey) move(index, index + by);
    else list.current?.querySelectorAll<HTMLElement>('.layout-card')[index + by]?.focus();
  };
  const keep = async (): Promise<void> => {
    const done = await save.run({ cards: isDefault(KNOWN, cards) ? null : cards });
    if (done.ok) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('customise')} size={460} closeButtonProps={{ 'aria-label': t('cancel') }}>
      <p className="dialog-text">{t('customiseHint')}</p>
      <ul className="layout-cards" ref={list} aria-label={t('customise')}>
        {cards.map((card, index) => (
          <li
            key={card.id}
            className={`layout-card ${dragged === index ? 'dragged' : ''}`}
            // A row takes the focus, so that the arrows can move it. oxlint-disable-next-line
            tabIndex={0}
            aria-label={t('placeOf', { name: nameOf(card.id), place: index + 1, count: cards.length })}
            draggable
            onKeyDown={(event) => onKey(event, index)}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              setDragged(index);
            }}
            onDragOver={(event) => {
              event.preventDefault();
              if (dragged === null || dragged === index) return;
              setCards(moved(cards, dragged, index));
              setDragged(index);
            }}
            onDrop={(event) => event.preventDefault()}
            onDragEnd={() => setDragged(null)}
          >
            <IconGripVertical size={14} stroke={1.5} aria-hidden="true" />
            <Switch
              size="xs"
              checked={card.shown}
              label={nameOf(card.id)}
              onChange={(event) => setCards(cards.map((c) => (c.id === card.id ? { ...c, shown: event.currentTarget.checked } : c)))}
            />
            <span className="layout-moves">
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                disabled={index === 0}
                aria-label={t('moveUp', { name: nameOf(card.id) })}
                onClick={() => move(index, index - 1)}
              >
                <IconArrowUp size={14} />
              </ActionIcon>
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                disabled={index === cards.length - 1}
                aria-label={t('moveDown', { name: nameOf(card.id) })}
                onClick={() => move(index, index + 1)}
              >
                <IconArrowDown size={14} />
              </ActionIcon>
            </span>
          </li>
        ))}
      </ul>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <div className="form-actions">
        <Button variant="subtle" disabled={isDefault(KNOWN, cards)} onClick={() => setCards(arrange(KNOWN, null))}>
          {t('reset')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button loading={save.busy} onClick={() => void keep()}>
          {t('save')}
        </Button>
      </div>
    </Modal>
  );
}
