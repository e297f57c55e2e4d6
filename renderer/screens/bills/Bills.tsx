import type { ComponentType } from 'react';
import { usePath } from '../../app/place.ts';
import { Compare } from './compare/Compare.tsx';
import { Allocation } from './allocation/Allocation.tsx';
import { Details } from './details/Details.tsx';
import { Summary } from './summary/Summary.tsx';
import { tabAt, type TabPath } from './tabs.ts';
import { Usage } from './usage/Usage.tsx';
import '../overview/overview.css';
import './bills.css';

const VIEWS: Readonly<Record<TabPath, ComponentType>> = {
  allocation: Allocation,
  summary: Summary,
  details: Details,
  compare: Compare,
  usage: Usage,
};

/** The view of the bills that the address names. */
export function Bills() {
  const View = VIEWS[tabAt(usePath())];
  return <View />;
}
