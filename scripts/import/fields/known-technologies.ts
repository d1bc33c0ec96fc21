import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Names that mean a technology wherever they occur, in the form of `technologyKey`; words with another meaning (Go, Swift, Express) are left out. */
const certainNames = `
  .NET, ASP.NET, Airflow, Alpine.js, Angular, AngularJS, Ansible, Apache Kafka, ArgoCD, Argo CD, Arduino, Astro, AWS, Amazon Web Services, AWS Lambda,
  Azure, Azure DevOps, BigQuery, Bootstrap, C#, C++, Cassandra, ChatGPT, Claude, ClickHouse, CloudFormation, CloudFront, CloudWatch, Cloudflare,
  CSS, CSS3, Cypress, D3, D3.js, dbt, Databricks, Datadog, Deno, Django, Docker, Drupal, Drupal 7, Drupal 8, DynamoDB, EC2, ECS, EKS, Elasticsearch,
  Electron, Eleventy, Elixir, Ember.js, ESP32, F#, Fargate, FastAPI, Figma, Firebase, Flask, Flutter, FreeCAD, Fusion 360, Gatsby, GCP, Git, GitHub,
  GitHub Actions, GitLab, GitLab CI, Golang, Google Cloud, GPT-4, Gradle, Grafana, GraphQL, gRPC, Hadoop, Haskell, Helm, Heroku, HTML, HTML5, Hugo, IAM,
  Ionic, Istio, JavaScript, Jekyll, Jenkins, jQuery, Kafka, Keras, Kotlin, Kubernetes, K8s, LangChain, Laravel, Linux, LoRa, LoRaWAN, Magento,
  MariaDB, MATLAB, Memcached, MongoDB, MQTT, MS SQL, MySQL, Neo4j, NestJS, Netlify, Next.js, NextJS, Nginx, Node, Node.js, NodeJS, NumPy, Nuxt, Nuxt.js,
  OpenAI, OpenCV, OpenSearch, OpenShift, OpenTelemetry, Oracle Database, Pandas, PHP, Phoenix LiveView, Playwright, PostGIS, PostgreSQL, Postgres, Power BI,
  Preact, Prisma, Prometheus, Pulumi, Puppeteer, PyTorch, Python, QGIS, RabbitMQ, Rails, Ruby on Rails, Raspberry Pi, React, React Native, React.js, ReactJS,
  Redis, Redshift, Redux, Rust, S3, Sass, SCSS, SageMaker, scikit-learn, Selenium, Shopify, Sketch, Snowflake, Solidity, SolidWorks, Spring Boot, SQL,
  SQL Server, SQLite, Storybook, Strapi, Stripe, Supabase, Svelte, SvelteKit, SwiftUI, Symfony, Tableau, Tailwind, Tailwind CSS, TensorFlow, Terraform,
  Three.js, TimescaleDB, TypeScript, Unity3D, Unreal Engine, Vault, Vercel, Vite, Vue, Vue.js, VueJS, Vuex, WebAssembly, WebGL, Webpack, WooCommerce,
  WordPress, Xamarin, Xcode, Zapier`;

const certainKeys = new Set(certainNames.split(',').map((name) => technologyKey(name)));

/** Check whether a name is a technology for certain; `glossary` has the names of the project's own, in the form of `technologyKey`. */
export function isKnownTechnology(name: string, glossary: ReadonlySet<string>): boolean {
  const key = technologyKey(name);
  return certainKeys.has(key) || glossary.has(key);
}

/** Bring the name of a technology into the form in which names are compared: lower case, without spaces and hyphens. */
export function technologyKey(name: string): string {
  return name.toLowerCase().replace(/[\s-]+/g, '');
}

/** Read the names and aliases of the project's technologies, in the form of `technologyKey`; empty if there are none. */
export function readGlossary(root: string): Set<string> {
  const folder = join(root, 'src/content/technologies');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => /\.ya?ml$/.test(name)) : [];
  const entries = files.flatMap((name) => {
    try {
      return parse(readFileSync(join(folder, name), 'utf8')) as { name?: unknown; aliases?: unknown }[] | null;
    } catch {
      // The check reports a glossary that is no YAML.
      return null;
    }
  });
  return new Set(
    entries
      .flatMap((entry) => [entry?.name, entry?.aliases].flat())
      .filter((name) => typeof name === 'string')
      .map(technologyKey),
  );
}
