/**
 * The file formats of `rules/`, each defined once.
 * The loader validates with these schemas, TypeScript infers its types from
 * them, and the JSON Schemas that editors use are generated from them.
 */
import { z } from 'zod';

/** Two questions, options, conditions … are never told apart by case or accents. */
const id = z.string().regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, 'an id is kebab-case');

/** What a person reads, by language. English is always there. */
const text = z.object({ en: z.string().min(1) }).catchall(z.string().min(1));

/** The same thing said to a patient (plain) and to a clinician (terse). */
const wording = z.strictObject({ patient: text, clinician: text });

/** A source and the place in it that carries the statement. */
const citation = z.strictObject({ id, at: z.string().min(1).optional() });
const citations = z.array(citation).min(1, 'every rule names a source');

/** The six levels, the most urgent first. */
export const urgencyLevels = [
  'emergency-now',
  'same-day',
  'within-72h',
  'within-2-weeks',
  'routine-pt',
  'self-care',
] as const;
const urgency = z.enum(urgencyLevels);

const choiceOperator = z.enum(['in', 'isNoneOf']);
const listOperator = z.enum(['includesAny', 'includesNone']);
const numberOperator = z.enum([
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
]);

/**
 * One comparison. `in`, `isNoneOf` read a single choice; `includesAny`,
 * `includesNone` a multiple choice; the rest a number or an instrument's
 * score. json-rules-engine's own negations (`notIn`, `notEqual`,
 * `doesNotContain`, `not`) are no part of the format: they hold for a fact
 * that nobody knows.
 */
const comparison = z.union([
  z.strictObject({
    fact: id,
    operator: z.union([choiceOperator, listOperator]),
    value: z.array(z.string()).min(1),
  }),
  z.strictObject({ fact: id, operator: numberOperator, value: z.number() }),
]);

export type Comparison = z.infer<typeof comparison>;
export type When = Comparison | { all: When[] } | { any: When[] };

const whenNeeds =
  'a rule is { "fact", "operator", "value" }, or { "all": [rules] }, or { "any": [rules] }; ' +
  `options in a list go with ${[...choiceOperator.options, ...listOperator.options].join(', ')}, ` +
  `a number with ${numberOperator.options.join(', ')}`;

/** json-rules-engine's `conditions`, without what fires on the unknown. */
const when: z.ZodType<When> = z.lazy(() =>
  z.union(
    [
      comparison,
      z.strictObject({ all: z.array(when).min(1) }),
      z.strictObject({ any: z.array(when).min(1) }),
    ],
    { error: ({ input }) => (input === undefined ? 'is missing' : whenNeeds) },
  ),
);

const option = z.strictObject({
  value: id,
  patient: text,
  clinician: text,
  /** "None of these": cannot stand beside another option. */
  exclusive: z.literal(true).optional(),
  /** "Not measured", "not sure", "not done": the same as no answer. */
  unknown: z.literal(true).optional(),
});

/** What a question of the self-check and a finding of the examination share. */
const asked = {
  type: z.enum(['single', 'multiple', 'number']),
  options: z.array(option).min(2).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  step: z.number().positive().optional(),
  unit: text.optional(),
  /** Asked only then. A question that is certainly not asked has no answer to wait for. */
  askWhen: when.optional(),
};

function hasWhatItsTypeNeeds(field: {
  type: string;
  options?: unknown;
  minimum?: number | undefined;
  maximum?: number | undefined;
}): boolean {
  return field.type === 'number'
    ? field.options === undefined && field.minimum !== undefined && field.maximum !== undefined
    : field.options !== undefined;
}
const needs = 'a choice has options; a number has minimum and maximum, and no options';

export const questionFile = z
  .strictObject({
    $schema: z.string().optional(),
    ...asked,
    patient: text,
    clinician: text,
    help: text.optional(),
    why: text,
    /** Whether "not sure" is an honest answer that the form offers. */
    notSure: z.boolean(),
    /** Asked of everybody; the rest only while an answer could change something. */
    core: z.literal(true).optional(),
    sources: citations.optional(),
  })
  .refine(hasWhatItsTypeNeeds, needs);

export const findingFile = z
  .strictObject({
    $schema: z.string().optional(),
    ...asked,
    name: text,
    /** Belongs to the examination of every leg. */
    core: z.boolean(),
    /**
     * Measured on both legs: what counts is the sore side alone, or sore side minus other side. The
     * bounds are those of one leg; those of the finding where it has none of its own.
     */
    sides: z
      .strictObject({
        counts: z.enum(['sore', 'difference']),
        minimum: z.number().optional(),
        maximum: z.number().optional(),
      })
      .optional(),
    procedure: text,
    interpretation: text,
    accuracy: text,
    sources: citations,
  })
  .refine(hasWhatItsTypeNeeds, needs);

