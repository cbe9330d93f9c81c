import { answerPreflight } from '@/app/cross-origin';
import { searchIn } from '../read-and-search';
import { allQuestionnaires } from '../resources';

const find = searchIn(allQuestionnaires);
const preflight = answerPreflight('GET');

export { find as GET, preflight as OPTIONS };
