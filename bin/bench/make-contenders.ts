/** All who take part, ready to run. */
import type { Input } from '@/lib/triage/answers';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import type { Contender } from './contender';
import { handWritten } from './contenders/hand-written';
import { jsonLogicEngine } from './contenders/json-logic-engine';
import { jsonRulesEngineNew } from './contenders/json-rules-engine-new';
import { jsonRulesEngineReused } from './contenders/json-rules-engine-reused';
import { nodeRules } from './contenders/node-rules';
import { surae } from './contenders/surae';
import { zen } from './contenders/zen';

/** @param trial the inputs on which the shape of the hand-written rules is chosen */
export async function makeContenders(
  base: KnowledgeBase,
  trial: readonly Input[],
): Promise<Contender[]> {
  return [
    surae(base),
    jsonRulesEngineNew(base),
    jsonRulesEngineReused(base),
    zen(base),
    jsonLogicEngine(base),
    nodeRules(base),
    await handWritten(base, trial),
  ];
}
