import type { ComponentType } from 'react';
import { usePath } from '../../app/place.ts';
import { AgreementsScreen } from './agreements/AgreementsScreen.tsx';
import { BankScreen } from './bank/BankScreen.tsx';
import { CatalogueScreen } from './catalogue/CatalogueScreen.tsx';
import { CloseScreen } from './close/CloseScreen.tsx';
import { DifferencesScreen } from './differences/DifferencesScreen.tsx';
import { MatchScreen } from './match/MatchScreen.tsx';
import { ReconcileScreen } from './ReconcileScreen.tsx';
import { tabAt, type TabPath } from './tabs.ts';

const VIEWS: Readonly<Record<TabPath, ComponentType>> = {
  '': ReconcileScreen,
  differences: DifferencesScreen,
  close: CloseScreen,
  match: MatchScreen,
  bank: BankScreen,
  agreements: AgreementsScreen,
  catalogue: CatalogueScreen,
};

/** The view of reconciliation that the address names. */
export function Reconcile() {
  const View = VIEWS[tabAt(usePath())];
  return <View />;
}
