import { admit } from '@/app/api/v1/admit';
import { notAssessed, problem } from '@/app/api/v1/problem';
import { readJson } from '@/app/api/v1/read-json';
import { refuseMethod } from '@/app/api/v1/refuse-method';
import { serverAssess } from '@/app/api/v1/server-assess';
import { pointIssues } from '@/lib/interop/api/point-issues';
import { fromCaseData } from '@/lib/interop/fg-ai4h/from-case-data';
import { solveCaseRequest } from '@/lib/interop/fg-ai4h/schema';
import { toReply, uncertainReply } from '@/lib/interop/fg-ai4h/to-reply';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { validateInput } from '@/lib/triage/answers';

/** A case of the ITU/WHO FG-AI4H benchmark; UNCERTAIN where it is not about this leg. */
export async function POST(request: Request): Promise<Response> {
  const refusal = await admit(request, 'assess');
  if (refusal) return refusal;
  const read = await readJson(request);
  if (!read.ok) return read.response;
  const posted = solveCaseRequest.safeParse(read.value);
  if (!posted.success) return problem(422, 'This is no case', pointIssues(posted.error));
  const base = knowledgeBase();
  const input = fromCaseData(base, posted.data.caseData);
  if (!input) return Response.json(uncertainReply);
  const checked = validateInput(base, input);
  if (!checked.ok) {
    const faults = checked.faults.map(({ field, message }) => ({
      pointer: '/caseData',
      message: `${field}: ${message}`,
    }));
    return problem(422, 'The case is not valid', faults);
  }
  const assessment = await serverAssess({ input: checked.input, at: new Date() });
  return assessment ? Response.json(toReply(base, assessment)) : notAssessed();
}

const refuse = refuseMethod('POST');

export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as PUT };
