import { Button } from '@mantine/core';
import { useActions } from '../../../actions/registry.ts';
import { isHeld } from '../../../app/held-to.ts';
import { useGo } from '../../../app/place.ts';
import { useHeldTo } from '../../../app/useHeldTo.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/making.json';
import { detailsParams } from '../place.ts';
import type { DetailsState } from './useDetails.ts';

/** Takes what is shown, filter and groups, to a document made of it. Statements tell the money of the bills again: of them, none is made. */
export function MakeInvoiceButton({ state }: { state: DetailsState }) {
  const t = useWords<typeof words>('making');
  const go = useGo();
  const { place, currency, linesScope } = state;
  const held = useHeldTo();
  const make = (): void => {
    // The chosen group is a condition like the others; account and currency have parts of the address of their own.
    const where = (linesScope?.where ?? place.where).filter((f) => !isHeld(f, held) && !(f.column === 'currency' && f.value === currency));
    go('/invoices', { ...detailsParams({ ...place, where, currency, view: null, line: null }), at: null, make: 'monthly' });
  };
  useActions([{ id: 'bills.makeInvoice', title: t('makeOf'), group: 'record', predicate: () => place.kind === 'detail', perform: make }]);
  if (place.kind !== 'detail') return null;
  return (
    <Button variant="default" onClick={make}>
      {t('makeOf')}
    </Button>
  );
}
