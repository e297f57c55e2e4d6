import type { ComponentType } from 'react';
import { usePath } from '../../app/place.ts';
import { tabAt, type TabPath } from './tabs.ts';
import { TaxScreen } from './TaxScreen.tsx';

const VIEWS: Readonly<Record<TabPath, ComponentType>> = {
  '': TaxScreen,
};

/** The view of the tax rules that the address names. */
export function Tax() {
  const View = VIEWS[tabAt(usePath())];
  return <View />;
}
