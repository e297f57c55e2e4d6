import type { ComponentType } from 'react';
import { usePath } from '../../app/place.ts';
import { Details } from './details/Details.tsx';
import { Summary } from './summary/Summary.tsx';
import { tabAt, type TabPath } from './tabs.ts';
import '../overview/overview.css';
import './bills.css';

const VIEWS: Readonly<Record<TabPath, ComponentType>> = { summary: Summary, details: Details };

/** The view of the bills that the address names. */
export function Bills() {
  const View = VIEWS[tabAt(usePath())];
  return <View />;
}
