import { Button, CloseButton } from '@mantine/core';
import { useRef } from 'react';
import { isZero } from '../../../../domain/money/amount.ts';
import type { AppError } from '../../../../domain/result.ts';
import type { MoneyShown } from '../../../../services/contract/match.ts';
import { useActions } from '../../../actions/registry.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/match.json';
import { Amount, AmountInput, ErrorState } from '../../../ui/index.ts';
import { isConverted, NOTHING, residualOf, withAmount, without, type Draft, type Hindrance } from './draft.ts';

/** What is laid out, with what stays of the money; nothing is posted before it is accepted. */
export function Editor({
  money,
  draft,
  round,
  hindrance,
  busy,
  error,
  onChange,
  onReplace,
  onAccept,
}: {
  money: MoneyShown;
  draft: Draft;
  round: number;
  hindrance: Hindrance | null;
  busy: boolean;
  error: AppError | null;
  /** A field was edited; `valid`: its text is an amount. */
  onChange: (draft: Draft, field?: string, valid?: boolean) => void;
  onReplace: (draft: Draft) => void;
  onAccept: () => void;
}) {
  const t = useWords<typeof words>('match');
  const box = useRef<HTMLElement>(null);
  const empty = draft.lines.length === 0 && draft.payment === null;
  const residual = residualOf(money, draft);
  const converted = isConverted(money, draft);
  const wht = draft.lines.flatMap((l) => (l.wht ? [{ ...l.wht, currency: l.currency }] : []));
  useActions([
    {
      id: 'match.edit',
      title: t('edit'),
      group: 'record',
      shortcut: 'e',
      predicate: () => draft.lines.length > 0,
      perform: () => box.current?.querySelector('input')?.focus(),
    },
    {
      id: 'match.clear',
      title: t('clear'),
      group: 'record',
      shortcut: 'escape',
      quiet: true,
      // A dialog takes its own Esc.
      predicate: () => !empty && document.querySelector('[aria-modal=true]') === null,
      perform: () => onReplace(NOTHING),
    },
  ]);
  return (
    <section
      className="mt-editor"
      ref={box}
      aria-label={t('editor')}
      onKeyDown={(event) => {
        // Esc leaves a field; the next one clears what is laid out.
        if (event.key === 'Escape' && event.target instanceof HTMLInputElement) {
          event.preventDefault();
          event.target.blur();
        }
      }}
    >
      {draft.payment && <p className="mt-note">{t('inBook', { reference: draft.payment.reference })}</p>}
      {draft.lines.map((line) => (
        <div key={line.key} className="mt-share">
          <span className="mt-share-name">{line.invoice}</span>
          <span className="dim">
            {isZero(line.credit) ? t('open') : t('credit')}{' '}
            <Amount value={isZero(line.credit) ? line.open : line.credit} currency={line.currency} />
          </span>
          <AmountInput
            key={`${line.key}:${round}`}
            size="xs"
            w={170}
            aria-label={t('amountOf', { number: line.invoice })}
            currency={line.currency}
            value={line.amount}
            onChange={(value, valid) => onChange(withAmount(draft, line.key, value), line.key, valid)}
          />
          <CloseButton size="sm" aria-label={t('remove', { number: line.invoice })} onClick={() => onReplace(without(draft, line.key))} />
        </div>
      ))}
      {error && <ErrorState error={error} />}
      <div className="mt-foot">
        {money.kind === 'bank' && draft.lines.length > 0 && !converted && (
          <AmountInput
            key={`fee:${round}`}
            size="xs"
            w={150}
            leftSection={<span className="mt-fee">{t('fee')}</span>}
            leftSectionWidth={'auto' as unknown as number}
            aria-label={t('fee')}
            currency={money.currency}
            value={draft.fee}
            onChange={(fee, valid) => onChange({ ...draft, fee }, 'fee', valid)}
          />
        )}
        <span className="mt-residual" role="status" data-over={residual !== null && residual.startsWith('-')}>
          {empty || draft.payment ? null : converted ? (
            t('residualConverted', { currency: draft.lines[0]!.currency })
          ) : (
            <>
              {t('residual')} <Amount value={residual} currency={money.currency} showCurrency plainZero />
              {residual !== null && !residual.startsWith('-') && !isZero(residual) ? ` ${t('residualStays')}` : ''}
            </>
          )}
          {wht.map((w, at) => (
            <span key={at} className="mt-cert">
              {t('certificate', { amount: w.amount, currency: w.currency })}
            </span>
          ))}
        </span>
        <span className="mt-hindrance dim">{hindrance === null || hindrance === 'over' ? null : t(`hindrance.${hindrance}`)}</span>
        {!empty && (
          <Button size="xs" variant="default" onClick={() => onReplace(NOTHING)}>
            {t('clear')}
          </Button>
        )}
        <Button size="xs" disabled={hindrance !== null} loading={busy} onClick={onAccept} rightSection={<kbd>a</kbd>}>
          {t('accept')}
        </Button>
      </div>
    </section>
  );
}