/** The blocks of the self-check, or of the examination, in the order in which they come. */
export const blocksFile = z.strictObject({
  $schema: z.string().optional(),
  blocks: z
    .array(
      z.strictObject({
        id,
        name: text,
        /** Asked first and whole; left open, the result is never reassuring. */
        emergency: z.literal(true).optional(),
        fields: z.array(id).min(1),
      }),
    )
    .min(1),
});

/** How much a finding multiplies the odds, and whether that is published or a default. */
const weight = z.strictObject({
  likelihoodRatio: z.number().positive(),
  basis: z.enum(['published', 'consensus']),
});

const evidence = z.strictObject({
  id,
  text: wording,
  when,
  weight,
  /** Findings that say the same thing: only the strongest of a group counts. */
  group: id.optional(),
  sources: citations,
});

const clock = z.strictObject({
  hours: z.number().positive(),
  why: text,
  sources: citations.optional(),
});

const modifier = z.strictObject({
  id,
  text: wording,
  when,
  urgency,
  to: text.optional(),
  /** In place of the condition's own. */
  tests: z.array(text).min(1).optional(),
  clock: clock.optional(),
  sources: citations,
});

/**
 * The milder form of something urgent, where `when` is known to hold. While that is not known the
 * full form counts, by a floor.
 */
const milder = z.strictObject({
  when,
  urgency,
  to: text,
  sources: citations,
});

export const rehabilitationStatuses = ['now', 'later', 'caution', 'never', 'no-role'] as const;
/** What somebody comes back to, in the order in which it usually comes. */
const milestones = ['walking', 'work', 'running', 'sport'] as const;

const rehabilitationStatus = z.enum(rehabilitationStatuses);

export const rehabilitationOptionIds = [
  'massage',
  'stretching',
  'kinesiology-taping',
  'strengthening',
  'alfredson-protocol',
  'heat-ultrasound',
  'balance',
  'rest-and-walking-aids',
] as const;
const rehabilitationOptionId = z.enum(rehabilitationOptionIds);

export const conditionFile = z.strictObject({
  $schema: z.string().optional(),
  name: wording,
  definition: wording,
  presentation: wording,
  /** Only codes that were found in the code system itself. */
  codes: z.strictObject({
    icd10cm: z.array(z.string()).optional(),
    snomedCt: z.string().optional(),
  }),
  /** Missing it costs a life, a limb or a function. */
  dangerous: z.boolean(),
  /** Odds before any answer, among people who come with a sore calf, Achilles tendon or heel. */
  pretest: z.strictObject({
    odds: z.number().positive(),
    basis: z.enum(['published', 'consensus']),
    text,
    sources: citations,
  }),
  supports: z.array(evidence).min(1),
  opposes: z.array(evidence),
  riskFactors: z.array(text),
  examine: z.strictObject({ confirm: z.array(id), exclude: z.array(id) }),
  referral: z.strictObject({
    urgency,
    to: text,
    clock: clock.optional(),
    timeFrame: text,
    tests: z.array(text),
    practice: z.strictObject({
      /** Which test not, and why. */
      notTests: z.array(text),
      /** Whether a physical therapist may treat now, and how, once no danger is open. */
      therapy: text,
      basis: z.enum(['published', 'consensus']),
      sources: citations,
    }),
    modifiers: z.array(modifier),
    milder: milder.optional(),
  }),
  advice: z.strictObject({
    do: z.array(text).min(1),
    avoid: z.array(text),
    safetyNet: z.array(text).min(1),
  }),
  rehabilitation: z.strictObject({
    options: z.record(rehabilitationOptionId, rehabilitationStatus),
    notes: z.partialRecord(rehabilitationOptionId, text).optional(),
    note: text,
  }),
  recovery: z.strictObject({
    text,
    weeks: z.strictObject({ from: z.number(), to: z.number() }).optional(),
    /** When somebody may come back to what, and by which sign. */
    milestones: z
      .array(
        z.strictObject({
          to: z.enum(milestones),
          text,
          basis: z.enum(['published', 'consensus']),
          sources: citations,
        }),
      )
      .optional(),
  }),
  sources: citations,
});

export const redFlagFile = z.strictObject({
  $schema: z.string().optional(),
  name: wording,
  when,
  urgency,
  action: wording,
  clock: clock.optional(),
  /** The condition that it points to, and puts first. */
  condition: id.nullable(),
  /** The condition has to be ruled out, and keeps the place that its odds give it. */
  pins: z.literal(false).optional(),
  /** Where to, where the flag has no condition, or is not as urgent as its referral. */
  to: text.optional(),
  milder: milder.extend({ action: wording, pins: z.literal(false).optional() }).optional(),
  alsoConsider: z.array(id),
  sources: citations,
});

