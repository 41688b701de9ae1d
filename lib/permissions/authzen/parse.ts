import "server-only";
import { z } from "zod";
import { RequestError } from "./request-error";

/** The most evaluations of one request. Source: AUTHZEN section 7. */
export const MAX_EVALUATIONS = 1000;

const missingOr = (wanted: string) => ({
  error: ({ input }: { input?: unknown }) => (input === undefined ? "is missing" : `must be ${wanted}`),
});
const text = z.string(missingOr("a text"));
const bag = z.record(z.string(), z.unknown(), missingOr("an object"));

// Unknown fields are ignored everywhere, so that later versions of the standard may add some.
const entity = z.object({ type: text, id: text, properties: bag.optional() }, missingOr("an object"));
const action = z.object({ name: text, properties: bag.optional() }, missingOr("an object"));
const partialEntity = entity.partial({ type: true, id: true });
const partialAction = action.partial({ name: true });

const evaluationRequest = z.object({ subject: entity, action, resource: entity, context: bag.optional() });

const batchRequest = z.object({
  subject: partialEntity.optional(),
  action: partialAction.optional(),
  resource: partialEntity.optional(),
  context: bag.optional(),
  options: bag.optional(),
  evaluations: z
    .array(bag, missingOr("a list"))
    .max(MAX_EVALUATIONS, `must not hold more than ${MAX_EVALUATIONS}`)
    .optional(),
});

const semantic = z
  .enum(["execute_all", "deny_on_first_deny", "permit_on_first_permit"], "is not known")
  .default("execute_all");

const searchRequest = z.object({
  subject: entity,
  action,
  // The id of what is searched for is ignored when it is sent, whatever it is.
  resource: z.object({ type: text, properties: bag.optional() }, missingOr("an object")),
  context: bag.optional(),
  page: z
    .object(
      {
        token: z.string(missingOr("a text")).optional(),
        limit: z.int("must be a whole number").min(0, "must not be negative").optional(),
        properties: bag.optional(),
      },
      missingOr("an object"),
    )
    .optional(),
});

/** One question of a caller: whole, but not yet about anybody known. */
export type Evaluation = z.infer<typeof evaluationRequest>;

/** Where in a batch answering stops. */
export type Semantic = z.infer<typeof semantic>;

/** A batch: its questions in their order, each whole or with the sentence that says what is wrong with it. */
export interface Batch {
  readonly items: readonly (Evaluation | { readonly problem: string })[];
  readonly semantic: Semantic;
}

/** A search for records. */
export type ResourceSearch = z.infer<typeof searchRequest>;

/**
 * One question.
 * @throws RequestError 400 for a field that is missing or of the wrong type.
 */
export function parseEvaluation(body: unknown): Evaluation {
  return parsed(evaluationRequest, body);
}

/**
 * A batch, each item completed from the request's own entities; null where there are no items, which makes the request
 * a single question. A default is replaced as a whole, except that an item's entity without type or id takes those
 * from it: the standard's text and its test suite disagree here, and this satisfies both.
 * @throws RequestError 400 for ill-typed defaults, an unknown semantic, too many items. An item that is incomplete is
 * no error of the request.
 */
export function parseBatch(body: unknown): Batch | null {
  const { evaluations, options, ...defaults } = parsed(batchRequest, body);
  if (evaluations === undefined || evaluations.length === 0) {
    return null;
  }
  const stopping = semantic.safeParse(options?.evaluations_semantic);
  if (!stopping.success) {
    throw new RequestError("options.evaluations_semantic is not known.", { status: 400 });
  }
  const items = evaluations.map((item) => {
    const result = evaluationRequest.safeParse({
      subject: completed(item.subject, defaults.subject),
      action: item.action ?? defaults.action,
      resource: completed(item.resource, defaults.resource),
      context: item.context ?? defaults.context,
    });
    return result.success ? result.data : { problem: sentence(result.error) };
  });
  return { items, semantic: stopping.data };
}

/**
 * A search for records.
 * @throws RequestError 400 for a field that is missing or of the wrong type.
 */
export function parseResourceSearch(body: unknown): ResourceSearch {
  return parsed(searchRequest, body);
}

function completed(own: unknown, fallback: z.infer<typeof partialEntity> | undefined): unknown {
  if (own === undefined) {
    return fallback;
  }
  if (typeof own !== "object" || own === null || Array.isArray(own)) {
    return own;
  }
  return { type: fallback?.type, id: fallback?.id, ...own };
}

function parsed<Shape extends z.ZodType>(shape: Shape, body: unknown): z.infer<Shape> {
  const result = shape.safeParse(body);
  if (!result.success) {
    throw new RequestError(sentence(result.error), { status: 400 });
  }
  return result.data;
}

function sentence({ issues }: z.ZodError): string {
  return `${issues.map(({ path, message }) => `${path.join(".")} ${message}`.trim()).join("; ")}.`;
}
