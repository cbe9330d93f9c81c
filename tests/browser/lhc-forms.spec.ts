/** A form renderer that is not ours fills in our Questionnaire, on a site of its own. */
import type { Locator, Page } from '@playwright/test';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import {
  type Answer,
  type Answers,
  type Audience,
  fieldsFor,
  type Input,
} from '@/lib/triage/answers';
import type { Finding, Question } from '@/lib/triage/knowledge-base';
import { questionsToAsk } from '@/lib/triage/self-check';
import { twinOf } from '@/lib/triage/twin';
import { answer, arrive, calmAnswer, ofThemselves } from './answer-question';
import { expect, test } from './fixtures';
import { type OtherOrigin, startOtherOrigin } from './other-origin';
import { inputOf } from './seed-self-check';

const base = knowledgeBase();
type Field = Question | Finding;

const at = '2026-11-26T12:00:00.000Z';

/** LHC-Forms of the National Library of Medicine, as it is published. */
const page = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Form</title>
  <link rel="icon" href="/webcomponent/down_arrow_gray_10_10.png">
  <link rel="stylesheet" href="/webcomponent/styles.css"></head>
  <body>
    <div id="form"></div>
    <script src="/webcomponent/assets/lib/zone.min.js"></script>
    <script src="/webcomponent/lhc-forms.js"></script>
    <script src="/fhir/R4/lformsFHIR.min.js"></script>
  </body>
</html>`;

declare global {
  interface Window {
    LForms: {
      Util: {
        addFormToPage: (form: unknown, id: string, options: object) => Promise<void>;
        getFormFHIRData: (type: string, version: string) => unknown;
      };
    };
  }
}

// A renderer of somebody else's looks as it likes; once tells what it sends.
test.skip(({ isMobile }) => isMobile);

let site: OtherOrigin;
test.beforeAll(async () => {
  site = await startOtherOrigin(page, 'node_modules/lforms/dist/lforms');
});
test.afterAll(() => site.close());

const stories = [
  'deep-vein-thrombosis/swollen-after-knee-operation',
  'achilles-rupture/pop-at-squash',
  's1-radiculopathy/sciatica-with-weak-push-off',
];

for (const name of stories) {
  test(`${name}: the answers of LHC-Forms mean what those of our form mean`, async ({
    page: browser,
    baseURL,
  }) => {
    test.setTimeout(120_000);
    if (baseURL === undefined) throw new Error('no server');
    const answers = await fillInOurs(browser, { ...ofThemselves, ...inputOf(name).answers });
    const asked = questionsToAsk(base, answers);
    const made = await fillInTheirs(browser, baseURL, 'self-check', asked, answers);
    expect(made).toBe(await assessByApi(browser, baseURL, { audience: 'patient', answers }));
  });
}

test('an examination that LHC-Forms records means what the API makes of it', async ({
  page: browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  if (baseURL === undefined) throw new Error('no server');
  const whole = inputOf('deep-vein-thrombosis/bakers-cyst-bruised-ankle-and-cancer');
  expect(whole.audience).toBe('clinician');
  const { evaluate, isAsked } = twinOf(base);
  const answers = Object.fromEntries(
    Object.entries(whole.answers).filter(([id]) => isAsked(evaluate(whole), id)),
  );
  const input = { ...whole, answers };
  const asked = fieldsFor(base, 'clinician').filter(({ id }) => id in answers);
  const made = await fillInTheirs(browser, baseURL, 'clinic-check', asked, answers);
  expect(made).toBe(await assessByApi(browser, baseURL, input));
});

/** The Assessment of what LHC-Forms makes of our form, filled in by hand on its own site. */
async function fillInTheirs(
  browser: Page,
  server: string,
  form: string,
  asked: readonly Field[],
  answers: Answers,
): Promise<string> {
  await browser.goto(site.url);
  await browser.evaluate(async (address) => {
    const questionnaire = await (await fetch(address)).json();
    await window.LForms.Util.addFormToPage(questionnaire, 'form', { fhirVersion: 'R4' });
  }, `${server}/fhir/Questionnaire/${form}`);
  const audience = form === 'self-check' ? 'patient' : 'clinician';
  for (const field of asked) {
    const given = answers[field.id];
    if (given !== undefined) await fillIn(browser, field, given, audience);
  }
  return await browser.evaluate(
    async ({ address, assessedAt }) => {
      const response = window.LForms.Util.getFormFHIRData('QuestionnaireResponse', 'R4');
      const assessed = await fetch(address, {
        method: 'POST',
        headers: { 'Content-Type': 'application/fhir+json' },
        body: JSON.stringify({
          resourceType: 'Parameters',
          parameter: [
            { name: 'response', resource: response },
            { name: 'assessedAt', valueDateTime: assessedAt },
            { name: 'output', valueCode: 'assessment' },
          ],
        }),
      });
      return await assessed.text();
    },
    { address: `${server}/fhir/Questionnaire/$assess`, assessedAt: at },
  );
}

async function assessByApi(browser: Page, server: string, input: Input): Promise<string> {
  const { audience, answers } = input;
  const answered = await browser.request.post(`${server}/api/v1/assess`, {
    data: { audience, answers, assessedAt: at },
  });
  expect(answered.status()).toBe(200);
  return await answered.text();
}

/** What our own form stores once it is filled in. */
async function fillInOurs(browser: Page, answers: Answers): Promise<Answers> {
  await browser.goto('/check');
  await browser.getByRole('button', { name: 'Start', exact: true }).click();
  for (let question = await arrive(browser); question; question = await arrive(browser)) {
    await answer(browser, question, answers[question.id] ?? calmAnswer(question));
    await browser.getByRole('button', { name: 'Continue' }).click();
    await expect(browser).not.toHaveURL(new RegExp(`question=${question.id}$`));
  }
  const stored = await browser.evaluate(() => localStorage.getItem('surae.self-check') ?? '{}');
  return JSON.parse(stored).answers;
}

async function fillIn(
  browser: Page,
  { id, options = [] }: Field,
  given: Answer,
  audience: Audience,
): Promise<void> {
  const item: Locator = browser.locator(`[id="item-${id}/1/1"]`);
  if (typeof given === 'number') return item.locator('input').first().fill(String(given));
  for (const value of typeof given === 'string' ? [given] : given) {
    const words = options.find((option) => option.value === value)?.[audience].en ?? '?';
    await item.getByText(words, { exact: true }).click();
  }
}
