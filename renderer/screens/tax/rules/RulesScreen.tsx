import { Button, Menu } from '@mantine/core';
import { IconDownload, IconGavel, IconPlus, IconUpload } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useActions } from '../../../actions/registry.ts';
import { useCall } from '../../../app/hooks.ts';
import { useGo, useParam } from '../../../app/place.ts';
import { rowsOf } from '../../../app/usePages.ts';
import { useLanguage, useWordOf } from '../../../i18n/index.ts';
import { DataTable, EmptyState, ErrorState, PageHeader } from '../../../ui/index.ts';
import { TaxNav } from '../TaxNav.tsx';
import '../tax.css';
import { useRuleColumns } from './columns.tsx';
import { PackImport } from './PackImport.tsx';
import { OffDialog, WithdrawDialog, type RuleDeed } from './RuleDialogs.tsx';
import { RuleFilters, useRuleFilter } from './RuleFilters.tsx';
import { RuleForm } from './RuleForm.tsx';
import { RuleInspector } from './RuleInspector.tsx';
import { useRuleWords } from './rule-words.ts';
import './rules.css';
import { usePackFiles } from './usePackFiles.ts';

/** Every rule of the pack and the user's own, with what stands over what; packs in and out. */
export function RulesScreen() {
  const { t } = useRuleWords();
  const title = useWordOf('tax');
  const zh = useLanguage() === 'zh-CN';
  const go = useGo();
  const list = useCall('tax/rules', {}, { keep: true });
  const options = useCall('tax/options', {});
  const book = useCall('book/info', {});
  const files = usePackFiles();
  const [open, setOpen] = useParam('rule');
  const [deed, setDeed] = useState<RuleDeed | 'add' | null>(null);
  useActions([
    {
      id: 'tax.addRule',
      title: t('act.add'),
      group: 'record',
      shortcut: 'n',
      predicate: () => deed === null,
      perform: () => setDeed('add'),
    },
  ]);

  const names = useMemo(() => new Map(list.data?.countries.map((c) => [c.iso, zh ? c.nameZh : c.nameEn])), [list.data, zh]);
  const columns = useRuleColumns(names);
  const filter = useRuleFilter(names);
  const { country } = filter;
  const all = list.data?.rules ?? [];
  const rows = all.filter(filter.matches);
  const shown = all.find((row) => row.id === open) ?? null;
  const pack = list.data?.pack;
  const silent = (list.data?.countries ?? []).filter((c) => c.indirect === 0 && (country === null || c.iso === country));
  const close = (): void => setDeed(null);
  return (
    <div className="page">
      <PageHeader
        title={title('title')}
        status={<TaxNav />}
        actions={
          <>
            <Menu position="bottom-end">
              <Menu.Target>
                <Button variant="default" leftSection={<IconDownload size={14} />}>
                  {t('act.export')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => void files.save('pack')}>{t('act.export')}</Menu.Item>
                <Menu.Item onClick={() => void files.save('own')}>{t('act.exportOwn')}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
            <Button variant="default" leftSection={<IconUpload size={14} />} onClick={() => void files.choose()}>
              {t('act.import')}
            </Button>
            <Button leftSection={<IconPlus size={14} />} onClick={() => setDeed('add')} disabled={!options.data || !book.data}>
              {t('act.add')}
            </Button>
          </>
        }
      />
      {list.data?.problem && (
        <div className="rule-problem">
          <p>{t('problem')}</p>
          <ErrorState error={{ ...list.data.problem, details: list.data.problem.details ?? {} }} />
        </div>
      )}
      <DataTable
        id="tax-rules"
        label={t('packTitle')}
        columns={columns}
        rowId={(row) => row.id}
        source={rowsOf(rows, list)}
        onOpen={(row) => setOpen(row.id, { replace: open !== null })}
        activeId={open}
        rowClass={(row) =>
          row.state === 'withdrawn' || row.state === 'replaced' || (row.state === 'off' && row.layer === 'pack') ? 'void' : undefined
        }
        toolbar={<RuleFilters filter={filter} countries={list.data?.countries ?? []} />}
        empty={
          <EmptyState
            icon={IconGavel}
            title={t('noRules')}
            actions={
              <Button variant="default" onClick={() => go('/tax/rules', {})}>
                {t('showAll')}
              </Button>
            }
          />
        }
      />
      <footer className="rule-foot">
        {pack && (
          <span>
            {pack.id} · {t('edition', { version: pack.version })} ·{' '}
            {pack.taken ? t('fromTaken', { who: pack.taken.who, at: pack.taken.at.slice(0, 10) }) : t('fromShipped')}
          </span>
        )}
        {silent.length > 0 && (
          <span>{t('noTax', { countries: silent.map((c) => (zh ? c.nameZh : c.nameEn)).join(zh ? '、' : ', ') })}</span>
        )}
      </footer>
      {shown && (
        <RuleInspector
          row={shown}
          acts={all.filter((row) => row.own?.replaces === shown.id)}
          country={names.get(shown.rule.country) ?? shown.rule.country}
          onClose={() => setOpen(null)}
          onShow={(id) => setOpen(id)}
          onDeed={setDeed}
        />
      )}
      {deed === 'off' && shown && <OffDialog row={shown} onClose={close} />}
      {deed === 'withdraw' && shown && <WithdrawDialog row={shown} onClose={close} />}
      {options.data && book.data && ((deed === 'override' && shown) || deed === 'add') && (
        <RuleForm
          replaced={deed === 'override' && shown ? shown.rule : null}
          options={options.data}
          country={country ?? book.data.country}
          entity={book.data.entity}
          onClose={close}
          onMade={(id) => {
            close();
            setOpen(id);
          }}
        />
      )}
      {files.file && <PackImport file={files.file} onClose={files.drop} />}
    </div>
  );
}
