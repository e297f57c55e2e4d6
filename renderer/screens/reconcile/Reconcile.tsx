import type { ComponentType } from 'react';
import { usePath } from '../../app/place.ts';
import { CatalogueScreen } from './catalogue/CatalogueScreen.tsx';
import { ReconcileScreen } from './ReconcileScreen.tsx';
import { tabAt, type TabPath } from './tabs.ts';

const VIEWS: Readonly<Record<TabPath, ComponentType>> = {
  '': ReconcileScreen,
  catalogue: CatalogueScreen,
};

/** The view of reconciliation that the address names. */
export function Reconcile() {
  const View = VIEWS[tabAt(usePath())];
  return <View />;
}
