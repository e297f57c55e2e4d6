import type { Random } from '../random.ts';
import { short, time } from './values.ts';

export interface AnswerKind {
  make: (random: Random, number: number) => { item: string; row: Record<string, string | null> };
  wrap: (items: readonly string[]) => string;
}

const dashed = (printed: string): string => printed.replaceAll('/', '-');

/** Lists that come as answers of interfaces. */
export const ANSWER_ROWS: Readonly<Record<string, AnswerKind>> = {
  'tencent.api.vouchers': {
    make: (random, number) => {
      // In millionths of a 分: whole numbers, twelve yuan are 1,200,000,000.
      const [value, balance] = [BigInt(random.between(1, 90_000)) * 1_000_000n, BigInt(random.between(0, 90_000)) * 1_000_000n];
      const [created, endless] = [time(random), random.chance(300)];
      const item = `{"Status":"unUsed","PolicyRemark":"","EndTime":"${endless ? '0002-11-30' : created.day}","NominalValue":${value},"CreateTime":"${dashed(created.printed)}","BeginTime":"${created.day}","PayMode":"prePay","PayScene":"purchase,renew","VoucherId":"PPVIA${number}","ExcludedProducts":[{"PayMode":"*","GoodsName":"轻量应用服务器"},{"PayMode":"*","GoodsName":"腾讯企点客服"}],"OwnerUin":"100000000001","Balance":${balance},"ApplicableProducts":{"PayMode":"prePay","GoodsName":"云服务器CVM"}}`;
      return {
        item,
        row: {
          couponId: `PPVIA${number}`,
          account: '100000000001',
          status: 'unUsed',
          value: short(value),
          balance: short(balance),
          created: created.instant,
          effective: created.day,
          expires: endless ? null : created.day,
          billingModes: 'prePay',
          scenes: 'purchase,renew',
          products: '云服务器CVM',
          excludedProducts: '轻量应用服务器; 腾讯企点客服',
          remark: null,
        },
      };
    },
    wrap: (items) => `{"Response":{"TotalCount":${items.length},"VoucherInfos":[${items.join(',')}],"Unit":"micro"}}`,
  },
  'tencent.api.movements': {
    make: (random, number) => {
      const at = time(random);
      const [amount, balance] = [-random.between(1, 5_000_000), random.between(1, 90_000_000)];
      const yuan = (fen: number): string => short(BigInt(fen) * 1_000_000n);
      const item = `{"OperationTime":"${dashed(at.printed)}.941","ActionType":"deduct","PayChannel":"用户余额","OperationInfo":"OCR文字识别-按月结算扣费","Amount":${amount},"Balance":${balance},"BillId":"2020070800000000500917${number}","Cash":${balance},"Incentive":0,"Freezing":100,"DeductMode":"trade"}`;
      return {
        item,
        row: {
          serial: `2020070800000000500917${number}`,
          time: at.instant,
          transactionType: 'deduct',
          channel: '用户余额',
          remark: 'OCR文字识别-按月结算扣费',
          amount: yuan(amount),
          balance: yuan(balance),
          cash: yuan(balance),
          bonus: '0',
          frozen: '1',
          deductMode: 'trade',
        },
      };
    },
    wrap: (items) => `{"Response":{"Total":${items.length},"TransactionList":[${items.join(',')}]}}`,
  },
  'tencent.api.usage-samples': {
    make: (random, number) => {
      const at = time(random);
      const value = String(BigInt(random.between(1, 2_000_000_000)) * 9n);
      return {
        item: `{"Domain":"d${number}.example.com","InstanceID":"lb-${number}","DetailPoints":[{"Time":"${dashed(at.printed)}","Value":"${value}"}]}`,
        row: { time: at.instant, domain: `d${number}.example.com`, resourceId: `lb-${number}`, value, unit: 'bps' },
      };
    },
    wrap: (items) => `{"Response":{"RetCode":0,"RetMsg":"ok","Unit":"bps","DetailSets":[${items.join(',')}]}}`,
  },
};

/** Lists that hold one object: a lease, a balance. */
export const SINGLE_ANSWERS: Readonly<Record<string, (random: Random) => { text: string; rows: Record<string, string | null>[] }>> = {
  'qingcloud.api.leases': (random) => {
    const [opened, next] = [time(random).instant, time(random).instant];
    const price = short(BigInt(random.between(1, 9_000)) * 1_000_000n);
    return {
      text: JSON.stringify({
        action: 'GetLeaseInfoResponse',
        ret_code: 0,
        lease_info: {
          lease_time: opened,
          zone_id: 'gd2',
          renewal: 'auto',
          resource_id: 'ss-demo0001',
          contract: { duration: '1h', price, start_time: opened, contract_id: 'ct-demo0001' },
          renewal_time: next,
        },
        resource_id: 'ss-demo0001',
      }),
      rows: [
        {
          resourceId: 'ss-demo0001',
          region: 'gd2',
          onExpiry: 'auto',
          opened,
          expires: next,
          contractId: 'ct-demo0001',
          contractStart: opened,
          term: '1h',
          amount: price,
        },
      ],
    };
  },
  'qingcloud.api.balance': (random) => {
    const [balance, bonus] = [short(BigInt(random.between(1, 9_000_000)) * 10_000n), short(BigInt(random.between(1, 9_000_000)) * 10_000n)];
    return {
      text: JSON.stringify({ user_id: 'usr-demo0001', ret_code: 0, bonus, action: 'GetBalanceResponse', coupons: [], balance }),
      rows: [
        { account: 'usr-demo0001', kind: 'balance', couponId: 'balance', balance },
        { account: 'usr-demo0001', kind: 'bonus', couponId: 'bonus', balance: bonus },
      ],
    };
  },
};
