import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { openApiDocument } from '@/lib/interop/api/openapi';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { apiSettings } from '@/lib/settings/api-settings';
import { OperationForm } from './operation-form';
import { operationsOf } from './operations-of';

const descriptionPath = '/api/v1/openapi.json';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('api');
  return { title: t('title') };
}

/** Every operation of the API, with a form to try it. */
export default async function ApiPage() {
  const t = await getTranslations('api');
  const isOff = apiSettings().mode === 'off';
  return (
    <div className="page-wide">
      <h1 className="text-display">{t('title')}</h1>
      {isOff ? (
        <p className="measure mt-4">{t('off')}</p>
      ) : (
        <>
          <p className="measure mt-4">
            {t('lead')} <a href={descriptionPath}>{t('description')}</a>
          </p>
          {operationsOf(openApiDocument(knowledgeBase())).map((operation) => (
            <section key={operation.id} aria-labelledby={operation.id} className="mt-12">
              <h2 id={operation.id} className="text-title">
                {operation.summary}
              </h2>
              <p className="mt-2 font-semibold">
                <code className="break-words">
                  {operation.method} {operation.path}
                </code>
              </p>
              {operation.description && <p className="measure mt-2">{operation.description}</p>}
              <OperationForm operation={operation} />
            </section>
          ))}
        </>
      )}
    </div>
  );
}
