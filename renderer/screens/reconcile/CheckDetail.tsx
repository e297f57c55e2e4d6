import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import type { Check } from '../../../services/contract/reconcile.ts';
import { useActions } from '../../actions/registry.ts';
import { grouped } from '../../app/duration.ts';
import { useGo } from '../../app/place.ts';
import { useLanguage, useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/reconcile.json';
import { Amount, Card, Ident, StatusMark } from '../../ui/index.ts';
import { CheckFindings } from './CheckFindings.tsx';
import { CheckDifferences } from './differences/CheckDifferences.tsx';
import { drillsOf, lacking, placeFor, type Drill } from './checks.ts';
import { LetterButton } from './letter/LetterButton.tsx';

/** One check: its two sides, the difference, what explains it or what does not fit, and the ways to act. */
export function CheckDetail({ check, period }: { check: Check; period: string }) {
  const t = useWords<typeof words>('reconcile');
  const common = useWordOf('common');
  const zh = useLanguage() === 'zh-CN';
  return (
    <section className="check-detail" aria-label={zh ? check.titleZh : check.title} aria-live="polite">
      <header className="check-head">
        <div>
          <h2>{zh ? check.titleZh : check.title}</h2>
          <p className="dim">
            {[zh ? check.stepZh : check.step, check.vendor ? common(`vendor.${check.vendor}`) : null].filter(Boolean).join(' · ')}
          </p>
        </div>
        <StatusMark mark={check.status} />
      </header>
      <div className="sides">
        <Side side={check.leftSide} value={check.left} currency={check.currency} />
        <span className="sides-sign" aria-hidden="true">
          {check.difference === null ? '?' : check.status === 'pass' ? '=' : check.status === 'explained' ? '≈' : '≠'}
        </span>
        <Side side={check.rightSide} value={check.right} currency={check.currency} />
        <div className={`side difference mark-${check.status}`}>
          <h3>{t('difference')}</h3>
          <Amount value={check.difference} currency={check.currency} size="key" plainZero showCurrency />
        </div>
      </div>
      <div className={`verdict-line verdict-${check.status}`}>
        <p>{zh ? check.explanationZh : check.explanation}</p>
        {check.status === 'explained' && (
          <p className="dim">
            {t('policy')} <Ident value={check.tolerance} length={60} />
          </p>
        )}
      </div>
      {check.findings.length > 0 && <CheckFindings check={check} />}
      <CheckDifferences check={check} period={period} />
      <Ways check={check} period={period} />
      {check.arithmetic.length > 0 && (
        <Card title={t('arithmetic')}>
          <ol className="arithmetic">
            {(zh ? check.arithmeticZh : check.arithmetic).map((line, index) => (
              <li key={`${index}-${line}`}>{line}</li>
            ))}
          </ol>
        </Card>
      )}
      {check.lineCount > 0 && <Misfits check={check} period={period} />}
    </section>
  );
}

function Side({ side, value, currency }: { side: Check['leftSide']; value: string | null; currency: string | null }) {
  const zh = useLanguage() === 'zh-CN';
  return (
    <div className="side">
      <h3>{zh ? side.labelZh : side.label}</h3>
      <Amount value={value} currency={currency} size="key" plainZero showCurrency />
    </div>
  );
}

/** Buttons that lead to the records of both sides, and to what brings the missing one. */
function Ways({ check, period }: { check: Check; period: string }) {
  const t = useWords<typeof words>('reconcile');
  const go = useGo();
  const drills = drillsOf(check);
  const missing = lacking(check);
  const open = (drill: Drill): void => {
    const place = placeFor(drill);
    go(place.path, place.params);
  };
  const enter = (): void => (missing === 'bills' ? go('/import') : missing ? go(`/${missing}`, { new: '1' }) : undefined);
  const label = (drill: Drill): string =>
    drill.screen === 'bills' ? (drill.query['kind'] === 'statement' ? t('open.statement') : t('open.bills')) : t(`open.${drill.screen}`);
  useActions([
    ...drills.map((drill, index) => ({
      id: `reconcile.open${index}`,
      title: label(drill),
      group: 'record' as const,
      ...(index === 0 ? { shortcut: 'enter' } : {}),
      perform: () => open(drill),
    })),
    ...(missing ? [{ id: 'reconcile.enter', title: t(`bring.${missing}`), group: 'record' as const, perform: enter }] : []),
  ]);
  return (
    <div className="row-actions check-ways">
      {missing && <Button onClick={enter}>{t(`bring.${missing}`)}</Button>}
      {drills.map((drill) => (
        <Button
          key={`${drill.screen}-${String(drill.query['kind'])}`}
          variant="default"
          rightSection={<IconArrowRight size={14} stroke={1.5} />}
          onClick={() => open(drill)}
        >
          {label(drill)}
        </Button>
      ))}
      {(check.status === 'fail' || check.status === 'missing') && check.vendor !== null && (
        <LetterButton period={period} checks={[check.id]} />
      )}
    </div>
  );
}

/** Lines that do not fit; each opens with its file, row and original text. */
function Misfits({ check, period }: { check: Check; period: string }) {
  const t = useWords<typeof words>('reconcile');
  const go = useGo();
  const zh = useLanguage() === 'zh-CN';
  const kind =
    check.leftSide.drill?.screen === 'bills' &&
    check.leftSide.drill.query['kind'] === 'statement' &&
    check.rightSide.drill?.query['kind'] !== 'detail'
      ? 'statement'
      : null;
  return (
    <Card
      title={t('misfits', { count: check.lineCount })}
      aside={check.lineCount > check.lines.length ? t('firstOf', { shown: check.lines.length, count: grouped(check.lineCount) }) : null}
    >
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('file')}</th>
            <th scope="col" className="end">
              {t('row')}
            </th>
            <th scope="col">{t('text')}</th>
          </tr>
        </thead>
        <tbody>
          {check.lines.map((line) => (
            <tr key={`${line.list ?? ''} ${line.id}`}>
              <td>
                <button
                  type="button"
                  className="link"
                  aria-label={t('openLine', { file: line.file, row: line.row })}
                  onClick={() =>
                    line.list
                      ? go('/subscriptions', { list: line.list, row: String(line.id) })
                      : go('/bills/details', { period, line: String(line.id), kind })
                  }
                >
                  {line.file}
                </button>
              </td>
              <td className="end">{grouped(line.row)}</td>
              <td className="misfit-text">{zh ? line.textZh : line.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
