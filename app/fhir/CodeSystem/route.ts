import { answerPreflight } from '@/app/cross-origin';
import { searchIn } from '../read-and-search';
import { allCodeSystems } from '../resources';

const find = searchIn(allCodeSystems);
const preflight = answerPreflight('GET');

export { find as GET, preflight as OPTIONS };
