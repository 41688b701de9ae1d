import "server-only";
import { redirect } from "next/navigation";
import { z } from "zod";
import { readTransaction, type Transaction, writeTransaction } from "@/db/client";
import { actionClient, flatErrors, type ServerAction, toServerAction } from "@/lib/platform/action/pipeline";
import type { ActionSchema } from "@/lib/platform/action/public-action";
import { type ActionFailure, type ActionResult, failure } from "@/lib/platform/action/result";
import { type AuditEntry, personLabel, recordAudit } from "@/lib/platform/audit";
import { Refusal } from "@/lib/platform/errors";
import { type Limit, useLimits, waitSentence } from "@/lib/platform/rate-limit";
import { requestPath } from "@/lib/platform/request";
import { readSessionCookie } from "@/lib/platform/sign-in/cookies";
import { signInPath } from "@/lib/platform/sign-in/session";
import { findSession } from "@/lib/platform/sign-in/sessions";
import { type Change, type ConfirmedRecord, confirmationOf, isConfirmed } from "./confirmation";
import type { Decision } from "./decide";
import { type Actor, loadActor } from "./load-actor";

/**
 * What an action leaves in the audit trail; who, when and in which request is added. What it did to other records under
 * another name, such as ending the roles that hung on a deleted one, says that name.
 */
export type ActionAudit = Pick<AuditEntry, "resourceType" | "resourceId" | "before" | "after" | "reason"> &
  Partial<Pick<AuditEntry, "action">>;

/**
 * The policy's answer; for a refusal also one sentence for each field of the form that the refused parts came from, and
 * what is to stay in the trail although nothing is done, such as whom somebody has looked up.
 */
export type ActionDecision = Decision & Pick<ActionFailure, "fields"> & Readonly<{ audit?: readonly ActionAudit[] }>;

/** Who acts, and in which of their sessions. */
export type SignedIn = Readonly<{ actor: Actor; sessionId: string }>;

/** What a step of an action knows: who acts in which session, and the proven input. */
export type ActionAsk<Input> = SignedIn & Readonly<{ tx: Transaction; input: Input }>;

/** The same with the row, which is inside the actor's reach. */
export type ActionAskAbout<Input, Row> = ActionAsk<Input> & Readonly<{ row: Row }>;

/** What is known when an action runs: all that, and a decision that allows it. */
export type ActionRun<Input, Row> = ActionAskAbout<Input, Row> &
  Readonly<{
    decision: Decision;
    requestId: string;
  }>;

/** What an action did. An empty `audit` says that nothing changed. */
export type ActionDone<Data> = Readonly<{ data: Data; audit: readonly ActionAudit[] }>;

/** One verb on one noun, in the steps of STYLE_EXAMPLES section 4. Leaving a step out does not type-check. */
export type ActionDefinition<Schema extends ActionSchema, Row, Data> = Readonly<{
  /** The name in the audit trail: noun and verb, such as `partner.archive`. */
  name: string;
  /** What may be sent. Unknown fields are refused where the schema is a strict object. */
  input: Schema;
  /** How often one person may try this, whatever comes of it; counted before anything is loaded. */
  limit?: Limit;
  /** The record, through the actor's read scope; null when they cannot see it. */
  load: (ask: ActionAsk<z.core.output<Schema>>) => Promise<Row | null>;
  /** The policy's answer about this row and the new values. Throw a `Refusal` for a row that is not the one that was edited. */
  authorize: (ask: ActionAskAbout<z.core.output<Schema>, Row>) => Promise<ActionDecision>;
  /** The record that a confirmation is bound to, should the policy ask for one. */
  confirms: (ask: Pick<ActionAskAbout<z.core.output<Schema>, Row>, "actor" | "input" | "row">) => ConfirmedRecord<Row>;
  /** The change. Throw a `Refusal` to roll back with an answer. */
  run: (ask: ActionRun<z.core.output<Schema>, Row>) => Promise<ActionDone<Data>>;
  /** What to show anew, after the commit. */
  revalidate: (done: { input: z.core.output<Schema>; data: Data }) => void;
  /** Where the person goes after success; without it they stay. */
  redirectTo?: (done: { input: z.core.output<Schema>; data: Data }) => string;
}>;

/**
 * A server action that cannot forget its checks. The order is fixed: authenticate (nobody leaves for the sign-in page),
 * parse, load, authorise, change with audit and mail, revalidate. Load, decision and change share one transaction, so
 * that nothing moves between the question and the act; the steps take its `tx` and open none of their own. A change that
 * needs confirming is done only when the field `confirmed` carries the `confirmation` of exactly this change.
 */
