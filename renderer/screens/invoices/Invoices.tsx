import type { ComponentType } from 'react';
import { usePath } from '../../app/place.ts';
import { InvoicesScreen } from './InvoicesScreen.tsx';
import { tabAt, type TabPath } from './tabs.ts';

const VIEWS: Readonly<Record<TabPath, ComponentType>> = {
  '': InvoicesScreen,
};

/** The view of the invoices that the address names. */
export function Invoices() {
  const View = VIEWS[tabAt(usePath())];
  return <View />;
}
