/** A form renderer that is not ours fills in our Questionnaire, on a site of its own. */
import type { Locator, Page } from '@playwright/test';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import type { Answer, Answers } from '@/lib/triage/answers';
import type { Question } from '@/lib/triage/knowledge-base';
import { questionsToAsk } from '@/lib/triage/self-check';
import { answer, arrive, calmAnswer, ofThemselves } from './answer-question';
import { expect, test } from './fixtures';
import { type OtherOrigin, startOtherOrigin } from './other-origin';
import { inputOf } from './seed-self-check';

const base = knowledgeBase();
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
    await browser.goto(site.url);
    await browser.evaluate(async (server) => {
      const answered = await fetch(`${server}/fhir/Questionnaire/self-check`);
      const form = await answered.json();
      await window.LForms.Util.addFormToPage(form, 'form', { fhirVersion: 'R4' });
    }, baseURL);
    for (const question of questionsToAsk(base, answers)) {
      const given = answers[question.id];
      if (given !== undefined) await fillIn(browser, question, given);
    }
    const made = await browser.evaluate(
      async ({ server, assessedAt }) => {
        const response = window.LForms.Util.getFormFHIRData('QuestionnaireResponse', 'R4');
        const assessed = await fetch(`${server}/fhir/Questionnaire/$assess`, {
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
      { server: baseURL, assessedAt: at },
    );
    const ours = await browser.request.post(`${baseURL}/api/v1/assess`, {
      data: { audience: 'patient', answers, assessedAt: at },
    });
    expect(made).toBe(await ours.text());
  });
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

async function fillIn(browser: Page, question: Question, given: Answer): Promise<void> {
  const item: Locator = browser.locator(`[id="item-${question.id}/1/1"]`);
  if (typeof given === 'number') return item.locator('input').first().fill(String(given));
  for (const value of typeof given === 'string' ? [given] : given) {
    const option = question.options?.find((one) => one.value === value);
    await item.getByText(option?.patient.en ?? '?', { exact: true }).click();
  }
}
