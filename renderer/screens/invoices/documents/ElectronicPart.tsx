import { Button } from '@mantine/core';
import { IconFileTypeXml } from '@tabler/icons-react';
import type { RuleFinding } from '../../../../services/contract/einvoice.ts';
import type { Invoice } from '../../../../services/contract/invoices.ts';
import { useActions } from '../../../actions/registry.ts';
import { useCall } from '../../../app/hooks.ts';
import { notifyError } from '../../../app/notify.tsx';
import { useJob } from '../../../app/useJob.ts';
import { saveAs } from '../../../host/files.ts';
import { useLanguage, useWords } from '../../../i18n/index.ts';
import { useTell } from '../../../i18n/told.ts';
import type words from '../../../i18n/en/einvoice.json';
import { StatusMark } from '../../../ui/index.ts';
import { fileName } from './usePaperPdf.ts';
import './electronic-part.css';

/** The document as a machine reads it: whether EN 16931 holds, what is missing, and to save it as UBL where it does. */
export function ElectronicPart({ invoice }: { invoice: Invoice }) {
  const t = useWords<typeof words>('einvoice');
  const { number, vendor } = invoice;
  const found = useCall('einvoice/check', { number, vendor }, { keep: true });
  const job = useJob('export/einvoice');
  const save = async (): Promise<void> => {
    const name = `${fileName(number)}.xml`;
    const result = await saveAs(name, (target) =>
      job.start(
        { number, vendor, target },
        { title: t('exporting', { name }), describe: ({ file, rows }) => ({ text: t('done', { count: rows, file }), mark: 'pass' }) },
      ),
    );
    if (!result.ok && result.error.code !== 'call.cancelled') notifyError(result.error);
  };
  const valid = found.data?.valid === true;
  useActions(valid ? [{ id: 'invoices.ubl', title: t('saveUbl'), group: 'record', perform: () => void save() }] : []);
  // A received paper need not become one: there it is offered where it can be, and not missed where it cannot.
  if (!found.data || (!valid && invoice.direction === 'received')) return null;
  return (
    <>
      <div className="inline-action electronic-verdict">
        <StatusMark mark={valid ? 'pass' : 'missing'} label={valid ? t('valid') : t('invalid', { count: found.data.fatal })} />
        {valid && (
          <Button variant="default" loading={job.busy} leftSection={<IconFileTypeXml size={14} stroke={1.5} />} onClick={() => void save()}>
            {t('saveUbl')}
          </Button>
        )}
      </div>
      {found.data.findings.length > 0 && <Findings findings={found.data.findings} />}
    </>
  );
}

/** Each broken rule with what it asks for, where, what stands there, and what to do about it. */
function Findings({ findings }: { findings: readonly RuleFinding[] }) {
  const t = useWords<typeof words>('einvoice');
  const { sentence } = useTell();
  const zh = useLanguage() === 'zh-CN';
  return (
    <details className="rule-findings" open={findings.length <= 3}>
      <summary>{t('findings', { count: findings.length })}</summary>
      <ul>
        {findings.map(({ rule, severity, says, where, detail, remedy }, index) => (
          <li key={index}>
            <span className="ident">{rule}</span> {severity === 'warning' && <span className="dim">{t('advice')}</span>}
            <span className="dim">{zh ? where.zh : where.en}</span>
            <p>
              {zh ? says.zh : says.en} {detail && <bdi>{sentence(detail)}</bdi>}
            </p>
            {remedy && <p className="rule-remedy">{zh ? remedy.zh : remedy.en}</p>}
          </li>
        ))}
      </ul>
    </details>
  );
}
