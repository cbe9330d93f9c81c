/** The cards when orders are signed: what in the leg speaks against one of them. */
import type { Assessment } from '../../triage/assessment';
import { dispositionOf, isMoreUrgent } from '../../triage/disposition';
import type { OrderKind } from '../../triage/schema';
import type { Assessed } from './assess-request';
import { type Card, type CardFrame, makeCard, toList, uuidOf } from './card';
import { citationLinks } from './citation-links';
import { makeNotAssessedCard } from './not-assessed-card';
import { type Objection, objectTo } from './object-to';
import { referralSuggestion } from './patient-view-cards';
import { conceptsOf, isRecognised } from './recognise';
import { type RecordResource, resourcesIn } from './resources-in';

/**
 * One card for each order that is recognised and spoken against. No card is no clearance: an order of
 * a kind that `rules/` does not name is not looked at.
 */
export function makeOrderSignCards(
  frame: CardFrame,
  assessed: Assessed,
  patientId: string,
  draftOrders: unknown,
): Card[] {
  const { orders } = frame.base.interoperability;
  const recognised = resourcesIn(draftOrders, patientId).flatMap((order) =>
    orders.filter((kind) => isRecognised(kind, conceptsOf(order))).map((kind) => ({ order, kind })),
  );
  if (assessed.state !== 'found') {
    const isOfLeg = recognised.some(({ kind }) => kind.leg);
    return isOfLeg ? [makeNotAssessedCard(frame, assessed.state, assessed.found)] : [];
  }
  return recognised.flatMap(({ order, kind }, place) => {
    const objection = objectTo(kind, assessed.assessment);
    if (!objection) return [];
    return [
      makeOrderCard(frame, assessed.assessment, patientId, { order, kind, objection, place }),
    ];
  });
}

function makeOrderCard(
  frame: CardFrame,
  assessment: Assessment,
  patientId: string,
  {
    order,
    kind,
    objection,
    place,
  }: {
    readonly order: RecordResource;
    readonly kind: OrderKind;
    readonly objection: Objection;
    readonly place: number;
  },
): Card {
  const { base, words } = frame;
  const key = `order ${kind.id} ${place}`;
  const level = dispositionOf(base, assessment.urgency).name.clinician.en;
  const withdraw = order.id
    ? [
        {
          label: words.withdraw,
          uuid: uuidOf(frame, `${key} withdraw`),
          actions: [
            {
              type: 'delete' as const,
              description: words.withdraw,
              resourceId: `${order.resourceType}/${order.id}`,
            },
          ],
        },
      ]
    : [];
  const refer = isMoreUrgent(assessment.urgency, 'routine-pt')
    ? [referralSuggestion(frame, key, assessment, patientId)]
    : [];
  return makeCard(frame, {
    key,
    summary: `${kind.name.en}: ${objection.text}`,
    detail: [
      ...toList(words.reasons, [...new Set([level, ...objection.because])]),
      ...toList(words.notExcluded, objection.notExcluded),
    ],
    indicator: objection.indicator,
    suggestions: [...withdraw, ...refer],
    links: citationLinks(base, kind.caution?.sources ?? []),
  });
}
