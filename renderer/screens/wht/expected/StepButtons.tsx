import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { StepKind } from '../../../../domain/wht/expected/steps.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/whtExpected.json';

export const STEP_ORDER: readonly StepKind[] = ['remitted', 'filed', 'rate', 'not-due', 'written-off'];

/** The step that is done most as a button, the others in a menu. `filed`: the rule counts from the filing of the return. */
export function StepButtons({ onStep, size, filed = false }: { onStep: (kind: StepKind) => void; size?: 'compact-xs'; filed?: boolean }) {
  const t = useWords<typeof words>('whtExpected');
  const first: StepKind = filed ? 'filed' : 'remitted';
  return (
    <span className="row-actions">
      <Button {...(size ? { size } : {})} variant="default" onClick={() => onStep(first)}>
        {t(`act.${first}`)}
      </Button>
      <Menu position="top-end">
        <Menu.Target>
          <Button {...(size ? { size } : {})} variant="default" rightSection={<IconChevronDown size={12} />}>
            {t('more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {STEP_ORDER.filter((kind) => kind !== first).map((kind) => (
            <Menu.Item key={kind} onClick={() => onStep(kind)}>
              {t(`act.${kind}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </span>
  );
}