const instrumentItem = z.strictObject({
  id,
  text,
  points: z.number(),
  when,
});

const band = z.strictObject({
  id,
  name: text,
  /** Inclusive bounds; a missing one is open. Bands neither overlap nor leave a gap. */
  from: z.number().optional(),
  below: z.number().optional(),
  meaning: text,
});

export const instrumentFile = z
  .strictObject({
    $schema: z.string().optional(),
    name: text,
    /** Another form of this instrument, which is the one that a summary names first. */
    variantOf: id.optional(),
    purpose: text,
    /** It rests on findings: to a patient, who examines nobody, it does not apply. */
    examination: z.literal(true).optional(),
    /** Where it is false the instrument says nothing. */
    appliesWhen: when.optional(),
    appliesTo: text,
    notFor: text,
    /** Points added up, or … */
    items: z.array(instrumentItem).min(1).optional(),
    /** … one measured number read against the bands. */
    measure: id.optional(),
    bands: z.array(band).min(1),
    sources: citations,
  })
  .refine(
    (file) => (file.items === undefined) !== (file.measure === undefined),
    'an instrument has either items or a measure',
  );

export const dispositionsFile = z.strictObject({
  $schema: z.string().optional(),
  dispositions: z
    .array(
      z.strictObject({
        id: urgency,
        name: wording,
        /** What to do now, in full. */
        instruction: wording,
        timeFrame: wording,
        /** The end of the time frame; null where nobody has to be seen by then. */
        withinHours: z.number().nonnegative().nullable(),
      }),
    )
    .length(urgencyLevels.length),
});

export const rehabilitationFile = z.strictObject({
  $schema: z.string().optional(),
  options: z.array(
    z.strictObject({
      id: rehabilitationOptionId,
      name: text,
      what: wording,
      how: wording,
      dose: text.optional(),
      caution: text.optional(),
      basis: z.enum(['published', 'consensus']),
      sources: citations,
    }),
  ),
  /** What holds for every leg until a clinician has excluded the dangerous conditions. */
  contraindications: z.array(z.strictObject({ id, text: wording, sources: citations })),
});

const region = z.strictObject({
  id,
  name: text,
  /** Those that a telephone there can dial, the most usual first. */
  emergencyNumbers: z.array(z.string().regex(/^\d+$/)).min(1),
  /** What stands in place of `{id}` in every text of `rules/`. */
  terms: z.record(id, text),
});

export const regionsFile = z
  .strictObject({
    $schema: z.string().optional(),
    /** Where no region is set. */
    default: id,
    regions: z.array(region).min(1),
  })
  .refine(
    (file) => file.regions.some((one) => one.id === file.default),
    'the default is one of the regions',
  )
  .refine((file) => {
    const names = file.regions.map(({ terms }) => Object.keys(terms).sort().join());
    return new Set(names).size === 1;
  }, 'every region has the same terms');

export const sourcesFile = z.strictObject({
  $schema: z.string().optional(),
  sources: z.record(
    id,
    z.strictObject({
      citation: z.string().min(1),
      year: z.number().int().optional(),
      url: z.url().optional(),
      doi: z.string().optional(),
      population: z.string().optional(),
      /** How far somebody has looked at it: how many stored pages showed the figure. */
      verified: z.enum(['two-pages', 'one-page', 'secondary', 'unverified', 'consensus']),
      note: z.string().optional(),
    }),
  ),
});

/** What is asked again later, and what of it counts as better. */
export const followUpFile = z.strictObject({
  $schema: z.string().optional(),
  items: z.array(
    z.strictObject({
      id,
      name: wording,
      minimum: z.number(),
      maximum: z.number(),
      step: z.number().positive(),
      unit: text.optional(),
      better: z.enum(['lower', 'higher']),
      /** The question whose answer is its first value. */
      startsFrom: id.optional(),
      /** The change since the first value that counts as better; without it the item only informs. */
      improvedBy: z
        .strictObject({
          minimum: z.number().positive(),
          basis: z.enum(['published', 'consensus']),
          sources: citations,
        })
        .optional(),
      /** From which value on it counts as over. */
      recoveredAt: z
        .strictObject({
          value: z.number(),
          basis: z.enum(['published', 'consensus']),
          sources: citations,
        })
        .optional(),
    }),
  ),
  /** Why an intake comes back to the list. */
  notImproving: wording,
});

const likelihoods = ['very-likely', 'likely', 'possible', 'less-likely'] as const;

