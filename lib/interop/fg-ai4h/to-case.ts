/** A story with an expert's answer -> a case of the benchmark. */
import type { Input } from '../../triage/answers';
import type { KnowledgeBase } from '../../triage/knowledge-base';
import type { Urgency } from '../../triage/schema';
import { conditionConcept } from './concepts';
import type { BenchmarkCase, Concept } from './schema';
import { toCaseData } from './to-case-data';
import { triageLevelOf } from './triage-level';

export interface ExpectedCase {
  /** Its path, which ends in what the case is called. */
  readonly name: string;
  readonly story: string;
  readonly input: Input;
  readonly expected: {
    readonly urgency: Urgency;
    readonly condition: string;
    readonly alternatives?: readonly string[] | undefined;
    readonly notMissed?: readonly string[] | undefined;
  };
}

const nameLengthMax = 50;

export function toCase(base: KnowledgeBase, { name, story, input, expected }: ExpectedCase) {
  const { urgency, condition, alternatives = [], notMissed = [] } = expected;
  const concept = (id: string): Concept => {
    const found = base.conditions.find((one) => one.id === id);
    if (!found) throw new Error(`condition-missing: ${id}, which ${name} expects`);
    return conditionConcept(found);
  };
  const others = new Set([...alternatives, ...notMissed].filter((id) => id !== condition));
  return {
    metaData: {
      name: shorten(name),
      description: story,
      caseCreator: 'Surae',
      spreadsheetCaseId: name,
    },
    caseData: toCaseData(base, input),
    valuesToPredict: {
      expectedTriageLevel: triageLevelOf[urgency],
      expectedCondition: concept(condition),
      otherRelevantDifferentials: [...others].map(concept),
      impossibleConditions: [],
    },
  } satisfies BenchmarkCase;
}

function shorten(name: string): string {
  const words = name.slice(name.lastIndexOf('/') + 1).replaceAll('-', ' ');
  return words.slice(0, nameLengthMax).trim();
}
