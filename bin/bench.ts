/**
 * `npm run bench -- [--json] [SECTION…]`: how fast Surae is, beside what else there is. Tables on the
 * terminal, or one JSON object. Sections: rules, full, what-if, growth, ceiling, adaptive, memory,
 * batch, web, scale, api, worklist; all but the last four where none is named.
 *
 * What is ours runs through tsx, as our commands do, and pays for it: esbuild names every inner
 * function that is made. The packages of the contenders run as they come.
 */
import { runCommand } from './run-command';
import { readArguments } from './run-report';

await runCommand(async (signal, started) => {
  const { values, positionals } = readArguments(
    { json: { type: 'boolean', default: false } },
    'npm run bench [-- SECTION…] [--json]',
  );
  const [first, factor] = positionals;
  if (first === 'memory-probe') {
    // Nothing but the twin is loaded into the process that is measured.
    const { probeMemory } = await import('./bench/memory-probe');
    console.log(JSON.stringify(probeMemory(Number(factor))));
    return;
  }
  const { chooseSections, makeReport } = await import('./bench/make-report');
  const report = await makeReport(chooseSections(positionals), {
    tell: (line) => console.error(line),
    signal,
    started,
  });
  const { describeReport } = await import('./bench/describe-report');
  console.log(values.json ? JSON.stringify(report) : describeReport(report));
});
