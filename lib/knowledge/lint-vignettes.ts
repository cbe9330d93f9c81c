/** What the form of a vignette alone cannot see: whether the knowledge base knows what it names. */
import { validateInput } from '../triage/answers';
import { isMoreUrgent } from '../triage/disposition';
import { emergencyQuestionIds, type KnowledgeBase } from '../triage/knowledge-base';
import { duplicatesOf, type Fault } from '../triage/knowledge-base-lint';
import { twinOf } from '../triage/twin';
import type { Vignette } from './read-vignettes';

type Report = (field: string, message: string) => void;

/** The fewest vignettes of a condition that can say how well it is found, in both splits. */
const vignettesMin = 4;

/** Every fault of vignettes that are each of the right form. */
export function lintVignettes(base: KnowledgeBase, vignettes: readonly Vignette[]): Fault[] {
  const faults: Fault[] = [];
  for (const vignette of vignettes) {
    const file = `${vignette.name}.json`;
    const report: Report = (field, message) => faults.push({ file, field, message });
    checkAnswers(base, vignette, report);
    checkExpected(base, vignette, report);
  }
  for (const { id } of base.conditions) {
    const cases = vignettes.filter(({ expected }) => expected.condition === id);
    if (cases.length < vignettesMin || new Set(cases.map(({ split }) => split)).size < 2) {
      const message = `${cases.length} vignettes; it takes ${vignettesMin}, some of each split`;
      faults.push({ file: id, field: '', message });
    }
  }
  return faults;
}

function checkAnswers(base: KnowledgeBase, { input }: Vignette, report: Report) {
  const checked = validateInput(base, input);
  for (const { field, message } of checked.ok ? [] : checked.faults) {
    report(`input.${field}`, message);
  }
  for (const id of emergencyQuestionIds(base)) {
    if (!(id in input.answers)) report(`input.answers.${id}`, 'an emergency question is answered');
  }
  if (!checked.ok) return;
  const { evaluate, isAsked } = twinOf(base);
  const evaluation = evaluate(checked.input);
  for (const id of Object.keys(input.answers)) {
    if (!isAsked(evaluation, id)) report(`input.answers.${id}`, 'is not asked, given the others');
  }
}

function checkExpected(base: KnowledgeBase, { name, expected }: Vignette, report: Report) {
  const { condition, alternatives = [], notMissed = [] } = expected;
  const { flagsPresent = [], flagsNotPresent = [] } = expected;
  if (!name.startsWith(`${condition}/`)) {
    report('expected.condition', `the file belongs in the folder ${condition}`);
  }
  const conditions = { condition: [condition], alternatives, notMissed };
  const flags = { flagsPresent, flagsNotPresent };
  checkIds('condition', base.conditions, conditions, report);
  checkIds('red flag', base.redFlags, flags, report);
  for (const id of duplicatesOf([condition, ...alternatives])) {
    report('expected.alternatives', `${id} stands there twice`);
  }
  for (const id of duplicatesOf([...flagsPresent, ...flagsNotPresent])) {
    report('expected.flagsPresent', `${id} is present or it is not`);
  }
  const { lowest, urgency, highest } = expected;
  if (isMoreUrgent(lowest, urgency) || isMoreUrgent(urgency, highest)) {
    report('expected.urgency', 'is between the lowest and the highest that could be defended');
  }
}

function checkIds(
  kind: string,
  known: readonly { readonly id: string }[],
  named: Readonly<Record<string, readonly string[]>>,
  report: Report,
) {
  for (const [field, ids] of Object.entries(named)) {
    for (const id of ids) {
      if (!known.some((one) => one.id === id)) {
        report(`expected.${field}`, `${id} is no ${kind}`);
      }
    }
  }
}
