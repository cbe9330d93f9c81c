import { answerPreflight } from '@/app/cross-origin';
import { readFrom } from '../../read-and-search';
import { allQuestionnaires } from '../../resources';

const read = readFrom(allQuestionnaires);
const preflight = answerPreflight('GET');

export { preflight as OPTIONS, read as GET };
