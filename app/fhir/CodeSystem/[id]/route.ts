import { answerPreflight } from '@/app/cross-origin';
import { readFrom } from '../../read-and-search';
import { allCodeSystems } from '../../resources';

const read = readFrom(allCodeSystems);
const preflight = answerPreflight('GET');

export { preflight as OPTIONS, read as GET };
