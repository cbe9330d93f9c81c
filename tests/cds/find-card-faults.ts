import type { FhirResource } from 'fhir/r4';
import { z } from 'zod';
import { findFaults } from '../fhir/find-faults';

/** CDS Hooks 2.0, "CDS Service Response": every attribute of a card, and no other. */
const uuid = z.guid();
const text = z.string().min(1);
const coding = z.strictObject({ code: text, system: z.url(), display: text });
const resource = z.custom<FhirResource>((value) => typeof value === 'object' && value !== null);

const action = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('create'), description: text, resource }),
  z.strictObject({ type: z.literal('update'), description: text, resource }),
  z.strictObject({
    type: z.literal('delete'),
    description: text,
    resourceId: z.string().regex(/^[A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64}$/),
  }),
]);

const card = z
  .strictObject({
    uuid: uuid.optional(),
    summary: text.max(139),
    detail: text.optional(),
    indicator: z.enum(['info', 'warning', 'critical']),
    source: z.strictObject({
      label: text,
      url: z.url().optional(),
      icon: z.url().optional(),
      topic: coding.optional(),
    }),
    suggestions: z
      .array(
        z.strictObject({
          label: text,
          uuid: uuid.optional(),
          isRecommended: z.boolean().optional(),
          actions: z.array(action).min(1),
        }),
      )
      .min(1)
      .optional(),
    selectionBehavior: z.enum(['at-most-one', 'any']).optional(),
    overrideReasons: z.array(coding).min(1).optional(),
    links: z
      .array(z.strictObject({ label: text, url: z.url(), type: z.enum(['absolute', 'smart']) }))
      .min(1)
      .optional(),
  })
  .refine(
    (one) => (one.suggestions === undefined) === (one.selectionBehavior === undefined),
    'suggestions go with a selectionBehavior',
  );

const answer = z.strictObject({ cards: z.array(card) });

/** Where an answer of a CDS service leaves the specification. */
export function findCardFaults(value: unknown): string[] {
  const parsed = answer.safeParse(value);
  if (!parsed.success) return parsed.error.issues.map((issue) => `${issue.path}: ${issue.message}`);
  const { cards } = parsed.data;
  const suggestions = cards.flatMap((one) => one.suggestions ?? []);
  const names = [...cards, ...suggestions].flatMap((one) => one.uuid ?? []);
  const twice = names.filter((name, place) => names.indexOf(name) !== place);
  const resources = suggestions
    .flatMap(({ actions }) => actions)
    .flatMap((one) => (one.type === 'delete' ? [] : [one.resource]));
  return [
    ...twice.map((name) => `${name} names two things`),
    ...resources.flatMap((one) => findFaults(one)),
  ];
}
