/** A statement as a generator of tests knows it: money in hundredths, days as ISO. */
export interface PlainStatement {
  account: string;
  currency: string;
  opening: number;
  lines: { day: string; amount: number; text: string; id: string }[];
}

const unsigned = (n: number, decimal: string): string =>
  `${Math.floor(Math.abs(n) / 100)}${decimal}${String(Math.abs(n) % 100).padStart(2, '0')}`;
const signed = (n: number): string => `${n < 0 ? '-' : ''}${unsigned(n, '.')}`;
const side = (n: number): string => (n < 0 ? 'D' : 'C');
const closing = (s: PlainStatement): number => s.lines.reduce((t, l) => t + l.amount, s.opening);
const short = (day: string): string => day.slice(2).replaceAll('-', '');
const lastDay = (s: PlainStatement): string =>
  s.lines
    .map((l) => l.day)
    .toSorted()
    .at(-1) ?? '2024-05-31';

export const mt940 = (s: PlainStatement): string =>
  [
    ':20:T',
    `:25:${s.account}`,
    ':28C:1/1',
    `:60F:${side(s.opening)}240430${s.currency}${unsigned(s.opening, ',')}`,
    ...s.lines.flatMap((l) => [
      `:61:${short(l.day)}${short(l.day).slice(2)}${side(l.amount)}${unsigned(l.amount, ',')}NTRFNONREF//${l.id}`,
      `:86:${l.text}`,
    ]),
    `:62F:${side(closing(s))}${short(lastDay(s))}${s.currency}${unsigned(closing(s), ',')}`,
    '-',
    '',
  ].join('\r\n');

const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const camtBalance = (code: string, amount: number, s: PlainStatement): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="${s.currency}">${unsigned(amount, '.')}</Amt><CdtDbtInd>${amount < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd><Dt><Dt>2024-05-31</Dt></Dt></Bal>`;

export const camt = (s: PlainStatement): string =>
  `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.13"><BkToCstmrStmt><Stmt><Id>1</Id><Acct><Id><Othr><Id>${s.account}</Id></Othr></Id><Ccy>${s.currency}</Ccy></Acct>${camtBalance('OPBD', s.opening, s)}${camtBalance('CLBD', closing(s), s)}${s.lines
    .map(
      (l) =>
        `<Ntry><Amt Ccy="${s.currency}">${unsigned(l.amount, '.')}</Amt><CdtDbtInd>${l.amount < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${l.day}</Dt></BookgDt><AcctSvcrRef>${l.id}</AcctSvcrRef><NtryDtls><TxDtls><RmtInf><Ustrd>${xml(l.text)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`,
    )
    .join('')}</Stmt></BkToCstmrStmt></Document>`;

export const ofx = (s: PlainStatement): string =>
  `OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:160\r\nENCODING:UTF-8\r\n\r\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>${s.currency}<BANKACCTFROM><BANKID>1<ACCTID>${s.account}<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST><DTSTART>20240501<DTEND>20240531${s.lines
    .map(
      (l) =>
        `<STMTTRN><TRNTYPE>OTHER<DTPOSTED>${l.day.replaceAll('-', '')}120000[+8:CST]<TRNAMT>${signed(l.amount)}<FITID>${l.id}<MEMO>${xml(l.text)}</STMTTRN>`,
    )
    .join(
      '\r\n',
    )}</BANKTRANLIST><LEDGERBAL><BALAMT>${signed(closing(s))}<DTASOF>20240531</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;

/** Newest first, as many banks export, with the balance after each row. */
export function csv(s: PlainStatement): string {
  let balance = s.opening;
  const rows = s.lines.map((l) => {
    balance += l.amount;
    return `${l.day},${signed(l.amount)},${signed(balance)},${s.currency},${s.account},"${l.text.replaceAll('"', '""')}",${l.id}`;
  });
  return ['Date,Amount,Balance,Currency,Account,Description,Transaction ID', ...rows.toReversed(), ''].join('\n');
}
