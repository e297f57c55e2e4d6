import { listPayments } from '../../db/queries/payments.ts';
import type { Handlers } from '../runtime/services.ts';
import { addPayment, allocate, voidPayment } from './commands.ts';
import { findPayment, toPayment, toPayments } from './view.ts';

export const paymentsHandlers: Handlers<'payments/add' | 'payments/list' | 'payments/show' | 'payments/allocate' | 'payments/void'> = {
  'payments/add': addPayment,
  'payments/list': (input, { session }) => {
    const { read } = session.book();
    return toPayments(read, listPayments(read, input.search));
  },
  'payments/show': (input, { session }) => {
    const { read } = session.book();
    return toPayment(read, findPayment(read, input.id));
  },
  'payments/allocate': allocate,
  'payments/void': voidPayment,
};
