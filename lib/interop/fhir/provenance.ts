import type { Provenance, Reference } from 'fhir/r4';
import { canonicalOf, versionOf } from './canonical';
import type { DocumentSource } from './document-source';
import { referTo } from './entry';
import type { Frame } from './frame';

/** Who made what out of what: the device out of the answers, by the rules of one version. */
export function toProvenance(
  { base, assessment, signature }: DocumentSource,
  { device, practitioner }: Frame,
  { targets, response }: { readonly targets: readonly Reference[]; readonly response: Reference },
): Provenance {
  const agentOf = (code: string, who: Reference) => ({
    type: {
      coding: [
        { system: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type', code },
      ],
    },
    who,
  });
  return {
    resourceType: 'Provenance',
    target: [...targets],
    occurredDateTime: assessment.assessedAt,
    recorded: signature?.signedAt ?? assessment.assessedAt,
    policy: [`${canonicalOf('Library', 'knowledge-base')}|${versionOf(base)}`],
    agent: [
      agentOf('assembler', referTo(device)),
      ...(practitioner ? [agentOf('verifier', referTo(practitioner))] : []),
    ],
    entity: [{ role: 'source', what: response }],
  };
}
