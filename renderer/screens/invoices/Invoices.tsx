import type { ComponentType } from 'react';
import { usePath } from '../../app/place.ts';
import { DueView } from './DueView.tsx';
import { Electronic } from './electronic/Electronic.tsx';
import { InvoicesScreen } from './InvoicesScreen.tsx';
import { Ageing } from './statements/Ageing.tsx';
import { Duplicates } from './statements/Duplicates.tsx';
import { Registers } from './statements/Registers.tsx';
import { Statement } from './statements/Statement.tsx';
import { tabAt, type TabPath } from './tabs.ts';

const VIEWS: Readonly<Record<TabPath, ComponentType>> = {
  '': InvoicesScreen,
  ageing: Ageing,
  statement: Statement,
  registers: Registers,
  duplicates: Duplicates,
  due: DueView,
  electronic: Electronic,
};

/** The view of the invoices that the address names. */
export function Invoices() {
  const View = VIEWS[tabAt(usePath())];
  return <View />;
}
