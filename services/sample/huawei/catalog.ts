/** A service as bills name it, with invented prices. `hourly` prices one usage unit; `monthly` null: pay-per-use only. */
export interface HuaweiProduct {
  typeCode: string;
  type: { zh: string; en: string };
  productCode: string;
  product: { zh: string; en: string };
  spec: { zh: string; en: string };
  usageType: { zh: string; en: string };
  unit: { zh: string; en: string };
  hourly: string;
  monthly: string | null;
}

const item = (
  code: string,
  type: [string, string],
  resource: string,
  product: [string, string],
  spec: [string, string],
  usageType: [string, string],
  unit: [string, string],
  hourly: string,
  monthly: string | null,
): HuaweiProduct => ({
  typeCode: `hws.service.type.${code}`,
  type: { zh: type[0], en: type[1] },
  productCode: `hws.resource.type.${resource}`,
  product: { zh: product[0], en: product[1] },
  spec: { zh: spec[0], en: spec[1] },
  usageType: { zh: usageType[0], en: usageType[1] },
  unit: { zh: unit[0], en: unit[1] },
  hourly,
  monthly,
});

const DURATION: [string, string] = ['时长', 'Duration'];
const HOUR: [string, string] = ['小时', 'hours'];
const GB: [string, string] = ['GB', 'GB'];

export const PRODUCTS: readonly HuaweiProduct[] = [
  item(
    'ec2',
    ['弹性云服务器', 'Elastic Cloud Server'],
    'vm',
    ['云主机', 'Cloud Server'],
    ['通用计算型|s6.large.2|2vCPUs|4GB|linux', 'General computing|s6.large.2|2vCPUs|4GB|linux'],
    DURATION,
    HOUR,
    '0.05713',
    '28.8',
  ),
  item(
    'ec2',
    ['弹性云服务器', 'Elastic Cloud Server'],
    'vm',
    ['云主机', 'Cloud Server'],
    ['内存优化型|m6.xlarge.8|4vCPUs|32GB|linux', 'Memory-optimized|m6.xlarge.8|4vCPUs|32GB|linux'],
    DURATION,
    HOUR,
    '0.27541',
    '131.5',
  ),
  item(
    'ebs',
    ['云硬盘', 'Elastic Volume Service'],
    'volume',
    ['云硬盘', 'Volume'],
    ['高IO|50GB', 'High I/O|50GB'],
    DURATION,
    HOUR,
    '0.00639',
    '4.6',
  ),
  item(
    'ebs',
    ['云硬盘', 'Elastic Volume Service'],
    'volume',
    ['云硬盘', 'Volume'],
    ['超高IO|500GB', 'Ultra-high I/O|500GB'],
    DURATION,
    HOUR,
    '0.12083335',
    '87',
  ),
  item(
    'vpc',
    ['虚拟私有云', 'Virtual Private Cloud'],
    'bandwidth',
    ['固定带宽', 'Fixed Bandwidth'],
    ['动态BGP|10Mbit/s', 'Dynamic BGP|10Mbit/s'],
    DURATION,
    HOUR,
    '0.315',
    '129.42',
  ),
  item(
    'vpc',
    ['虚拟私有云', 'Virtual Private Cloud'],
    'ip',
    ['弹性公网IP', 'Elastic IP'],
    ['动态BGP', 'Dynamic BGP'],
    DURATION,
    HOUR,
    '0.005',
    null,
  ),
  item(
    'obs',
    ['对象存储服务', 'Object Storage Service'],
    'obs',
    ['标准存储', 'Standard Storage'],
    ['标准存储单AZ', 'Standard storage, single AZ'],
    ['存储容量', 'Capacity'],
    GB,
    '0.00003125',
    null,
  ),
  item(
    'obs',
    ['对象存储服务', 'Object Storage Service'],
    'obs',
    ['公网流出流量', 'Outbound Internet Traffic'],
    ['公网流量', 'Internet traffic'],
    ['上行流量', 'Traffic'],
    GB,
    '0.077',
    null,
  ),
  item(
    'cdn',
    ['内容分发网络', 'Content Delivery Network'],
    'cdn',
    ['流量', 'Traffic'],
    ['中国大陆以外|流量', 'Outside the Chinese mainland|traffic'],
    ['下行流量', 'Downlink traffic'],
    GB,
    '0.0416',
    null,
  ),
  item(
    'rds',
    ['云数据库', 'Relational Database Service'],
    'rds.vm',
    ['云数据库实例', 'Database Instance'],
    ['rds.mysql.x1.large.4.ha', 'rds.mysql.x1.large.4.ha'],
    DURATION,
    HOUR,
    '0.264',
    '126.14',
  ),
  item(
    'dcs',
    ['分布式缓存服务', 'Distributed Cache Service'],
    'dcs3',
    ['Redis实例', 'Redis Instance'],
    ['redis.ha.xu1.large.r2.4', 'redis.ha.xu1.large.r2.4'],
    DURATION,
    HOUR,
    '0.098',
    '47.04',
  ),
  item(
    'elb',
    ['弹性负载均衡', 'Elastic Load Balance'],
    'elbv3',
    ['独享型负载均衡', 'Dedicated Load Balancer'],
    ['L7_flavor.elb.s1.small', 'L7_flavor.elb.s1.small'],
    ['LCU数量', 'LCUs'],
    ['个', 'LCU'],
    '0.00702778',
    null,
  ),
  item(
    'nat',
    ['NAT网关', 'NAT Gateway'],
    'natgateway',
    ['公网NAT网关', 'Public NAT Gateway'],
    ['中型', 'Medium'],
    DURATION,
    HOUR,
    '0.191',
    '92',
  ),
  item(
    'cce',
    ['云容器引擎', 'Cloud Container Engine'],
    'cluster',
    ['集群管理', 'Cluster Management'],
    ['cce.s2.small', 'cce.s2.small'],
    DURATION,
    HOUR,
    '0.23',
    '110',
  ),
  item(
    'aom',
    ['应用运维管理', 'Application Operations Management'],
    'aom.alarmruleai',
    ['告警规则', 'Alarm Rules'],
    ['智能告警', 'Intelligent alarms'],
    ['次数', 'Count'],
    ['次', 'times'],
    '0.00000024',
    null,
  ),
  item(
    'nosql',
    ['文档数据库服务', 'Document Database Service'],
    'nosql.vm',
    ['文档数据库实例', 'Document Database Instance'],
    ['dds.mongodb.s6.xlarge.2.repset', 'dds.mongodb.s6.xlarge.2.repset'],
    DURATION,
    HOUR,
    '0.3916',
    '188.1',
  ),
];

