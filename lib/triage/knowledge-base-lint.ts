/** What the schemas alone cannot see: references, directions, orders. */

import { isMoreUrgent } from './disposition';
import {
  type Block,
  comparisonsOf,
  type Finding,
  type KnowledgeBase,
  type Question,
  type RedFlag,
} from './knowledge-base';
import { nameKey } from './name-key';
import { findNeedlesslyOpen } from './needlessly-open';
import { operatorReads } from './operators';
import {
  type Citation,
  type Comparison,
  rehabilitationOptionIds,
  urgencyLevels,
  type When,
} from './schema';
import { optionsMax } from './typed-facts';

export interface Fault {
  readonly file: string;
  readonly field: string;
  readonly message: string;
}

type Report = (file: string, field: string, message: string) => void;

/** Every fault of a knowledge base whose files are each of the right form. */
export function lintKnowledgeBase(base: KnowledgeBase): Fault[] {
  const faults: Fault[] = [];
  const report: Report = (file, field, message) =>
    faults.push({ file: `${file}.json`, field, message });

  checkBlocks('questionnaire', base.questionnaire, base.questions, report);
  checkBlocks('examination', base.examination, base.findings, report);
  checkOptions(base, report);
  checkFactNames(base, report);
  for (const { file, field, when, facts } of everyWhen(base)) {
    const before = faults.length;
    for (const comparison of comparisonsOf(when)) {
      checkComparison(comparison, facts, file, field, report);
    }
    if (faults.length > before) continue;
    for (const fact of findNeedlesslyOpen(when, facts)) {
      report(
        file,
        field,
        `is open while ${fact} is unknown, though every answer agrees: rewrite it`,
      );
    }
  }
  checkConditions(base, report);
  checkRedFlags(base, report);
  checkInstruments(base, report);
  checkScales(base, report);
  checkFollowUp(base, report);
  checkCitations(base, report);
  return faults;
}

type Field = Question | Finding;
type FactTypes = ReadonlyMap<string, Field | 'score'>;

function checkBlocks(
  file: string,
  blocks: readonly Block[],
  fields: readonly Field[],
  report: Report,
) {
  const listed = blocks.flatMap((block) => block.fields);
  for (const id of duplicatesOf(listed)) report(file, 'blocks', `${id} is listed twice`);
  for (const id of listed) {
    if (!fields.some((field) => field.id === id)) report(file, 'blocks', `${id} does not exist`);
  }
  for (const { id } of fields) {
    if (!listed.includes(id)) report(file, 'blocks', `${id} is in no block`);
  }
}

function checkOptions({ questions, findings }: KnowledgeBase, report: Report) {
  const check = (folder: string, { id, options = [], type }: Field) => {
    for (const value of duplicatesOf(options.map((option) => option.value))) {
      report(`${folder}/${id}`, 'options', `${value} stands there twice`);
    }
    if (options.length > optionsMax) {
      report(`${folder}/${id}`, 'options', `no more than ${optionsMax} can be told apart`);
    }
    if (type === 'single' && options.some((option) => option.exclusive)) {
      report(`${folder}/${id}`, 'options', 'a single choice needs no exclusive option');
    }
  };
  for (const question of questions) check('questionnaire', question);
  for (const finding of findings) check('examination', finding);
}

function checkFactNames({ questions, findings, instruments }: KnowledgeBase, report: Report) {
  const names = [...questions, ...findings, ...instruments].map(({ id }) => id);
  for (const id of duplicatesOf(names)) {
    report('knowledge-base', '', `${id} names two of: question, finding, instrument`);
  }
}

/** Every rule of the knowledge base, with the facts that it may read. */
function everyWhen(base: KnowledgeBase) {
  const fields = [...base.questions, ...base.findings];
  const answers: FactTypes = new Map(fields.map((field) => [field.id, field]));
  const scores = base.instruments.map(({ id }) => [id, 'score'] as const);
  const everything: FactTypes = new Map<string, Field | 'score'>([...answers, ...scores]);
  const list: { file: string; field: string; when: When; facts: FactTypes }[] = [];

  const addAskWhen = (folder: string, ordered: readonly Field[]) =>
    ordered.forEach(({ id, askWhen }, place) => {
      const earlier = new Map(ordered.slice(0, place).map((field) => [field.id, field]));
      if (askWhen) {
        list.push({ file: `${folder}/${id}`, field: 'askWhen', when: askWhen, facts: earlier });
      }
    });
  addAskWhen('questionnaire', base.questions);
  addAskWhen('examination', base.findings);

  for (const { id, appliesWhen, items = [] } of base.instruments) {
    const file = `instruments/${id}`;
    if (appliesWhen) list.push({ file, field: 'appliesWhen', when: appliesWhen, facts: answers });
    for (const item of items) {
      list.push({ file, field: `items.${item.id}`, when: item.when, facts: answers });
    }
  }
  for (const { id, when } of base.outOfScope) {
    list.push({ file: 'knowledge-base', field: `outOfScope.${id}`, when, facts: answers });
  }
  // What makes something milder is asked of everybody: nobody keeps a floor that cannot be lifted.
  const askedOfAll: FactTypes = new Map(
    base.questions.filter(({ askWhen }) => !askWhen).map((field) => [field.id, field]),
  );
  for (const { id, when, milder } of base.redFlags) {
    const file = `red-flags/${id}`;
    list.push({ file, field: 'when', when, facts: everything });
    if (milder) list.push({ file, field: 'milder.when', when: milder.when, facts: askedOfAll });
  }
  for (const { id, supports, opposes, referral } of base.conditions) {
    if (referral.milder) {
      const file = `conditions/${id}`;
      list.push({
        file,
        field: 'referral.milder.when',
        when: referral.milder.when,
        facts: askedOfAll,
      });
    }
    const named = { supports, opposes, 'referral.modifiers': referral.modifiers };
    for (const [field, rules] of Object.entries(named)) {
      for (const rule of rules) {
        list.push({
          file: `conditions/${id}`,
          field: `${field}.${rule.id}`,
          when: rule.when,
          facts: everything,
        });
      }
    }
  }
  return list;
}