export const knowledgeBaseFile = z.strictObject({
  $schema: z.string().optional(),
  name: z.string(),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  intendedUse: wording,
  misuse: wording,
  population: text,
  /** The clinician who signed this version off; null makes every page say that it is a draft. */
  review: z.strictObject({ reviewer: z.string(), on: z.iso.date() }).nullable(),
  notReviewedNotice: text,
  disclaimer: text,
  reasoning: z.strictObject({
    /** Evidence for, and evidence against, a condition multiply its odds by at most this much. */
    evidenceCap: z.number().positive(),
    /** From these odds on (evidence for it alone) a condition's referral counts. */
    plausibleFromOdds: z.number().positive(),
    /** Lower bounds of the odds for each word, the highest first. */
    likelihoods: z
      .array(z.strictObject({ id: z.enum(likelihoods), name: text, fromOdds: z.number().min(0) }))
      .length(likelihoods.length),
    /** Of a condition that a red flag points to and does not put first. */
    toRuleOut: text,
    /** Of a condition that a red flag puts first and that is not likely: in place of how likely. */
    toRuleOutFirst: text,
    sources: citations,
  }),
  floors: z.strictObject({
    emergencyScreenOpen: z.strictObject({ urgency, text: wording }),
    nothingSupported: z.strictObject({ urgency, to: text, text: wording }),
    /** What self-care becomes while an unknown could still bring something worse. */
    dangerNotExcluded: z.strictObject({ urgency, text: wording }),
    /** Why something counts in full: what could make it milder is unknown. */
    milderFormOpen: z.strictObject({ text: wording }),
  }),
  /** Who and what the tool is not made for. */
  outOfScope: z.array(z.strictObject({ id, when, urgency, text: wording, sources: citations })),
  /** When to get help sooner, whatever it is, and how urgently then. */
  safetyNet: z.array(z.strictObject({ text, urgency })).min(1),
});

/** How a thing is recognised in another system: prefixes of codes, and parts of a name in small letters. */
const recognised = {
  atc: z.array(z.string().min(1)).min(1).optional(),
  icd10cm: z.array(z.string().min(1)).min(1).optional(),
  snomedCt: z.array(z.string().regex(/^\d+$/)).min(1).optional(),
  names: z
    .array(z.string().regex(/^[^A-Z]{4,}$/))
    .min(1)
    .optional(),
};

/** What is exchanged with other systems: only codes that were found in the code system itself. */
export const interoperabilityFile = z.strictObject({
  $schema: z.string().optional(),
  /** What the form of each audience is called. */
  title: wording,
  /** By question or finding. */
  fields: z.record(
    id,
    z.strictObject({ loinc: z.string().optional(), ucum: z.string().optional() }),
  ),
  /** By condition: which of its codes of ICD-10-CM stands for which side, by the options of `side`. */
  sides: z.record(
    id,
    z.strictObject({
      left: z.string().optional(),
      right: z.string().optional(),
      both: z.string().optional(),
      /** Where no other fits. */
      unspecified: z.string(),
    }),
  ),
  /** What a patient's record says that the self-check asks too. */
  record: z.array(z.strictObject({ field: id, option: id, ...recognised })),
  /** Orders that a danger in the leg speaks against. */
  orders: z.array(
    z.strictObject({
      id,
      name: text,
      ...recognised,
      /** It is always about a leg. */
      leg: z.literal(true).optional(),
      /** The option of the rehabilitation that it is: the assessment says whether it may be. */
      rehabilitation: rehabilitationOptionId.optional(),
      caution: z
        .strictObject({
          /** Plausible, or not excluded. */
          conditions: z.array(id).min(1).optional(),
          /** This level, or a more urgent one. */
          urgencyFrom: urgency.optional(),
          text,
          sources: citations,
        })
        .optional(),
    }),
  ),
  /** What a clinician's own system shows. */
  cards: z.strictObject({
    /** Older answers are no longer relied on. */
    responseDaysMax: z.number().positive(),
    notAssessed: text,
    tooOld: text,
    unreadable: text,
    overrideReasons: z.array(z.strictObject({ id, name: text })).min(1),
    sources: citations,
  }),
});

export type Text = z.infer<typeof text>;
export type Wording = z.infer<typeof wording>;
export type Citation = z.infer<typeof citation>;
export type Urgency = (typeof urgencyLevels)[number];
export type Likelihood = (typeof likelihoods)[number];
export type Option = z.infer<typeof option>;
export type Evidence = z.infer<typeof evidence>;
export type Modifier = z.infer<typeof modifier>;
export type Clock = z.infer<typeof clock>;
export type OrderKind = z.infer<typeof interoperabilityFile>['orders'][number];
export type Region = z.infer<typeof region>;
export type RehabilitationStatus = (typeof rehabilitationStatuses)[number];
export type RehabilitationOptionId = (typeof rehabilitationOptionIds)[number];
