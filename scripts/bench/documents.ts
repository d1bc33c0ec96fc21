import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../seeded-random.ts';

/** Write `count` case studies of about 3.3 kB to a folder, with the fields of the reference document; the same on every machine. */
export function writeDocuments(folder: string, count: number): void {
  mkdirSync(folder, { recursive: true });
  for (let index = 0; index < count; index++)
    writeFileSync(join(folder, `case-${String(index).padStart(6, '0')}.md`), generateDocument(index));
}

/** The pictures that all documents share. */
const pictures = ['ecommerce-rearchitecture-thumb.jpg', 'ecommerce-rearchitecture-1.jpg', 'ecommerce-rearchitecture-2.jpg'] as const;

function generateDocument(index: number): string {
  const random = seededRandom(index + 1);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const number = (low: number, high: number): number => low + Math.floor(random() * (high - low));
  const sentence = (): string => {
    const text = Array.from({ length: number(8, 16) }, () => pick(words)).join(' ');
    return `${capitalize(text)}.`;
  };
  const paragraph = (sentences: number): string => Array.from({ length: sentences }, sentence).join(' ');
  const bullets = (style: 'plain' | 'bold-led'): string =>
    Array.from({ length: 5 }, () => `  - ${style === 'bold-led' ? `**${pick(words)}:** ` : ''}${sentence()}`).join('\n');
  const usedTechnologies = new Set(Array.from({ length: 7 }, () => pick(technologies)));
  const day = new Date(Date.UTC(2024, 11, 31) - index * 86_400_000 * 0.3).toISOString().slice(0, 10);
  const [thumbnail, first, second] = pictures.map((name) => `/assets/images/projects/${name}`);
  const subject = `${pick(words)} ${pick(words)}`;
  return `---
layout: project
title: ${capitalize(subject)} ${index}
tagline: ${sentence()}
client: ${capitalize(pick(words))} ${pick(['Group', 'Works', 'Labs', 'Trust'])}
date: ${day}
thumbnail: ${thumbnail}
technologies: [${[...usedTechnologies].map((name) => `"${name}"`).join(', ')}]
industry: ${pick(['Retail', 'Health', 'Energy', 'Logistics', 'Publishing', 'Public sector'])}
business_context: |
  ${paragraph(4)}
technical_challenges: |
  ${sentence()}
${bullets('plain')}
solutions: |
  ${sentence()}
${bullets('bold-led')}
metrics:
  performance: "${number(20, 90)}% reduction in page load times"
  roi: "${number(5, 60)}% increase in conversion rate"
  impact: "99.${number(1, 9)}% uptime during peak seasons, ${number(5, 30)}% increase in average order value"
screenshots:
  - image: ${first}
    alt: "The ${subject} screen"
  - image: ${second}
    alt: "The ${subject} dashboard"
---

${paragraph(5)}
${index % 5 === 0 ? codeBlock(index, pick(words), pick(words)) : ''}
${paragraph(3)}
`;
}

function codeBlock(index: number, name: string, other: string): string {
  return `
\`\`\`ts
export async function ${name}${index}(${other}: readonly string[]): Promise<number> {
  const found = ${other}.filter((entry) => entry.startsWith('${name}-${index}'));
  // The ${other} of one run in ${index + 2}.
  return found.length > ${index % 17} ? found.length * ${index} : 0;
}
\`\`\`
`;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const words =
  'ledger parcel meter booking invoice catalogue search queue sensor permit ticket archive editor roster tariff signal shelf route batch payment review report pipeline cache schema replica broker worker service contract outage release rollback migration tenant region latency budget forecast margin audit record stock order basket journey reader museum clinic harbour turbine press field team desk'.split(
    ' ',
  );

const technologies =
  'PHP,Symfony,PrestaShop,MySQL,AWS,Docker,Vue.js,React,Node.js,TypeScript,PostgreSQL,Redis,Kafka,Kubernetes,Terraform,Go,Rust,Python,Django,FastAPI,Ruby,Rails,Elixir,Phoenix,Java,Spring,Kotlin,Scala,C#,.NET,C++,Swift,Angular,Svelte,Astro,GraphQL,RabbitMQ,Elasticsearch,OpenSearch,ClickHouse,Snowflake,Airflow,Spark,Flink,Prometheus,Grafana,Jenkins,GitLab CI,Ansible,Nginx,Varnish,Azure,GCP,Cloudflare,MongoDB,Cassandra,SQLite,DuckDB,Temporal,MQTT'.split(
    ',',
  );
