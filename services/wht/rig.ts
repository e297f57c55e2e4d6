import type { Input } from '../contract/index.ts';
import { documentRig, SMALL_PDF } from '../invoices/rig.ts';
import { PLAIN_DOCUMENT } from '../../db/queries/invoices.ts';
import { detailsOf, partyById } from '../../db/queries/parties.ts';
import type { IncomeLine } from '../../domain/wht/certificate.ts';
import { recordNew } from '../invoices/record.ts';

/** For tests: a book with the invoices A, B and C of 6480 USD each (6000 net, 2024-03-02), and papers for them. Today is 2024-05-20. */
export async function certificateRig(profile: Parameters<typeof documentRig>[0] = {}) {
  const rig = documentRig(profile);
  for (const number of ['A', 'B', 'C'])
    await rig.call('invoices/add', {
      number,
      date: '2024-03-02',
      vendor: 'huawei',
      entity: 'SPARKOO_SG',
      currency: 'USD',
      net: '6000',
      tax: '480',
      period: '2024-02',
    });
  const pdf = (name = 'certificate.pdf'): string => rig.file(name, SMALL_PDF);
  let made = 0;
  return {
    ...rig,
    pdf,
    /** Number of an unpaid invoice made here for the customer, over `net` USD without tax. */
    issued: (sellerId: number, buyerId: number, date: string, net: string): string =>
      rig.session.transaction(({ write }) => {
        const details = (id: number) => detailsOf(partyById(write, id)!);
        const facts = {
          ...PLAIN_DOCUMENT,
          vendor: 'other' as const,
          number: `OUT-${++made}`,
          kind: 'invoice' as const,
          entity: null,
          date,
          due: null,
          period: null,
          currency: 'USD',
          net,
          tax: '0',
          stated: 'unpaid' as const,
          creditsId: null,
          note: '',
          source: 'made',
          figures: {},
          direction: 'issued' as const,
          sellerId,
          buyerId,
          seller: details(sellerId),
          buyer: details(buyerId),
        };
        const act = { write, at: rig.session.now(), who: 'ann', today: rig.session.today() };
        return recordNew(act, 'invoices/make', facts, { event: 'issued', reason: null }).number;
      }),
    /** W-1 over 480 USD for invoice A, with its paper. */
    paper: (change: Partial<Input<'wht/add'>> = {}): Input<'wht/add'> => ({
      number: 'W-1',
      issuer: 'LHDN',
      date: '2024-04-10',
      total: '480',
      currency: 'USD',
      allocate: [{ invoice: 'A' }],
      attach: change.attach ? [] : [pdf()],
      ...change,
    }),
    line: (change: Partial<IncomeLine> = {}): IncomeLine => ({
      category: 'royalty',
      code: null,
      description: '',
      paid: null,
      base: '6000',
      rate: '8',
      tax: '480',
      ...change,
    }),
  };
}
export type CertificateRig = Awaited<ReturnType<typeof certificateRig>>;