export const REGIONS = [
  { code: 'ap-southeast-1', zh: '中国-香港', en: 'CN-Hong Kong' },
  { code: 'ap-southeast-2', zh: '亚太-曼谷', en: 'AP-Bangkok' },
  { code: 'ap-southeast-3', zh: '亚太-新加坡', en: 'AP-Singapore' },
  { code: 'la-south-2', zh: '拉美-圣地亚哥', en: 'LA-Santiago' },
] as const;

/** Invented accounts; the first pays for all. */
export const ACCOUNTS = ['demo-finance', 'demo-research', 'demo-shop'] as const;

export const PROJECTS = [
  { id: '0', zh: 'default', en: 'default' },
  { id: '5f2c7a10-0000-4000-8000-000000000001', zh: 'web-portal', en: 'web-portal' },
  { id: '5f2c7a10-0000-4000-8000-000000000002', zh: 'data-platform', en: 'data-platform' },
  { id: '5f2c7a10-0000-4000-8000-000000000003', zh: 'ai-lab', en: 'ai-lab' },
  { id: '', zh: '未归集', en: 'Unallocated' },
] as const;

/** English words for bill types, by API code: translations for English samples. */
export const BILL_TYPE_EN: Readonly<Record<string, string>> = {
  '1': 'Expenditure-Purchase',
  '2': 'Expenditure-Renewal',
  '3': 'Expenditure-Change',
  '4': 'Refund-Unsubscription',
  '5': 'Expenditure-Use',
  '8': 'Expenditure-Auto-renewal',
  '9': 'Adjustment-Compensation',
  '15': 'Expenditure-Tax',
  '16': 'Adjustment-Deduction',
  '20': 'Refund-Change',
  '100': 'Refund-Tax',
  '101': 'Adjustment-Compensation Tax',
  '102': 'Adjustment-Deduction Tax',
};
