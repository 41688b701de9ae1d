import "server-only";
import type { Decision } from "../decide";
import type { Disappearing } from "../proposals/proposal";
import type { Reason } from "../reasons";
import type { Evaluated } from "./evaluate-batch";

/** One answer as other systems read it. Source: AUTHZEN sections 2 and 7, the action catalogue's "Answers". */
export interface EvaluationReply {
  readonly decision: boolean;
  readonly context: DecisionContext | { readonly error: { readonly status: 400; readonly message: string } };
}

/** Why the decision came out as it did. The two texts are keyed by a status, as in the standard's own example. */
export interface DecisionContext {
  readonly reason_user: Readonly<Record<string, string>>;
  readonly reason_admin: Readonly<Record<string, string>>;
  readonly reasons: readonly Pick<Reason, "code" | "text" | "via">[];
  readonly rule: string | null;
  readonly via: string | null;
  readonly policy_hash: string;
  /** There and true where the answer would be yes once `context.confirmed` is sent. */
  readonly confirmation_required?: true;
  /** There for changes that take records out of the subject's sight. */
  readonly disappears?: readonly Disappearing[];
}

/** The answer to a question. A change that needs confirmation is refused until the question says that it was given. */
export function replyTo({ evaluation, decision }: Pick<Evaluated, "evaluation" | "decision">): EvaluationReply {
  const { outcome, disappearing, policyHash } = decision;
  const confirmed = evaluation.context?.confirmed === true;
  const allowed = outcome === "allow" || (outcome === "confirm" && confirmed);
  const reasons = reasonsOf(decision, allowed);
  const status = allowed ? "200" : "403";
  return {
    decision: allowed,
    context: {
      reason_user: { [status]: [...new Set(reasons.map(({ text }) => text))].join(" ") },
      reason_admin: { [status]: reasons.map(forAdmins).join("; ") },
      reasons: reasons.map(({ code, text, via }) => ({ code, text, via })),
      rule: reasons.find(({ rule }) => rule !== null)?.rule ?? null,
      via: reasons.find(({ via }) => via !== null)?.via ?? null,
      policy_hash: policyHash,
      ...(outcome === "confirm" && !confirmed ? { confirmation_required: true } : {}),
      ...(disappearing.length > 0 ? { disappears: disappearing } : {}),
    },
  };
}

/** The answer to a question of a batch that cannot be asked. */
export function replyToProblem(message: string): EvaluationReply {
  return { decision: false, context: { error: { status: 400, message } } };
}

// Once it is confirmed, that it needed to be is no reason any more.
function reasonsOf({ reasons }: Decision, allowed: boolean): readonly Reason[] {
  return allowed ? reasons.filter(({ code }) => code !== "confirmation_required") : reasons;
}

function forAdmins({ code, rule, via }: Reason): string {
  return [code, rule === null ? "" : `by rule ${rule}`, via === null ? "" : `through ${via}`].filter(Boolean).join(" ");
}
