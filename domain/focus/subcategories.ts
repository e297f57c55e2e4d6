/**
 * Service categories of FOCUS 1.2 and the subcategories of each; the last of each list is its “other”. FinOps Open Cost and
 * Usage Specification 1.2, columns ServiceCategory and ServiceSubcategory (© the FOCUS contributors, CC BY 4.0).
 */
export const SUBCATEGORIES = {
  'AI and Machine Learning': ['AI Platforms', 'Bots', 'Generative AI', 'Machine Learning', 'Natural Language Processing'],
  Analytics: ['Analytics Platforms', 'Business Intelligence', 'Data Processing', 'Search', 'Streaming Analytics'],
  'Business Applications': ['Productivity and Collaboration'],
  Compute: ['Containers', 'End User Computing', 'Quantum Compute', 'Serverless Compute', 'Virtual Machines'],
  Databases: ['Caching', 'Data Warehouses', 'Ledger Databases', 'NoSQL Databases', 'Relational Databases', 'Time Series Databases'],
  'Developer Tools': [
    'Developer Platforms',
    'Continuous Integration and Deployment',
    'Development Environments',
    'Source Code Management',
    'Quality Assurance',
  ],
  Identity: ['Identity and Access Management'],
  Integration: ['API Management', 'Messaging', 'Workflow Orchestration'],
  'Internet of Things': ['IoT Analytics', 'IoT Platforms'],
  'Management and Governance': [
    'Architecture',
    'Compliance',
    'Cost Management',
    'Data Governance',
    'Disaster Recovery',
    'Endpoint Management',
    'Observability',
    'Support',
  ],
  Media: ['Content Creation', 'Gaming', 'Media Streaming', 'Mixed Reality'],
  Migration: ['Data Migration', 'Resource Migration'],
  Mobile: [],
  Multicloud: ['Multicloud Integration'],
  Networking: [
    'Application Networking',
    'Content Delivery',
    'Network Connectivity',
    'Network Infrastructure',
    'Network Routing',
    'Network Security',
  ],
  Security: ['Secret Management', 'Security Posture Management', 'Threat Detection and Response'],
  Storage: ['Backup Storage', 'Block Storage', 'File Storage', 'Object Storage', 'Storage Platforms'],
  Web: ['Application Platforms'],
  Other: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type ServiceCategory = keyof typeof SUBCATEGORIES;

/** The subcategory for services of the category that none of its own fits. */
export const otherOf = (category: ServiceCategory): string => `Other (${category})`;

/** True where the subcategory is one of the category's. */
export const belongs = (subcategory: string, category: string): boolean =>
  Object.hasOwn(SUBCATEGORIES, category) &&
  ((SUBCATEGORIES[category as ServiceCategory] as readonly string[]).includes(subcategory) ||
    subcategory === otherOf(category as ServiceCategory));
