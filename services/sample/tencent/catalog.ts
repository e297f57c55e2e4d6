/** A component of a service as bills name it, with invented prices. `seconds` per charge; 0: no duration in the price. */
export interface TencentComponent {
  zh: string;
  en: string;
  itemZh: string;
  itemEn: string;
  code: string;
  price: string;
  unitZh: string;
  unitEn: string;
  seconds: number;
}

export interface TencentProduct {
  code: string;
  zh: string;
  en: string;
  subCode: string;
  subZh: string;
  subEn: string;
  components: readonly TencentComponent[];
}

const component = (
  code: string,
  zh: string,
  en: string,
  itemZh: string,
  itemEn: string,
  price: string,
  unitZh: string,
  unitEn: string,
  seconds: number,
): TencentComponent => ({
  code,
  zh,
  en,
  itemZh,
  itemEn,
  price,
  unitZh,
  unitEn,
  seconds,
});

export const PRODUCTS: readonly TencentProduct[] = [
  {
    code: 'p_cvm',
    zh: '云服务器CVM',
    en: 'Cloud Virtual Machine (CVM)',
    subCode: 'sp_cvm_s5',
    subZh: '云服务器CVM-标准型S5',
    subEn: 'CVM Standard S5',
    components: [
      component(
        'v_cvm_compute',
        '运算组件',
        'Compute',
        '运算组件-标准型S5-2核4G',
        'Compute, Standard S5, 2 cores 4 GB',
        '0.00007222',
        '个',
        'unit',
        3600,
      ),
      component('v_cvm_disk', '系统盘', 'System Disk', '高性能云硬盘', 'Premium Cloud Storage', '0.00000032', 'GB', 'GB', 3600),
      component('v_cvm_bandwidth', '带宽', 'Bandwidth', '按流量计费带宽', 'Bandwidth by traffic', '0.8', 'GB', 'GB', 0),
    ],
  },
  {
    code: 'p_eip',
    zh: '公网 IP',
    en: 'Elastic IP',
    subCode: 'sp_eip',
    subZh: '公网 IP',
    subEn: 'Elastic IP',
    components: [
      component('v_eip_hour', '公网IP资源费', 'IP Resource Fee', '公网IP资源费', 'IP resource fee', '0.00005556', '个', 'unit', 3600),
    ],
  },
  {
    code: 'p_cos',
    zh: '对象存储COS',
    en: 'Cloud Object Storage (COS)',
    subCode: 'sp_cos_bw',
    subZh: 'COS 流量',
    subEn: 'COS Traffic',
    components: [
      component('v_cos_out', '外网下行流量', 'Outbound Traffic', 'COS 外网下行流量', 'COS outbound traffic', '0.5', 'GB', 'GB', 0),
    ],
  },
  {
    code: 'p_cdb',
    zh: '云数据库MySQL',
    en: 'TencentDB for MySQL',
    subCode: 'sp_cdb_ha',
    subZh: '云数据库MySQL-高可用',
    subEn: 'TencentDB for MySQL, high availability',
    components: [
      component('v_cdb_mem', '内存', 'Memory', '云数据库MySQL-内存', 'Database memory', '0.00002963', 'GB', 'GB', 3600),
      component('v_cdb_disk', '磁盘', 'Disk', '云数据库MySQL-磁盘', 'Database disk', '0.00000022', 'GB', 'GB', 3600),
    ],
  },
  {
    code: 'p_faceid',
    zh: '人脸核身·云智慧眼',
    en: 'eKYC',
    subCode: 'sp_faceid',
    subZh: '人脸核身-后付费',
    subEn: 'Identity verification, postpaid',
    components: [component('v_faceid_call', '调用次数', 'Calls', '身份信息核验', 'Identity check', '0.98', '次', 'call', 0)],
  },
];

export const REGIONS = [
  { id: '1', zh: '华南地区（广州）', en: 'South China (Guangzhou)', zoneZh: '广州四区', zoneEn: 'Guangzhou Zone 4' },
  { id: '4', zh: '华东地区（上海）', en: 'East China (Shanghai)', zoneZh: '上海二区', zoneEn: 'Shanghai Zone 2' },
  { id: '9', zh: '东南亚地区（新加坡）', en: 'Southeast Asia (Singapore)', zoneZh: '新加坡三区', zoneEn: 'Singapore Zone 3' },
] as const;

/** Invented account numbers: payer, owners. */
export const UINS = ['100000000001', '100000000002', '100000000003'] as const;

export const PROJECTS = [
  { id: '0', zh: '默认项目', en: 'Default Project' },
  { id: '1000001', zh: 'web-portal', en: 'web-portal' },
] as const;

/** Action code → words of the Chinese and the international bill. */
export const ACTIONS: Readonly<Record<string, { zh: string; en: string; prepaid: boolean }>> = {
  postpay_deduct_h: { zh: '按量计费小时结', en: 'Hourly settlement', prepaid: false },
  postpay_deduct_d: { zh: '按量计费日结', en: 'Daily settlement', prepaid: false },
  prepay_purchase: { zh: '包年包月新购', en: 'New monthly subscription', prepaid: true },
  prepay_renew: { zh: '包年包月续费', en: 'Monthly subscription renewal', prepaid: true },
  prepay_return: { zh: '包年包月退款', en: 'Monthly subscription refund', prepaid: true },
  adjust_compensate: { zh: '线下产品调账补偿', en: 'adjust-CR', prepaid: false },
  billVirtualId: { zh: '月度计费精度差异', en: 'Monthly precision adjustment', prepaid: false },
};
