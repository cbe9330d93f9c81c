/** What a client needs to ask the questions and to read an Assessment, without the rules. */
import type { Finding, KnowledgeBase, Question } from '../../triage/knowledge-base';

/** Plain JSON. The texts are in all languages of the knowledge base. */
export function describeKnowledge(base: KnowledgeBase) {
  return {
    name: base.name,
    version: base.version,
    hash: base.hash,
    /** Null: no clinician has reviewed it yet. */
    review: base.review,
    region: base.region,
    dispositions: base.dispositions,
    questionnaire: base.questionnaire,
    examination: base.examination,
    questions: base.questions.map(describeField),
    findings: base.findings.map(describeField),
    conditions: base.conditions.map(({ id, name, codes }) => ({ id, name, codes })),
    redFlags: base.redFlags.map(({ id, name, urgency, condition }) => ({
      id,
      name,
      urgency,
      condition,
    })),
    instruments: base.instruments.map(({ id, name }) => ({ id, name })),
    rehabilitation: base.rehabilitation.options,
    sources: base.sources,
  };
}

/** When it is asked is a rule, and stays with the evaluators. */
function describeField(field: Question | Finding) {
  const { askWhen: _, ...described } = field;
  return described;
}
