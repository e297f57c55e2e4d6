import { appendAudit } from '../../db/audit.ts';
import type { ReadDb } from '../../db/connection.ts';
import { addAttachment, attachmentsOf } from '../../db/queries/attachments.ts';
import { partyById } from '../../db/queries/parties.ts';
import {
  insertResidence,
  listResidence,
  residenceById,
  residenceSnapshot,
  residenceSubject,
  withdrawResidence,
  type ResidenceRecord,
} from '../../db/queries/residence.ts';
import { INVOICE_KINDS, MAX_ATTACHMENTS } from '../../domain/attachments/kinds.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { ParsedInput } from '../contract/index.ts';
import type { ResidenceCertificate } from '../contract/residence.ts';
import { holdExpected } from '../close/locked.ts';
import { inTransaction, type Act } from '../invoices/act.ts';
import type { Handler } from '../runtime/services.ts';
import { readAttachment, type AttachmentFile } from '../wht/read-attachment.ts';
import { toResidence } from './view.ts';

/** Records a certificate, with its paper where one is given. The file is judged before anything is written. */
export const addResidence: Handler<'residence/add'> = async (input, context) => {
  const { read } = context.session.book();
  refuseNonsense(read, input);
  const file = input.file === null ? null : await readAttachment(context, input.file, INVOICE_KINDS);
  return inTransaction(context, (act) => {
    const { file: _file, ...facts } = input;
    const id = holdExpected(act.write, act.today, () => insertResidence(act.write, { ...facts, at: act.at, who: act.who }));
    if (file) addAttachment(act.write, `residence:${id}`, file, act.at);
    return audited(act, 'residence/add', null, id, file);
  });
};

/** Hangs a paper on a certificate; earlier files stay. */
export const attachResidence: Handler<'residence/attach'> = async (input, context) => {
  const file = await readAttachment(context, input.file, INVOICE_KINDS);
  return inTransaction(context, (act) => {
    const before = certificateOf(act.write, input.id);
    const owner = `residence:${before.id}` as const;
    if ((attachmentsOf(act.write, [owner]).get(owner) ?? []).length >= MAX_ATTACHMENTS)
      refuse('residence.too-many', say`The certificate ${{ number: before.number }} has ${{ limit: MAX_ATTACHMENTS }} files already.`, {
        file: file.name,
        remedy: 'Join the pages into one PDF.',
      });
    addAttachment(act.write, owner, file, act.at);
    return audited(act, 'residence/attach', before, before.id, file);
  });
};

/** From now on no rate rests on it; quotes on record keep what they used. */
export const withdrawCertificate: Handler<'residence/withdraw'> = (input, context) =>
  inTransaction(context, (act) => {
    const before = certificateOf(act.write, input.id);
    if (before.withdrawn)
      refuse('residence.withdrawn', say`The certificate ${{ number: before.number }} is withdrawn already.`, {
        value: before.number,
        remedy: 'Nothing needs to be done.',
      });
    holdExpected(act.write, act.today, () => withdrawResidence(act.write, before.id, { at: act.at, who: act.who, reason: input.reason }));
    return audited(act, 'residence/withdraw', before, before.id, null);
  });

function refuseNonsense(read: ReadDb, input: ParsedInput<'residence/add'>): void {
  if ((input.entity === null) === (input.partyId === null))
    refuse('residence.holder', 'A certificate of residence is either of a contracting entity or of a party.', {
      column: 'entity',
      remedy: 'Name one of the two.',
    });
  if (input.partyId !== null && !partyById(read, input.partyId))
    refuse('residence.party', say`There is no party ${{ id: input.partyId }}.`, {
      column: 'partyId',
      value: String(input.partyId),
      remedy: 'Choose a party from the list.',
    });
  if (input.validTo < input.validFrom)
    refuse('residence.days', say`The last day ${{ to: input.validTo }} is before the first day ${{ from: input.validFrom }}.`, {
      column: 'validTo',
      value: input.validTo,
      remedy: 'Correct one of the two days.',
    });
  if (input.residence === input.forCountry)
    refuse('residence.same-country', say`A certificate for ${{ country: input.forCountry }} is of another country.`, {
      column: 'residence',
      value: input.residence,
      remedy: 'Give the country that the seller is resident in, and the customer’s.',
    });
  const twin = listResidence(read).find(
    (r) =>
      r.withdrawn === null &&
      r.number === input.number &&
      r.entity === input.entity &&
      r.partyId === input.partyId &&
      r.forCountry === input.forCountry,
  );
  if (twin)
    refuse(
      'residence.duplicate',
      say`The certificate ${{ number: input.number }} for ${{ country: input.forCountry }} is on record already.`,
      {
        column: 'number',
        value: input.number,
        remedy: 'Withdraw the other one first, or correct the number.',
      },
    );
}

function certificateOf(read: ReadDb, id: number): ResidenceRecord {
  return (
    residenceById(read, id) ??
    refuse('residence.not-found', say`There is no certificate of residence ${{ id }}.`, {
      value: String(id),
      remedy: 'See the list of certificates for its number.',
    })
  );
}

function audited(act: Act, action: string, before: ResidenceRecord | null, id: number, file: AttachmentFile | null): ResidenceCertificate {
  const after = certificateOf(act.write, id);
  appendAudit(act.write, {
    at: act.at,
    who: act.who,
    action,
    subject: residenceSubject(id),
    before: before && residenceSnapshot(before),
    after: { ...residenceSnapshot(after), ...(file && { attached: { name: file.name, sha256: file.sha256 } }) },
  });
  return toResidence(act.write, [after], act.today)[0]!;
}
