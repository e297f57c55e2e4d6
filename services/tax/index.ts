import { taxOptions } from '../../domain/tax/options.ts';
import { packName, taxPack, type TaxPack } from '../../domain/tax/pack.ts';
import { quote } from '../../domain/tax/quote.ts';
import type { taxQuotes } from '../contract/tax-quotes.ts';
import type { taxRules } from '../contract/tax-rules.ts';
import { holdExpected } from '../close/locked.ts';
import { inTransaction, type Act } from '../invoices/act.ts';
import { withResidence } from '../residence/with-residence.ts';
import type { Context, Handlers } from '../runtime/services.ts';
import { listOwnRules } from '../../db/queries/tax-rules.ts';
import { basePack, ownInEffect, packOfBook } from './book-pack.ts';
import { checkedCase } from './checked-case.ts';
import { addRule, overrideRule, switchOffRule, withdrawRule } from './own-rules.ts';
import { nameOf, readPack, writePack, type PackFile } from './pack-file.ts';
import { planOf, takeIn } from './pack-import.ts';
import { quoteRecord, quotesOf, recompute } from './quotes.ts';
import { recordQuote } from './record-quote.ts';
import { rulesOf } from './rule-list.ts';

type Names = 'tax/options' | 'tax/quote' | keyof typeof taxRules | keyof typeof taxQuotes;

const bookOf = ({ session }: Context) => (session.open ? session.book().read : null);
/** The rules of the open book; without one, those that the program ships with. */
const packInUse = (context: Context): TaxPack => {
  const read = bookOf(context);
  return read ? packOfBook(read) : taxPack;
};

/** A command that changes rules, none of which may change the tax of a locked period. */
const changing = <T>(context: Context, work: (act: Act) => T): T =>
  inTransaction(context, (act) => holdExpected(act.write, act.today, () => work(act)));

/** Options, quotes, the list of rules and the look at a pack need no book. */
export const taxHandlers: Handlers<Names> = {
  'tax/options': (_, context) => taxOptions(packInUse(context)),
  'tax/quote': (input, context) => quote(packInUse(context), withResidence(bookOf(context), checkedCase(input))),

  'tax/rules': ({ country }, context) => rulesOf(bookOf(context), country),
  'tax/add-rule': ({ rule, reason }, context) => changing(context, (act) => addRule(act, rule, reason)),
  'tax/override-rule': ({ replaces, with: by, reason }, context) => changing(context, (act) => overrideRule(act, replaces, by, reason)),
  'tax/switch-off-rule': ({ replaces, since, reason }, context) => changing(context, (act) => switchOffRule(act, replaces, since, reason)),
  'tax/withdraw-rule': ({ id, reason }, context) => changing(context, (act) => withdrawRule(act, id, reason)),

  'tax/export-pack': async ({ target, what }, context) => {
    const { path, name } = context.host.files.resolve(target, 'write');
    const content = contentOf(context, what);
    const sha256 = await writePack(path, content, context.signal);
    const rules = content.kind === 'pack' ? content.pack.rules.length : content.rules.length;
    return { file: name, sha256, what, name: nameOf(content), rules };
  },
  'tax/diff-pack': async ({ file }, context) => {
    const { path, name } = context.host.files.resolve(file, 'read');
    const content = await readPack(path, name);
    const { diff, refusal, forcible } = planOf(bookOf(context), content);
    const current = context.session.open ? rulesOf(bookOf(context), null).pack.name : packName(taxPack);
    return { kind: content.kind, name: nameOf(content), current, diff, refusal, forcible };
  },
  'tax/import-pack': async ({ file, force }, context) => {
    const { path, name } = context.host.files.resolve(file, 'read');
    const content = await readPack(path, name);
    return { kind: content.kind, name: nameOf(content), ...changing(context, (act) => takeIn(act, content, force)) };
  },

  'tax/quotes': ({ rule, limit }, { session }) => quotesOf(session.book().read, rule, limit),
  'tax/quote-record': ({ id }, { session }) => quoteRecord(session.book().read, id),
  'tax/recompute': ({ id }, { session }) => recompute(session.book().read, id),
  'tax/record-quote': (input, context) => inTransaction(context, (act) => recordQuote(act, input)),
};

function contentOf(context: Context, what: 'pack' | 'own'): PackFile {
  if (what === 'pack') return { kind: 'pack', pack: packInUse(context) };
  const read = context.session.book().read;
  const { id, version } = basePack(read).pack;
  return { kind: 'own', base: { id, version }, rules: ownInEffect(listOwnRules(read)) };
}
