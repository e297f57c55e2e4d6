import { amountText, minorPlaces, StatusMark } from '../../ui/index.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/documents.json';
import type { Remainder } from './amounts.ts';
import './documents.css';
import './document-form.css';

/** What is still to be laid on invoices, live. `mustBeZero`: what is left is not allowed to stay. */
export function RemainderBar({ remainder, currency, mustBeZero }: { remainder: Remainder | null; currency: string; mustBeZero: boolean }) {
  const t = useWords<typeof words>('documents');
  if (!remainder)
    return (
      <div className="remainder" role="status">
        <span className="dim">{t('remainder.noTotal')}</span>
      </div>
    );
  const mark = remainder.state === 'exact' ? 'pass' : remainder.state === 'over' ? 'fail' : mustBeZero ? 'due' : 'explained';
  const word =
    remainder.state === 'exact'
      ? t('remainder.exact')
      : remainder.state === 'over'
        ? t('remainder.over')
        : mustBeZero
          ? t('remainder.must')
          : t('remainder.left');
  return (
    <div className={`remainder ${remainder.state}`} role="status">
      <StatusMark mark={mark} label={word} />
      <span className="amount key" data-exact={remainder.left}>
        {amountText(remainder.left, minorPlaces(currency))}
        <span className="unit"> {currency}</span>
      </span>
    </div>
  );
}
