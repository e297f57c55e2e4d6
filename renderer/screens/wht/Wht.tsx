import type { ComponentType } from 'react';
import { usePath } from '../../app/place.ts';
import { WhtImport } from './import/WhtImport.tsx';
import { WhtRegisters } from './registers/Registers.tsx';
import { FormsScreen } from './forms/FormsScreen.tsx';
import { tabAt, type TabPath } from './tabs.ts';
import { ExpectedScreen } from './expected/ExpectedScreen.tsx';
import { WhtScreen } from './WhtScreen.tsx';
import { WhtSettings } from './WhtSettings.tsx';

const VIEWS: Readonly<Record<TabPath, ComponentType>> = {
  '': WhtScreen,
  expected: ExpectedScreen,
  registers: WhtRegisters,
  forms: FormsScreen,
  import: WhtImport,
  settings: WhtSettings,
};

/** The view of the certificates that the address names. */
export function Wht() {
  const View = VIEWS[tabAt(usePath())];
  return <View />;
}
