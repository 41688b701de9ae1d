import "server-only";
import { createHash } from "node:crypto";
import { redirect } from "next/navigation";
import { z } from "zod";
import { readTransaction, type Transaction, writeTransaction } from "@/db/client";
import { actionClient, flatErrors, type ServerAction, toServerAction } from "@/lib/platform/action/pipeline";
import type { ActionSchema } from "@/lib/platform/action/public-action";
import { type ActionFailure, type ActionResult, failure } from "@/lib/platform/action/result";
import { type AuditEntry, personLabel, recordAudit } from "@/lib/platform/audit";
import { Refusal } from "@/lib/platform/errors";
import { requestPath } from "@/lib/platform/request";
import { getSession, signInPath } from "@/lib/platform/sign-in/session";
import type { Decision } from "./decide";
import { type Actor, loadActor } from "./load-actor";

/** What an action leaves in the audit trail; who, when and in which request is added. */
export type ActionAudit = Pick<AuditEntry, "resourceType" | "resourceId" | "before" | "after" | "reason">;

/** What is known when an action runs: proven input, a row inside the actor's reach, and a decision that allows it. */
export type ActionRun<Input, Row> = Readonly<{
  tx: Transaction;
  actor: Actor;
  input: Input;
  row: Row;
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
  /** The record, through the actor's read scope; null when they cannot see it. */
  load: (tx: Transaction, actor: Actor, input: z.core.output<Schema>) => Promise<Row | null>;
  /** The policy's answer about this row and the new values. */
  authorize: (tx: Transaction, actor: Actor, input: z.core.output<Schema>, row: Row) => Promise<Decision>;
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
 * that nothing moves between the question and the act. A change that needs confirming is done only when the field
 * `confirmed` carries the `confirmation` of exactly the records that would disappear now.
 */
export function defineAction<Schema extends ActionSchema, Row, Data>(
  definition: ActionDefinition<Schema, Row, Data>,
): ServerAction<Data> {
  const schema: ActionSchema = definition.input;
  const safeAction = actionClient
    .metadata({ name: definition.name })
    .use(async ({ next }) => next({ ctx: { actor: await authenticate() } }))
    .bindArgsSchemas([z.string().nullable()])
    .inputSchema(schema, flatErrors)
    .action(({ parsedInput, bindArgsParsedInputs: [confirmed], ctx }) =>
      // The library's types do not follow a schema that is itself a type parameter; the schema has just parsed it.
      perform(definition, parsedInput as z.core.output<Schema>, confirmed, ctx),
    );
  return toServerAction(({ confirmed, ...input }) =>
    safeAction(typeof confirmed === "string" ? confirmed : null, input),
  );
}

/** The text by which somebody confirms that exactly these records will be out of sight. */
export function confirmationOf(decision: Pick<Decision, "disappearing">): string {
  const records = decision.disappearing.map(({ type, id }) => `${type} ${id}`).sort();
  return createHash("sha256").update(records.join("\n")).digest("base64url");
}

async function authenticate(): Promise<Actor> {
  const session = await getSession();
  const actor = session === null ? null : await readTransaction((tx) => loadActor(tx, { userId: session.userId }));
  if (actor === null || actor.deactivated) return redirect(signInPath(await requestPath()));
  return actor;
}

async function perform<Schema extends ActionSchema, Row, Data>(
  definition: ActionDefinition<Schema, Row, Data>,
  input: z.core.output<Schema>,
  confirmed: string | null,
  { actor, requestId }: { actor: Actor; requestId: string },
): Promise<ActionResult<Data>> {
  const result = await writeTransaction(
    { actorId: actor.userId, requestId },
    async (tx): Promise<ActionResult<Data>> => {
      const row = await definition.load(tx, actor, input);
      if (row === null) throw new Refusal("not_found");
      const decision = await definition.authorize(tx, actor, input, row);
      const refused = refusalOf(decision, confirmed);
      if (refused !== null) return refused;
      const { data, audit } = await definition.run({ tx, actor, input, row, decision, requestId });
      for (const entry of audit) {
        const label = personLabel(actor);
        await recordAudit(tx, {
          ...entry,
          action: definition.name,
          actorId: actor.userId,
          actorLabel: label,
          requestId,
        });
      }
      return { ok: true, data };
    },
  );
  if (!result.ok) return result;
  definition.revalidate({ input, data: result.data });
  if (definition.redirectTo !== undefined) redirect(definition.redirectTo({ input, data: result.data }));
  return result;
}

/** Null when the decision lets the change happen now. Absence of sight wins over every other reason. */
function refusalOf(decision: Decision, confirmed: string | null): ActionFailure | null {
  const { outcome, disappearing } = decision;
  const reasons = decision.reasons.map(({ code, text }) => ({ code, text }));
  if (outcome === "allow") return null;
  if (outcome === "confirm") {
    const confirmation = confirmationOf(decision);
    return confirmed === confirmation
      ? null
      : failure("confirmation_required", { reasons, disappearing, confirmation });
  }
  if (reasons.some(({ code }) => code === "not_visible")) return failure("not_found");
  const [first] = reasons;
  const invalid = reasons.length > 0 && reasons.every(({ code }) => code === "invalid");
  return invalid ? failure("invalid", { reasons, message: first?.text }) : failure("forbidden", { reasons });
}