export function defineAction<Schema extends ActionSchema, Row, Data>(
  definition: ActionDefinition<Schema, Row, Data>,
): ServerAction<Data> {
  const schema: ActionSchema = definition.input;
  const safeAction = actionClient
    .metadata({ name: definition.name })
    .use(async ({ next }) => next({ ctx: await authenticate() }))
    .bindArgsSchemas([z.string().nullable()])
    .inputSchema(schema, flatErrors)
    .action(async ({ parsedInput, bindArgsParsedInputs: [confirmed], ctx }) => {
      const wait = await waitOf(definition.limit, ctx.actor);
      if (wait !== null) return wait;
      // The library's types do not follow a schema that is itself a type parameter; the schema has just parsed it.
      return perform(definition, parsedInput as z.core.output<Schema>, confirmed, ctx);
    });
  return toServerAction(({ confirmed, ...input }) =>
    safeAction(typeof confirmed === "string" ? confirmed : null, input),
  );
}

/** Counts one try. Null when it may go on. In a transaction of its own, so that refused tries count as well. */
async function waitOf(limit: Limit | undefined, { userId }: Actor): Promise<ActionFailure | null> {
  const wait = limit === undefined ? null : await useLimits([{ limit, key: userId }]);
  return wait === null
    ? null
    : failure("rate_limited", { message: `Too many tries. Try again ${waitSentence(wait)}.` });
}

/** Session and grants in one transaction; not through next-auth, which would ask for the session in one of its own. */
async function authenticate(): Promise<SignedIn> {
  const token = await readSessionCookie();
  const signedIn = token === null ? null : await readTransaction((tx) => loadSignedIn(tx, token));
  return signedIn ?? redirect(signInPath(await requestPath()));
}

async function loadSignedIn(tx: Transaction, token: string): Promise<SignedIn | null> {
  const session = await findSession(tx, token);
  const actor = session === null ? null : await loadActor(tx, { userId: session.userId });
  return session === null || actor === null || actor.deactivated ? null : { actor, sessionId: session.sessionId };
}

async function perform<Schema extends ActionSchema, Row, Data>(
  definition: ActionDefinition<Schema, Row, Data>,
  input: z.core.output<Schema>,
  confirmed: string | null,
  { actor, sessionId, requestId }: SignedIn & { requestId: string },
): Promise<ActionResult<Data>> {
  const result = await writeTransaction(
    { actorId: actor.userId, requestId },
    async (tx): Promise<ActionResult<Data>> => {
      const ask = { tx, actor, sessionId, input };
      const row = await definition.load(ask);
      if (row === null) throw new Refusal("not_found");
      const about = { ...ask, row };
      const decision = await definition.authorize(about);
      const { disappearing } = decision;
      const record = definition.confirms(about);
      const change = { actorId: actor.userId, action: definition.name, record, input, disappearing };
      const refused = refusalOf(decision, change, confirmed);
      const leave = async (entries: readonly ActionAudit[]) => {
        const by = { actorId: actor.userId, actorLabel: personLabel(actor), requestId };
        for (const entry of entries)
          await recordAudit(tx, { ...entry, ...by, action: entry.action ?? definition.name });
      };
      if (refused !== null) {
        await leave(decision.audit ?? []);
        return refused;
      }
      const { data, audit } = await definition.run({ ...about, decision, requestId });
      await leave(audit);
      return { ok: true, data };
    },
  );
  if (!result.ok) return result;
  definition.revalidate({ input, data: result.data });
  if (definition.redirectTo !== undefined) redirect(definition.redirectTo({ input, data: result.data }));
  return result;
}

/** Null when the decision lets the change happen now. Absence of sight wins over every other reason. */
function refusalOf(decision: ActionDecision, change: Change, confirmed: string | null): ActionFailure | null {
  const { outcome, disappearing, fields } = decision;
  const reasons = decision.reasons.map(({ code, text }) => ({ code, text }));
  if (outcome === "allow") return null;
  if (outcome === "confirm") {
    return isConfirmed(change, confirmed)
      ? null
      : failure("confirmation_required", { reasons, disappearing, confirmation: confirmationOf(change) });
  }
  if (reasons.some(({ code }) => code === "not_visible")) return failure("not_found");
  const [first] = reasons;
  const invalid = reasons.length > 0 && reasons.every(({ code }) => code === "invalid");
  if (invalid) return failure("invalid", { reasons, fields, message: first?.text });
  const inPart = fields !== undefined && Object.keys(fields).length > 0;
  return failure("forbidden", { reasons, fields, message: inPart ? FORBIDDEN_IN_PART : undefined });
}

/** One forbidden part refuses the whole save. Source: domains/places.md section 4. */
const FORBIDDEN_IN_PART = "A part of this is not yours to change, so nothing was saved.";
