/** The questions as a FHIR R4 Questionnaire. */
import type { Extension, Questionnaire, QuestionnaireItem } from 'fhir/r4';
import { type Audience, fieldsFor } from '../../triage/answers';
import { describeField } from '../../triage/describe-answer';
import type { Block, Finding, KnowledgeBase, Question } from '../../triage/knowledge-base';
import type { Option } from '../../triage/schema';
import { say, sayTo, type Voice } from '../../triage/voice';
import { canonicalOf, questionnaireIds, systemOf, versionOf } from './canonical';
import { enablingsOf, groupsAround } from './enable-when';
import { codesOfField, unitOf } from './field-codes';

const extensionOf = (name: string) => `http://hl7.org/fhir/StructureDefinition/${name}`;

/**
 * The form that an audience fills in, in its wording: the self-check, or the same questions and the
 * examination in clinical words. What is left empty is unknown, never "no".
 */
export function toQuestionnaire(
  base: KnowledgeBase,
  audience: Audience,
  language = 'en',
): Questionnaire {
  const voice = { audience, language };
  const id = questionnaireIds[audience];
  const { review } = base;
  return {
    resourceType: 'Questionnaire',
    id,
    language,
    url: canonicalOf('Questionnaire', id),
    version: versionOf(base),
    name: audience === 'patient' ? 'SuraeSelfCheck' : 'SuraeClinicCheck',
    title: sayTo(base.interoperability.title, voice),
    status: review ? 'active' : 'draft',
    subjectType: ['Patient'],
    ...(review && { date: review.on, approvalDate: review.on }),
    description: [
      sayTo(base.intendedUse, voice),
      ...(review ? [] : [say(base.notReviewedNotice, voice)]),
      say(base.disclaimer, voice),
    ].join('\n\n'),
    purpose: sayTo(base.misuse, voice),
    item: blocksFor(base, audience).map((block) => toGroup(base, block, voice)),
  };
}

function blocksFor({ questionnaire, examination }: KnowledgeBase, audience: Audience) {
  return audience === 'patient' ? questionnaire : [...questionnaire, ...examination];
}

function toGroup(base: KnowledgeBase, { id, name, fields }: Block, voice: Voice) {
  const known = fieldsFor(base, voice.audience);
  return {
    linkId: `${id}-block`,
    text: say(name, voice),
    type: 'group' as const,
    item: fields.flatMap((field) =>
      known.filter((one) => one.id === field).map((one) => toItem(base, one, voice)),
    ),
  };
}

function toItem(base: KnowledgeBase, field: Question | Finding, voice: Voice): QuestionnaireItem {
  const { id, type, options = [] } = field;
  const help = helpOf(field);
  const enablings = enablingsOf(base, field);
  const item: QuestionnaireItem = {
    ...(type === 'number'
      ? { extension: bounds(base, field) }
      : { extension: [control(type === 'multiple' ? 'check-box' : 'radio-button')] }),
    linkId: id,
    code: codesOfField(base, field),
    text: describeField(field, voice),
    type: type === 'number' ? 'decimal' : 'choice',
    ...enablings.at(-1),
    ...(type === 'multiple' && { repeats: true }),
    ...(options.length > 0 && { answerOption: options.map((one) => toOption(id, one, voice)) }),
    ...(help && {
      item: [
        {
          extension: [control('help')],
          linkId: `${id}-help`,
          text: say(help, voice),
          type: 'display' as const,
        },
      ],
    }),
  };
  return groupsAround(field).reduceRight<QuestionnaireItem>(
    (inner, linkId, place) => ({
      linkId,
      type: 'group',
      ...enablings[place],
      item: [inner],
    }),
    item,
  );
}

function helpOf(field: Question | Finding) {
  return 'procedure' in field ? field.procedure : field.help;
}

function toOption(field: string, option: Option, voice: Voice) {
  return {
    ...(option.exclusive && {
      extension: [{ url: extensionOf('questionnaire-optionExclusive'), valueBoolean: true }],
    }),
    valueCoding: { system: systemOf(field), code: option.value, display: sayTo(option, voice) },
  };
}

function bounds(base: KnowledgeBase, field: Question | Finding): Extension[] {
  const { minimum, maximum } = field;
  const unit = unitOf(base, field);
  return [
    ...(minimum === undefined ? [] : [{ url: extensionOf('minValue'), valueDecimal: minimum }]),
    ...(maximum === undefined ? [] : [{ url: extensionOf('maxValue'), valueDecimal: maximum }]),
    ...(unit ? [{ url: extensionOf('questionnaire-unit'), valueCoding: unit }] : []),
  ];
}

function control(code: string): Extension {
  const system = 'http://hl7.org/fhir/questionnaire-item-control';
  return {
    url: extensionOf('questionnaire-itemControl'),
    valueCodeableConcept: { coding: [{ system, code }] },
  };
}
