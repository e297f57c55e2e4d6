import { Select } from '@mantine/core';
import type { Output } from '../../../../services/contract/index.ts';
import { useCommand } from '../../../app/hooks.ts';
import { useGo } from '../../../app/place.ts';
import { useLanguage, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/selfAccount.json';
import { Amount, Ident } from '../../../ui/index.ts';
import { invoiceKey } from '../../documents/keys.ts';
import type { Options } from '../../start/profile.ts';

type Worksheet = Output<'selfAccount/worksheet'>;

/** Documents that are not in the worksheet because something is missing: the entity, or a printed rule. */
export function Unjudged({ sheet, options }: { sheet: Worksheet; options: Options | undefined }) {
  const t = useWords<typeof words>('selfAccount');
  const zh = useLanguage() === 'zh-CN';
  const save = useCommand('selfAccount/setEntity');
  const entities = (options?.entities ?? []).map((e) => ({ value: e.id, label: zh ? e.nameZh : e.name }));
  return (
    <>
      {sheet.entityMissing.length > 0 && (
        <details className="unjudged" open>
          <summary>{t('entityMissing', { count: sheet.entityMissing.length })}</summary>
          <p className="dim">{t('entityMissingText')}</p>
          <ul>
            {sheet.entityMissing.map((paper) => (
              <li key={invoiceKey(paper)}>
                <Paper paper={paper} />
                <Select
                  size="xs"
                  w={280}
                  searchable
                  aria-label={t('entityOf', { number: paper.number })}
                  placeholder={t('chooseEntity')}
                  value={null}
                  data={entities}
                  disabled={save.busy}
                  onChange={(entity) => entity && void save.run({ number: paper.number, vendor: paper.vendor, entity })}
                />
              </li>
            ))}
          </ul>
        </details>
      )}
      {sheet.noRule.length > 0 && (
        <details className="unjudged">
          <summary>{t('noRule', { count: sheet.noRule.length })}</summary>
          <p className="dim">{t('noRuleText')}</p>
          <ul>
            {sheet.noRule.map((paper) => (
              <li key={invoiceKey(paper)}>
                <Paper paper={paper} />
                <span className="dim">
                  {paper.country} · {paper.entity}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Paper({ paper }: { paper: Worksheet['entityMissing'][number] | Worksheet['noRule'][number] }) {
  const go = useGo();
  return (
    <>
      <button type="button" className="link" onClick={() => go('/invoices', { doc: invoiceKey(paper) })}>
        <Ident value={paper.number} />
      </button>
      <span>{paper.date}</span>
      <Amount value={paper.net} currency={paper.currency} showCurrency />
    </>
  );
}
