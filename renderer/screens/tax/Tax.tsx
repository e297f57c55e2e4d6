import type { ComponentType } from 'react';
import { usePath } from '../../app/place.ts';
import { RulesScreen } from './rules/RulesScreen.tsx';
import { Residence } from './residence/Residence.tsx';
import { ReverseCharge } from './self-account/ReverseCharge.tsx';
import { tabAt, type TabPath } from './tabs.ts';
import { TaxScreen } from './TaxScreen.tsx';

const VIEWS: Readonly<Record<TabPath, ComponentType>> = {
  '': TaxScreen,
  'reverse-charge': ReverseCharge,
  residence: Residence,
  rules: RulesScreen,
};

/** The view of the tax rules that the address names. */
export function Tax() {
  const View = VIEWS[tabAt(usePath())];
  return <View />;
}
