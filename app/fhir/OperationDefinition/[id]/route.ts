import { answerPreflight } from '@/app/cross-origin';
import { toOperationDefinition } from '@/lib/interop/fhir/capability-statement';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { readFrom } from '../../read-and-search';

const read = readFrom(() => [toOperationDefinition(knowledgeBase())]);
const preflight = answerPreflight('GET');

export { preflight as OPTIONS, read as GET };
