import { stripVTControlCharacters } from 'node:util';
import type { Reporter, TestCase, TestModule, TestRunEndReason } from 'vitest/node';

type Error = NonNullable<ReturnType<TestCase['result']>['errors']>[number];

/** How many lines to show of what is wrong with a page. */
const maxLines = 12;

/** Name what dist/ does not keep, page by page, without the code of the tests. */
export default class PromiseReporter implements Reporter {
  onTestModuleEnd(module: TestModule): void {
    const tests = [...module.children.allTests()];
    const broken = tests.filter((test) => test.result().state === 'failed').length;
    console.log(
      `${broken > 0 || module.errors().length > 0 ? '✗' : '✓'} ${nameOf(module)}: ${broken > 0 ? `${broken} of ` : ''}${tests.length}`,
    );
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly Error[], reason: TestRunEndReason): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const failed = tests.filter((test) => test.result().state === 'failed');
    const errors = [...unhandled, ...modules.flatMap((module) => module.errors())];
    if (reason === 'passed') return console.log(`\ndist/ keeps all ${tests.length} promises.`);
    for (const [page, broken] of Map.groupBy(failed, ({ parent, module }) => ('name' in parent ? parent.name : nameOf(module)))) {
      console.log(`\n${page}`);
      for (const test of broken) console.log(`  ${test.name}\n${(test.result().errors ?? []).flatMap(explain).join('\n')}`);
    }
    for (const error of errors) console.log(`\n${explain(error).join('\n')}\n${error.stack ?? ''}`);
    console.log(`\ndist/ breaks ${failed.length} of ${tests.length} promises.`);
  }
}

/** Name a file of tests: `browser/pages`. */
function nameOf({ moduleId }: TestModule): string {
  return moduleId.replace(/.*\/promises\/|\.test\.ts$/g, '');
}

/** The lines in which what a page has (+) differs from what is promised (-), or the message where nothing longer is compared. */
function explain({ message, diff }: Error): string[] {
  const compared = stripVTControlCharacters(diff ?? '')
    .split('\n')
    .filter((line) => !/^[+-](?: (?:Expected|Received):?|\s*[[\]{}]*,?)$/.test(line) && /^[+-]/.test(line));
  const isText = compared.some((line) => /[^+\-\s\d]/.test(line));
  const lines = isText ? [...new Set(compared)] : stripVTControlCharacters(message).split('\n');
  const more = lines.length > maxLines ? [`and ${lines.length - maxLines} more lines`] : [];
  return [...lines.slice(0, maxLines), ...more].map((line) => `    ${line}`);
}
