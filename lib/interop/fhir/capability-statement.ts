import type { CapabilityStatement, OperationDefinition } from 'fhir/r4';
import type { KnowledgeBase } from '../../triage/knowledge-base';
import { canonicalOf, versionOf } from './canonical';

/** When what the server can do was last changed. */
const changedOn = '2026-11-27';

/** What a FHIR client can do here. @param url below which it does it */
export function toCapabilityStatement(base: KnowledgeBase, url: string): CapabilityStatement {
  const searched = [
    { name: '_id', type: 'token' as const },
    { name: 'url', type: 'uri' as const },
    { name: 'version', type: 'token' as const },
    { name: 'status', type: 'token' as const },
  ];
  const readable = (type: string) => ({
    type,
    interaction: [{ code: 'read' as const }, { code: 'search-type' as const }],
    searchParam: searched,
  });
  return {
    resourceType: 'CapabilityStatement',
    url: canonicalOf('CapabilityStatement', 'surae'),
    version: versionOf(base),
    name: 'Surae',
    status: base.review ? 'active' : 'draft',
    date: changedOn,
    kind: 'instance',
    software: { name: 'Surae', version: versionOf(base) },
    implementation: { description: base.name, url },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json', 'json'],
    rest: [
      {
        mode: 'server',
        security: { cors: true },
        resource: [
          {
            ...readable('Questionnaire'),
            operation: [{ name: 'assess', definition: operationUrl }],
          },
          readable('CodeSystem'),
          { type: 'OperationDefinition', interaction: [{ code: 'read' }] },
          {
            type: 'AuditEvent',
            documentation: 'Of one clinic, to a key of that clinic with the scope audit',
            interaction: [{ code: 'read' }, { code: 'search-type' }],
            searchParam: [
              { name: '_id', type: 'token' },
              { name: 'date', type: 'date' },
              { name: 'subtype', type: 'token' },
              { name: 'entity', type: 'reference', documentation: 'As entity:identifier' },
            ],
          },
        ],
      },
    ],
  };
}

const operationUrl = canonicalOf('OperationDefinition', 'assess');

/** What `$assess` takes and gives. */
export function toOperationDefinition(base: KnowledgeBase): OperationDefinition {
  const one = { min: 0, max: '1' };
  return {
    resourceType: 'OperationDefinition',
    id: 'assess',
    url: operationUrl,
    version: versionOf(base),
    name: 'Assess',
    status: base.review ? 'active' : 'draft',
    kind: 'operation',
    affectsState: false,
    code: 'assess',
    resource: ['Questionnaire'],
    system: false,
    type: true,
    instance: false,
    parameter: [
      { name: 'response', use: 'in', min: 1, max: '1', type: 'Resource' },
      { name: 'assessedAt', use: 'in', ...one, type: 'dateTime' },
      { name: 'output', use: 'in', ...one, type: 'code' },
      { name: 'return', use: 'out', min: 1, max: '1', type: 'Bundle' },
    ],
  };
}
