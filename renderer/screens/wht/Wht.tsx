import type { ComponentType } from 'react';
import { usePath } from '../../app/place.ts';
import { tabAt, type TabPath } from './tabs.ts';
import { WhtScreen } from './WhtScreen.tsx';

const VIEWS: Readonly<Record<TabPath, ComponentType>> = {
  '': WhtScreen,
};

/** The view of the certificates that the address names. */
export function Wht() {
  const View = VIEWS[tabAt(usePath())];
  return <View />;
}
