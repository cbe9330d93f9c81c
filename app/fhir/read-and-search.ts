import type { CodeSystem, OperationDefinition, Questionnaire } from 'fhir/r4';
import { serverAddress } from '@/app/server-address';
import { search } from '@/lib/interop/fhir/search';
import { admitFhir } from './admit-fhir';
import { answerFhir, refuseFhir } from './answer-fhir';

type Context = { params: Promise<{ id: string }> };

/** A handler that gives the resource with the id of the address, or 404. */
export function readFrom(
  list: () => readonly (Questionnaire | CodeSystem | OperationDefinition)[],
): (request: Request, context: Context) => Promise<Response> {
  return async (request, { params }) => {
    const refusal = await admitFhir(request, 'knowledge');
    if (refusal) return refusal;
    const { id } = await params;
    const found = list().find((one) => one.id === id);
    return found ? answerFhir(found) : refuseFhir(404, 'not-found', 'No resource has this id');
  };
}

/** A handler that gives those that meet the query. */
export function searchIn(
  list: () => readonly (Questionnaire | CodeSystem)[],
): (request: Request) => Promise<Response> {
  return async (request) => {
    const refusal = await admitFhir(request, 'knowledge');
    if (refusal) return refusal;
    const { pathname, searchParams } = new URL(request.url);
    return answerFhir(search(list(), searchParams, serverAddress(request) + pathname));
  };
}
