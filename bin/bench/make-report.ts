/** Runs the sections that are asked for, and gathers their figures. */
import { availableParallelism, cpus, loadavg } from 'node:os';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { twinOf } from '@/lib/triage/twin';
import { CannotStart } from '../cannot-start';
import { halfAnswered, randomInputs, readVignetteInputs, sample } from './bench-inputs';
import type { Contender, ContenderName } from './contender';
import { findWrong } from './find-wrong';
import { judgeTargets } from './judge-targets';
import { makeContenders } from './make-contenders';
import { measureAdaptive } from './measure-adaptive';
import { measureBatch } from './measure-batch';
import { measureCeilingAttained } from './measure-ceiling';
import { measureFullAssessment, measureRulesOnly } from './measure-contenders';
import { measureGrowth } from './measure-growth';
import { measureMemory } from './measure-memory';
import { measureWhatIf } from './measure-what-if';
import { ratiosOf } from './ratios';
import { type Report, type SectionName, sectionNames } from './report';
import type { Surroundings } from './surroundings';

const randomCount = 200;
/** Vignettes for whatever is repeated thousands of times. */
const sampleCount = 20;

const onlyIfNamed: readonly SectionName[] = ['web', 'scale', 'api', 'worklist'];

/** The sections that are named; without any, all that need no browser and no database. */
export function chooseSections(names: readonly string[]): SectionName[] {
  const unknown = names.find((name) => !sectionNames.some((known) => known === name));
  if (unknown) {
    throw new CannotStart(`There is no section ${unknown}: choose of ${sectionNames.join(', ')}.`);
  }
  return sectionNames.filter((name) =>
    names.length === 0 ? !onlyIfNamed.includes(name) : names.includes(name),
  );
}

/** One section after the other. */
export async function makeReport(
  sections: readonly SectionName[],
  surroundings: Surroundings,
): Promise<Report> {
  const { tell, signal } = surroundings;
  const machine = describeMachine();
  const base = knowledgeBase();
  const twin = twinOf(base);
  const vignettes = readVignetteInputs(base);
  const inputs = sample(vignettes, sampleCount);
  const half = inputs.map(halfAnswered);
  const figures: { -readonly [Key in keyof Report]?: Report[Key] } = {};
  let contenders: Contender[] | null = null;
  let wrong: readonly ContenderName[] = [];
  const verified = async (): Promise<Contender[]> => {
    if (contenders) return contenders;
    const all = [...inputs, ...half, ...randomInputs(base, randomCount, 1)];
    tell(`comparing the contenders on ${all.length} inputs`);
    contenders = await makeContenders(base, inputs);
    wrong = await findWrong(twin.book, contenders, all);
    Object.assign(figures, { verified: all.length, wrong });
    return contenders;
  };

  const measure: Record<SectionName, () => unknown> = {
    rules: async () => {
      figures.rulesOnly = await measureRulesOnly(await verified(), inputs, wrong);
    },
    full: async () => {
      figures.fullAssessment = await measureFullAssessment(
        twin.book,
        await verified(),
        inputs,
        wrong,
      );
    },
    'what-if': () => Object.assign(figures, measureWhatIf(twin, half)),
    growth: async () => {
      figures.growth = await measureGrowth(base, inputs);
    },
    ceiling: () => {
      const random = randomInputs(base, randomCount, 2);
      figures.ceilingAttained = measureCeilingAttained(twin, [...half, ...random]);
    },
    adaptive: () => {
      figures.adaptive = measureAdaptive(twin, vignettes);
    },
    memory: () => {
      figures.memory = measureMemory();
    },
    batch: async () => {
      figures.batch = await measureBatch(vignettes);
      figures.batchPerSecond = figures.batch.perSecond;
    },
    web: async () => {
      const { measureWeb } = await import('./web/measure-web');
      figures.web = await measureWeb(surroundings);
    },
    scale: async () => {
      const { measureScale } = await import('./scale/measure-scale');
      figures.scale = await measureScale(inputs, surroundings);
    },
    api: async () => {
      const { measureApi } = await import('./api/measure-api');
      figures.api = await measureApi(vignettes, surroundings);
    },
    worklist: async () => {
      const { measureWorklist } = await import('./worklist/measure-worklist');
      figures.worklist = await measureWorklist(surroundings);
    },
  };
  for (const section of sections) {
    signal.throwIfAborted();
    tell(`measuring: ${section}`);
    await measure[section]();
  }
  const { rulesOnly, fullAssessment } = figures;
  const ratios = {
    ...(rulesOnly && { rulesOnly: ratiosOf(rulesOnly) }),
    ...(fullAssessment && { fullAssessment: ratiosOf(fullAssessment) }),
  };
  const report = {
    machine,
    rules: twin.book.rules.length,
    vignettes: vignettes.length,
    sampled: inputs.length,
    ...figures,
    ratios,
  };
  return { ...report, targets: judgeTargets(report) };
}

function describeMachine(): Report['machine'] {
  const cpu = cpus()[0]?.model.trim() ?? 'unknown';
  const load = Math.round((loadavg()[0] ?? 0) * 10) / 10;
  return { node: process.version, cpu, cores: availableParallelism(), load };
}
