import type { openApiDocument } from '@/lib/interop/api/openapi';

/** What the page needs of an operation. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string | null;
  /** Null where nothing is posted. */
  readonly body: { readonly mediaType: string; readonly example: string } | null;
}

interface Described {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, { example?: unknown }>> };
}

/** The operations of the API's own description, in its order. */
export function operationsOf({ paths }: ReturnType<typeof openApiDocument>): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries<Described>(methods).map(([method, operation]) => ({
      id: operation.operationId,
      method: method.toUpperCase(),
      path,
      summary: operation.summary,
      description: operation.description ?? null,
      body: bodyOf(operation),
    })),
  );
}

function bodyOf({ requestBody }: Described): Operation['body'] {
  const [content] = Object.entries(requestBody?.content ?? {});
  if (!content) return null;
  const [mediaType, { example }] = content;
  const text = typeof example === 'string' ? example : JSON.stringify(example, null, 2);
  return { mediaType, example: text };
}