function checkComparison(
  { fact, operator, value }: Comparison,
  facts: FactTypes,
  file: string,
  field: string,
  report: Report,
) {
  const read = facts.get(fact);
  if (read === undefined) {
    report(file, field, `${fact} is no question or finding that this rule can read`);
    return;
  }
  const type = read === 'score' ? 'number' : read.type;
  if (operatorReads[operator] !== type) {
    const fitting = Object.entries(operatorReads).flatMap(([name, reads]) =>
      reads === type ? [name] : [],
    );
    report(
      file,
      field,
      `${fact} is a ${type}: ${fitting.join(', ')} read it, ${operator} does not`,
    );
    return;
  }
  if (typeof value === 'number') {
    const { minimum = value, maximum = value } = read === 'score' ? {} : read;
    if (value < minimum || value > maximum) {
      report(file, field, `${fact} is between ${minimum} and ${maximum}, never ${value}`);
    }
    return;
  }
  const options = read === 'score' ? [] : (read.options ?? []);
  for (const one of value) {
    const option = options.find((candidate) => candidate.value === one);
    if (!option) {
      const values = options.map(({ value }) => value).join(', ');
      report(file, field, `${fact} has no option ${one}; its options are ${values}`);
    }
    if (option?.unknown) report(file, field, `${fact}: ${one} is the unknown; no rule can read it`);
  }
}

function checkConditions({ conditions, findings }: KnowledgeBase, report: Report) {
  const known = new Set(findings.map(({ id }) => id));
  const names = conditions.map(({ name }) => name.clinician.en);
  for (const { id, name, supports, opposes, referral, examine, rehabilitation } of conditions) {
    const file = `conditions/${id}`;
    if (duplicatesOf(names).has(name.clinician.en)) {
      report(file, 'name.clinician.en', 'another condition has the same name');
    }
    const ids = [...supports, ...opposes].map((one) => one.id);
    for (const twice of duplicatesOf(ids)) report(file, 'supports', `${twice} stands there twice`);
    for (const { id: rule, weight } of supports) {
      if (weight.likelihoodRatio <= 1)
        report(file, `supports.${rule}`, 'supports nothing: its ratio is 1 or less');
    }
    for (const { id: rule, weight } of opposes) {
      if (weight.likelihoodRatio >= 1)
        report(file, `opposes.${rule}`, 'opposes nothing: its ratio is 1 or more');
    }
    for (const modifier of referral.modifiers) {
      const [own, usual] = [modifier, referral].map((one) => urgencyLevels.indexOf(one.urgency));
      const changesMore = modifier.to !== undefined || modifier.tests !== undefined;
      if ((own ?? 0) > (usual ?? 0) || (own === usual && !changesMore)) {
        report(
          file,
          `referral.modifiers.${modifier.id}`,
          'raises no urgency, and changes nothing else',
        );
      }
    }
    checkMilder(referral, file, 'referral.milder.urgency', report);
    for (const finding of [...examine.confirm, ...examine.exclude]) {
      if (!known.has(finding)) report(file, 'examine', `${finding} does not exist`);
    }
    for (const option of rehabilitationOptionIds) {
      if (!(option in rehabilitation.options)) {
        report(file, `rehabilitation.options.${option}`, 'is missing');
      }
    }
  }
}

/** A milder form is milder, and there is none of an emergency. */
function checkMilder(
  full: Pick<RedFlag, 'urgency'> & { readonly milder?: Pick<RedFlag, 'urgency'> | undefined },
  file: string,
  field: string,
  report: Report,
) {
  if (full.milder === undefined) return;
  if (!isMoreUrgent(full.urgency, full.milder.urgency)) {
    report(file, field, 'is no milder than the full form');
  }
  if (full.urgency === 'emergency-now') report(file, field, 'an emergency has no milder form');
}

