import { Button } from '@mantine/core';
import { useState } from 'react';
import type { BookInfo } from '../../../services/contract/book.ts';
import { useCall } from '../../app/hooks.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/tax.json';
import { EmptyState, ErrorState } from '../../ui/index.ts';
import { today } from '../documents/keys.ts';
import type { Options } from '../start/profile.ts';
import { askOf, EXAMPLES, type QuoteAsk, type TaxCaseDraft } from './case.ts';
import { CaseFields } from './CaseFields.tsx';
import { QuoteCard } from './QuoteCard.tsx';
import { WhtCard } from './WhtCard.tsx';
import { RecordButton } from './RecordButton.tsx';
import './tax.css';

const NEVER: QuoteAsk = {
  country: 'XX',
  entity: 'XX',
  status: 'any',
  region: null,
  date: '2024-01-01',
  amount: '0',
  currency: 'USD',
  whtRate: null,
};

/** Form at the left, answer at the right; it answers as soon as everything is there. */
export function TaxCalculator({ options, book }: { options: Options; book: BookInfo }) {
  const t = useWords<typeof words>('tax');
  const [draft, setDraft] = useState<TaxCaseDraft>(() => ({
    country: book.country,
    entity: book.entity,
    status: book.customerStatus,
    region: book.region,
    date: today(),
    amount: null,
    currency: book.currency,
    whtRate: '',
  }));
  /** Remounts the fields, so that an example replaces what was typed. */
  const [round, setRound] = useState(0);
  const regions = options.countries.find((c) => c.iso === draft.country)?.regions ?? [];
  const ask = askOf(draft, regions.length > 0);
  const quote = useCall('tax/quote', ask ?? NEVER, { enabled: ask !== null, keep: true });
  const examples = EXAMPLES.filter(({ draft: d }) => options.countries.some((c) => c.iso === d.country));
  return (
    <div className="tax">
      <section className="tax-case" aria-label={t('case')}>
        <CaseFields key={round} draft={draft} options={options} onChange={setDraft} />
        {examples.length > 0 && (
          <div className="tax-examples" role="group" aria-label={t('examples')}>
            <h2>{t('examples')}</h2>
            {examples.map((example) => (
              <Button
                key={example.id}
                variant="default"
                justify="flex-start"
                fw={400}
                onClick={() => {
                  setDraft(example.draft);
                  setRound(round + 1);
                }}
              >
                {t(`example.${example.id}`)}
              </Button>
            ))}
          </div>
        )}
      </section>
      <section className="tax-answer" aria-label={t('answer')} aria-live="polite" aria-busy={quote.loading}>
        {ask === null ? (
          <div className="tax-empty">
            <EmptyState title={t('waiting')} text={t('waitingText')} />
          </div>
        ) : quote.error ? (
          <ErrorState error={quote.error} retry={quote.retry} />
        ) : quote.data ? (
          <>
            <>
              <QuoteCard quote={quote.data} currency={draft.currency} />
              <WhtCard quote={quote.data} ask={ask} />
            </>
            <RecordButton ask={ask} />
          </>
        ) : null}
      </section>
    </div>
  );
}
