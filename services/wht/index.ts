import { listCertificates } from '../../db/queries/wht.ts';
import type { Handlers } from '../runtime/services.ts';
import { addCertificate } from './add.ts';
import { attachFiles, updateDraft } from './draft.ts';
import { certificateAt } from './find.ts';
import { peekNumber } from './numbering.ts';
import { exportRegister } from './register.ts';
import { reviewCertificate, submitCertificate, voidCertificate } from './review.ts';
import { saveAttachment } from './save-attachment.ts';
import { saveSettings, showSettings } from './settings.ts';
import { toCertificate, toCertificates } from './view.ts';

type Names =
  | 'wht/nextNumber'
  | 'wht/add'
  | 'wht/update'
  | 'wht/attach'
  | 'wht/settings'
  | 'wht/saveSettings'
  | 'wht/list'
  | 'wht/show'
  | 'wht/submit'
  | 'wht/review'
  | 'wht/void'
  | 'wht/export'
  | 'wht/saveAttachment';

export const whtHandlers: Handlers<Names> = {
  'wht/nextNumber': (_input, { session }) => ({ number: peekNumber(session.book().read) }),
  'wht/add': addCertificate,
  'wht/update': updateDraft,
  'wht/attach': attachFiles,
  'wht/settings': showSettings,
  'wht/saveSettings': saveSettings,
  'wht/list': (input, { session }) => {
    const { read } = session.book();
    return toCertificates(read, listCertificates(read, input), session.today());
  },
  'wht/show': (input, { session }) => {
    const { read } = session.book();
    return toCertificate(read, certificateAt(read, input), session.today());
  },
  'wht/submit': submitCertificate,
  'wht/review': reviewCertificate,
  'wht/void': voidCertificate,
  'wht/export': exportRegister,
  'wht/saveAttachment': saveAttachment,
};