function checkRedFlags({ redFlags, conditions }: KnowledgeBase, report: Report) {
  const known = new Set(conditions.map(({ id }) => id));
  for (const { id, urgency, to, condition, alsoConsider, milder } of redFlags) {
    checkMilder({ urgency, milder }, `red-flags/${id}`, 'milder.urgency', report);
    const pointedTo = conditions.find((one) => one.id === condition);
    const isOfItsLevel = pointedTo?.referral.urgency === urgency;
    if (!isOfItsLevel && to === undefined) {
      report(`red-flags/${id}`, 'to', 'is missing: no referral of that urgency says to whom');
    }
    for (const one of condition === null ? alsoConsider : [condition, ...alsoConsider]) {
      if (!known.has(one)) report(`red-flags/${id}`, 'condition', `${one} does not exist`);
    }
  }
}

function checkInstruments({ instruments, questions, findings }: KnowledgeBase, report: Report) {
  const numbers = [...questions, ...findings].filter(({ type }) => type === 'number');
  for (const { id, items = [], measure, bands, variantOf } of instruments) {
    const file = `instruments/${id}`;
    if (variantOf !== undefined && !instruments.some((other) => other.id === variantOf)) {
      report(file, 'variantOf', `${variantOf} does not exist`);
    }
    for (const twice of duplicatesOf(items.map((item) => item.id))) {
      report(file, 'items', `${twice} stands there twice`);
    }
    if (measure !== undefined && !numbers.some((field) => field.id === measure)) {
      report(file, 'measure', `${measure} is no number that anybody answers`);
    }
    bands.forEach(({ from }, place) => {
      if (from !== bands[place - 1]?.below) {
        report(file, `bands.${place}.from`, 'begins where the band before it ends');
      }
    });
    if (bands.at(-1)?.below !== undefined) report(file, 'bands', 'the last band is open above');
  }
}

function checkScales(base: KnowledgeBase, report: Report) {
  base.dispositions.forEach(({ id }, place) => {
    if (id !== urgencyLevels[place]) {
      report('dispositions', `dispositions.${place}.id`, `${urgencyLevels[place]} belongs here`);
    }
  });
  for (const id of rehabilitationOptionIds) {
    if (base.rehabilitation.options.filter((option) => option.id === id).length !== 1) {
      report('rehabilitation', 'options', `${id} stands there once`);
    }
  }
  base.reasoning.likelihoods.forEach(({ fromOdds }, place, all) => {
    const above = all[place - 1];
    if (above && fromOdds >= above.fromOdds) {
      report('knowledge-base', `reasoning.likelihoods.${place}`, 'the highest comes first');
    }
  });
  if (base.reasoning.likelihoods.at(-1)?.fromOdds !== 0) {
    report('knowledge-base', 'reasoning.likelihoods', 'the last word holds from odds 0');
  }
}

/** What is asked again starts from questions that there are. */
function checkFollowUp({ followUp, questions }: KnowledgeBase, report: Report) {
  for (const twice of duplicatesOf(followUp.items.map(({ id }) => id))) {
    report('follow-up', `items.${twice}`, 'stands there twice');
  }
  for (const { id, startsFrom } of followUp.items) {
    const question = questions.find((one) => one.id === startsFrom);
    if (startsFrom === undefined || question?.type === 'number') continue;
    report('follow-up', `items.${id}.startsFrom`, `${startsFrom} is no question for a number`);
  }
}

/** Every citation exists, every source is cited. */
function checkCitations(base: KnowledgeBase, report: Report) {
  const cited = new Set<string>();
  for (const { file, field, citations } of everyCitation(base)) {
    for (const { id } of citations) {
      cited.add(id);
      if (!(id in base.sources)) report(file, field, `rules/sources.json has no ${id}`);
    }
  }
  for (const id of Object.keys(base.sources)) {
    if (!cited.has(id)) report('sources', `sources.${id}`, 'nothing cites it');
  }
}

/** Lists of citations, wherever they stand: under a key `sources` that holds a list. */
function everyCitation(base: KnowledgeBase) {
  const found: { file: string; field: string; citations: readonly Citation[] }[] = [];
  const walk = (file: string, node: unknown, path: readonly string[] = []) => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      const here = [...path, nameKey(node, key)];
      if (key === 'sources' && Array.isArray(value)) {
        found.push({ file, field: here.join('.'), citations: value });
      } else {
        walk(file, value, here);
      }
    }
  };
  const files = {
    questionnaire: base.questions,
    examination: base.findings,
    conditions: base.conditions,
    'red-flags': base.redFlags,
    instruments: base.instruments,
  };
  for (const [folder, things] of Object.entries(files)) {
    for (const thing of things) walk(`${folder}/${thing.id}`, thing);
  }
  walk('knowledge-base', { reasoning: base.reasoning, outOfScope: base.outOfScope });
  walk('rehabilitation', base.rehabilitation);
  walk('follow-up', base.followUp);
  return found;
}

/** The ids that stand in the list more than once. */
export function duplicatesOf(ids: readonly string[]): Set<string> {
  return new Set(ids.filter((id, place) => ids.indexOf(id) !== place));
}
