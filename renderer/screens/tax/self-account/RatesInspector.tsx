import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { OwnRateSetting } from '../../../../services/contract/self-account.ts';
import { useCommand } from '../../../app/hooks.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/selfAccount.json';
import { Inspector, InspectorPart } from '../../../ui/index.ts';
import { useCountryName } from '../country-name.ts';
import { RateForm } from './RateForm.tsx';

/** The user's rates, and a form for another one. */
export function RatesInspector({
  rates,
  country,
  countries,
  from,
  onClose,
}: {
  rates: readonly OwnRateSetting[];
  country: string | null;
  countries: readonly string[];
  from: string;
  onClose: () => void;
}) {
  const t = useWords<typeof words>('selfAccount');
  const name = useCountryName();
  const remove = useCommand('selfAccount/setRate');
  return (
    <Inspector title={t('rates')} onClose={onClose}>
      <p className="dim">{t('ratesText')}</p>
      {rates.length > 0 && (
        <ul className="own-rates">
          {rates.map((rate) => (
            <li key={`${rate.country} ${rate.from}`}>
              <div>
                <strong>{rate.ratePct} %</strong> {name(rate.country)}
                <span className="dim">
                  {t('days', { from: rate.from, to: rate.to ?? '…' })}
                  {rate.box ? ` · ${rate.box}` : ''}
                </span>
              </div>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('removeRate', { country: rate.country, from: rate.from })}
                loading={remove.busy}
                onClick={() => void remove.run({ country: rate.country, from: rate.from, ratePct: null })}
              >
                <IconX size={14} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <InspectorPart title={t('setRate')}>
        <RateForm country={country} countries={countries} from={from} hint={null} />
      </InspectorPart>
    </Inspector>
  );
}
