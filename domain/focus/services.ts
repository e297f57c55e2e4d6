import { otherOf, type ServiceCategory } from './subcategories.ts';

type Row = [words: RegExp, category: ServiceCategory, subcategory?: string];

/**
 * Words of service names, Chinese and English, of the four vendors’ product lists → category and subcategory. The first row
 * that matches decides, so that “database backup” is a backup and “container registry” no storage. The bills name no
 * categories: this table is Tallybook's reading, and a service that it does not know is `Other`, as the column's page demands.
 */
const ROWS: readonly Row[] = [
  [/数据迁移|数据传输服务|数据复制|\bDRS\b|\bDTS\b|data migration|data replication/i, 'Migration', 'Data Migration'],
  [/主机迁移|云迁移|\bSMS\b.*migrat|server migration|cloud migration/i, 'Migration', 'Resource Migration'],
  [/备份|backup|\bCBR\b|\bVBS\b|\bCSBS\b/i, 'Storage', 'Backup Storage'],
  [/容灾|disaster recovery|\bSDRS\b/i, 'Management and Governance', 'Disaster Recovery'],
  [/zilliz|milvus|向量数据库|vector ?db|vectordb/i, 'Databases', 'NoSQL Databases'],
  [/缓存|redis|memcached|\bDCS\b/i, 'Databases', 'Caching'],
  [/时序|time series|influx|\bCTSDB\b/i, 'Databases', 'Time Series Databases'],
  [/数据仓库|data ?warehouse|\bDWS\b|clickhouse|\bTCHouse/i, 'Databases', 'Data Warehouses'],
  [/mongo|文档数据库|\bDDS\b|nosql|geminidb|cassandra|tcaplus|hbase|表格存储/i, 'Databases', 'NoSQL Databases'],
  [
    /mysql|postgres|mariadb|sql ?server|taurusdb|gaussdb|tdsql|关系型|云数据库|\bRDS\b|relational database|tencentdb|database/i,
    'Databases',
    'Relational Databases',
  ],
  [/数据库/, 'Databases'],
  [/对象存储|\bOBS\b|\bCOS\b|qingstor|object storage/i, 'Storage', 'Object Storage'],
  [/弹性文件|文件存储|\bSFS\b|\bCFS\b|file (?:service|storage|system)|vnas|^s2_?server$/i, 'Storage', 'File Storage'],
  [/云硬盘|块存储|\bEVS\b|\bCBS\b|volume|block storage|^disk$|硬盘|快照|snapshot/i, 'Storage', 'Block Storage'],
  [
    /容器镜像|镜像仓库|container registry|\bSWR\b|\bTCR\b|容器|kubernetes|\bCCE\b|\bCCI\b|\bTKE\b|\bEKS\b|container/i,
    'Compute',
    'Containers',
  ],
  [/函数|functiongraph|\bSCF\b|serverless|lambda/i, 'Compute', 'Serverless Compute'],
  [/云桌面|workspace|desktop/i, 'Compute', 'End User Computing'],
  [/内容分发|\bCDN\b|\bDCDN\b|\bECDN\b|content delivery|全站加速|\bEdgeOne\b/i, 'Networking', 'Content Delivery'],
  [/负载均衡|\bELB\b|\bCLB\b|load ?balance/i, 'Networking', 'Application Networking'],
  [/云解析|\bDNS\b|dnspod|域名|domain/i, 'Networking', 'Network Routing'],
  [/\bVPN\b|专线|direct connect|云连接|cloud connect|企业路由|\bCCN\b|云联网|enterprise router/i, 'Networking', 'Network Connectivity'],
  [/防火墙|firewall|\bCFW\b|高防|anti-?ddos|ddos/i, 'Networking', 'Network Security'],
  [
    /公网|弹性IP|\bEIP\b|elastic ip|带宽|bandwidth|\bNAT\b|虚拟私有云|私有网络|\bVPC\b|virtual private cloud|路由器|^router$|vxnet|网络|network/i,
    'Networking',
    'Network Infrastructure',
  ],
  [/密钥|凭据|\bKMS\b|\bDEW\b|encryption|SSL|证书|certificate/i, 'Security', 'Secret Management'],
  [/安全中心|态势|security (?:center|master)|合规/i, 'Security', 'Security Posture Management'],
  [/\bWAF\b|\bHSS\b|主机安全|入侵|威胁|threat|host security/i, 'Security', 'Threat Detection and Response'],
  [/安全|security/i, 'Security'],
  [/身份|人脸核身|eKYC|faceid|\bIAM\b|identity|\bCAM\b/i, 'Identity', 'Identity and Access Management'],
  [/大模型|generative|hunyuan|混元|盘古|pangu|\bMaaS\b|token/i, 'AI and Machine Learning', 'Generative AI'],
  [/modelarts|机器学习|machine learning|\bTI\b|训练/i, 'AI and Machine Learning', 'Machine Learning'],
  [/语音|自然语言|\bNLP\b|\bASR\b|\bTTS\b|翻译|translation|speech/i, 'AI and Machine Learning', 'Natural Language Processing'],
  [/识别|人脸|\bOCR\b|人工智能|recognition|\bAI\b/i, 'AI and Machine Learning'],
  [/mapreduce|\bMRS\b|\bEMR\b|数据湖|\bDLI\b|大数据|big ?data|spark|数据治理/i, 'Analytics', 'Data Processing'],
  [/云搜索|搜索|elasticsearch|\bCSS\b|\bES\b|search/i, 'Analytics', 'Search'],
  [/流计算|实时计算|flink|oceanus|stream/i, 'Analytics', 'Streaming Analytics'],
  [/消息|kafka|rocketmq|rabbitmq|\bDMS\b|\bCMQ\b|\bSMN\b|短信|message|\bSMS\b|通知/i, 'Integration', 'Messaging'],
  [/API ?网关|\bAPIG\b|api gateway/i, 'Integration', 'API Management'],
  [/物联网|\bIoT/i, 'Internet of Things', 'IoT Platforms'],
  [/直播|点播|\bLIVE\b|\bVOD\b|\bTRTC\b|实时音视频|视频|video|media/i, 'Media', 'Media Streaming'],
  [/游戏|game|\bGSE\b/i, 'Media', 'Gaming'],
  [/日志|\bLTS\b|\bCLS\b|监控|\bAOM\b|\bAPM\b|monitor|observab|可观测|云审计|\bCTS\b|trace/i, 'Management and Governance', 'Observability'],
  [/支持计划|技术支持|专家服务|support|professional service/i, 'Management and Governance', 'Support'],
  [/流水线|代码|devcloud|codearts|coding|devops/i, 'Developer Tools', 'Developer Platforms'],
  [/会议|邮|welink|企业微信|meeting|mail|协作/i, 'Business Applications', 'Productivity and Collaboration'],
  [/网站|website|web ?\+|应用平台|servicestage/i, 'Web', 'Application Platforms'],
  [
    /弹性云服务器|云服务器|云主机|裸金属|\bECS\b|\bCVM\b|\bBMS\b|\bHECS\b|轻量应用|lighthouse|cloud server|virtual machine|bare metal|^instance$|主机/i,
    'Compute',
    'Virtual Machines',
  ],
];

export interface Service {
  category: ServiceCategory;
  subcategory: string;
  /** False where no word of the name is in the table. */
  known: boolean;
}

const found = new Map<string, Service>();

/** Category and subcategory of a service by its name; one answer for one name, as the specification wants. */
export function serviceOf(name: string): Service {
  let service = found.get(name);
  if (!service) {
    if (found.size > 20_000) found.clear();
    const row = ROWS.find(([words]) => words.test(name));
    const category = row?.[1] ?? 'Other';
    found.set(name, (service = { category, subcategory: row?.[2] ?? otherOf(category), known: row !== undefined }));
  }
  return service;
}
