/** What the benchmark says: as JSON it is printed as it stands here. */
import type { Api } from './api/measure-api';
import type { ByContender, ContenderName } from './contender';
import type { Adaptive } from './measure-adaptive';
import type { Batch } from './measure-batch';
import type { CeilingAttained } from './measure-ceiling';
import type { Growth } from './measure-growth';
import type { Memory } from './measure-memory';
import type { WhatIfCost } from './measure-what-if';
import type { Ratios } from './ratios';
import type { Scale } from './scale/measure-scale';
import type { Web } from './web/measure-web';
import type { WorklistCost } from './worklist/measure-worklist';

// What explores comes before the peers: they would call the same code with facts of other shapes.
export const sectionNames = [
  'what-if',
  'growth',
  'rules',
  'full',
  'ceiling',
  'adaptive',
  'memory',
  'batch',
  'web',
  'scale',
  'api',
  'worklist',
] as const;
export type SectionName = (typeof sectionNames)[number];

/** What was aimed at, and whether it was reached. */
export interface Target {
  readonly what: string;
  readonly wanted: string;
  readonly got: string;
  readonly reached: boolean;
}

/** What was not asked for is not there. */
export interface Report extends Partial<WhatIfCost> {
  readonly machine: {
    readonly node: string;
    readonly cpu: string;
    readonly cores: number;
    /** How many processes wanted a core before it began; from one a core on, figures suffer. */
    readonly load: number;
  };
  readonly rules: number;
  readonly vignettes: number;
  /** How many of them stand in what is repeated thousands of times; batch and adaptive use all. */
  readonly sampled: number;
  /** Inputs on which every contender was compared with json-rules-engine. */
  readonly verified?: number;
  readonly wrong?: readonly ContenderName[];
  /** Evaluations a second of processor time. */
  readonly rulesOnly?: ByContender;
  readonly fullAssessment?: ByContender;
  readonly ratios: { readonly rulesOnly?: Ratios; readonly fullAssessment?: Ratios };
  readonly growth?: readonly Growth[];
  readonly ceilingAttained?: CeilingAttained;
  readonly adaptive?: Adaptive;
  readonly memory?: Memory;
  readonly batchPerSecond?: number;
  readonly batch?: Batch;
  readonly web?: Web;
  readonly scale?: Scale;
  readonly api?: Api;
  readonly worklist?: WorklistCost;
  readonly targets: readonly Target[];
}
