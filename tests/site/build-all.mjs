/** Build copies of the project, whose folders are the arguments, one after the other. */
import { pathToFileURL } from 'node:url';

for (const folder of process.argv.slice(2)) {
  process.chdir(folder);
  const { buildSite } = await import(pathToFileURL(`${folder}/scripts/site-build.ts`).href);
  await buildSite({});
}
