import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { Invoice } from '../../../services/contract/invoices.ts';
import { daysBetween } from '../../../domain/time/plain-date.ts';
import { useCall, useCommand } from '../../app/hooks.ts';
import { useGo } from '../../app/place.ts';
import { useLanguage, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/invoices.json';
import type makingWords from '../../i18n/en/making.json';
import { Facts, Ident, InspectorPart, StatusMark } from '../../ui/index.ts';
import { today } from '../documents/keys.ts';

/** Dates, parties and links of an invoice, and the vendor's own figures where it gave some. */
export function InvoiceFacts({ invoice }: { invoice: Invoice }) {
  const t = useWords<typeof words>('invoices');
  const m = useWords<typeof makingWords>('making');
  const zh = useLanguage() === 'zh-CN';
  const go = useGo();
  const options = useCall('tax/options', {});
  const book = useCall('book/info', {});
  const periods = (book.data?.periods ?? []).toSorted().reverse();
  const entity = options.data?.entities.find((e) => e.id === invoice.entity);
  const figures = Object.entries(invoice.figures);
  return (
    <>
      <InspectorPart title={t('facts')}>
        <Facts
          items={[
            [t('date'), invoice.date],
            [t('due'), invoice.due ? <Due key="due" invoice={invoice} due={invoice.due} /> : null],
            [
              t('period'),
              invoice.period !== null || (periods.length > 0 && invoice.direction === 'received') ? (
                <PeriodLink key="period" invoice={invoice} periods={periods} />
              ) : null,
            ],
            [t('entity'), entity ? (zh ? entity.nameZh : entity.name) : invoice.entity],
            [
              t('credits'),
              invoice.credits ? (
                <button
                  key="credits"
                  type="button"
                  className="link"
                  onClick={() => go('/invoices', { doc: `${invoice.vendor}:${invoice.credits ?? ''}` })}
                >
                  <Ident value={invoice.credits} />
                </button>
              ) : null,
            ],
            [t('source'), invoice.source === 'entered' ? t('entered') : invoice.source === 'made' ? m('madeHere') : invoice.source],
            [t('note'), invoice.note],
          ]}
        />
      </InspectorPart>
      {figures.length > 0 && (
        <InspectorPart title={t('vendorFigures')}>
          <Facts
            items={figures.map(
              ([name, value]) =>
                [
                  name,
                  <span key={name} className="amount">
                    {value}
                  </span>,
                ] as const,
            )}
          />
        </InspectorPart>
      )}
    </>
  );
}

/** The due date and, while something is open, how far off it is. */
function Due({ invoice, due }: { invoice: Invoice; due: string }) {
  const t = useWords<typeof words>('invoices');
  const days = daysBetween(today(), due);
  if (invoice.status !== 'unpaid' && invoice.status !== 'overdue') return <>{due}</>;
  return (
    <span className="inline-action">
      {due}{' '}
      <StatusMark mark={days < 0 ? 'fail' : 'due'} label={days < 0 ? t('daysLate', { count: -days }) : t('daysLeft', { count: days })} />
    </span>
  );
}

/** The billing period that the invoice stands for: opens its bills, and can be set. */
function PeriodLink({ invoice, periods }: { invoice: Invoice; periods: readonly string[] }) {
  const t = useWords<typeof words>('invoices');
  const go = useGo();
  const link = useCommand('invoices/link');
  const set = (period: string | null): void => void link.run({ number: invoice.number, vendor: invoice.vendor, period });
  return (
    <span className="inline-action">
      {invoice.period ? (
        <button type="button" className="link" onClick={() => go('/bills', { period: invoice.period })}>
          {t('billsOf', { period: invoice.period })}
        </button>
      ) : null}
      {invoice.status !== 'void' && invoice.direction === 'received' && (periods.length > 0 || invoice.period !== null) && (
        <Menu position="bottom-start">
          <Menu.Target>
            <button type="button" className="link" aria-label={t('linkPeriod')}>
              {invoice.period ? null : t('linkPeriod')}
              <IconChevronDown size={12} stroke={1.5} aria-hidden="true" />
            </button>
          </Menu.Target>
          <Menu.Dropdown mah={320} style={{ overflow: 'auto' }}>
            <Menu.Label>{t('linkPeriod')}</Menu.Label>
            {periods.map((period) => (
              <Menu.Item key={period} fw={period === invoice.period ? 600 : 400} onClick={() => set(period)}>
                {period}
              </Menu.Item>
            ))}
            {invoice.period !== null && (
              <>
                <Menu.Divider />
                <Menu.Item onClick={() => set(null)}>{t('unlinkPeriod')}</Menu.Item>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
    </span>
  );
}
