import { answerPreflight } from '@/app/cross-origin';
import { refuseFhir } from '../answer-fhir';

/** Whatever else is asked for below `/fhir`. */
function refuse(): Response {
  return refuseFhir(404, 'not-supported', 'This is not supported; see /fhir/metadata');
}

const preflight = answerPreflight('GET, POST');

export {
  preflight as OPTIONS,
  refuse as DELETE,
  refuse as GET,
  refuse as PATCH,
  refuse as POST,
  refuse as PUT,
};
