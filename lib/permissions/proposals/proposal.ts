import "server-only";
import type { ReasonCode } from "../catalogue";
import type { Specialised } from "../engine/specialise";
import type { Ledger, Wanted } from "../facts/ledger";

/** A question as it comes in: the action, the record, and what is proposed. */
export interface Proposed {
  readonly action: string;
  readonly resourceId: string;
  /** The proposed record, for `create`. */
  readonly record: Readonly<Record<string, unknown>>;
  /** The parameters of the action. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** One atomic part of what is asked: it must be allowed by some rule on these facts. */
export interface Part {
  readonly action: string;
  readonly facts: unknown;
  /** The code of a refusal where no role of the actor's has a rule for this part at all. */
  readonly fallback: ReasonCode;
}

/** Something wrong with the proposal itself, whoever asks. */
export interface Problem {
  readonly code: ReasonCode;
  readonly text: string;
}

/** A record that the actor would not see any more. */
export interface Disappearing {
  readonly type: string;
  readonly id: string;
  readonly name: string;
}

/** What is judged: the parts first, then the problems, then what would disappear. */
export interface Proposal {
  readonly parts: readonly Part[];
  readonly problems: readonly Problem[];
  /** Worked out only for proposals that are allowed and valid. */
  readonly disappearing: (actor: Specialised) => readonly Disappearing[];
}

/** How one resource type turns questions into proposals. */
export interface ProposalKind {
  /** Notes which records the question speaks of, so that one load serves a whole batch. */
  readonly want: (asked: Proposed, wanted: Wanted) => void;
  /** The record's facts for the question "is it visible", or undefined where there is no such record. */
  readonly facts: (resourceId: string, ledger: Ledger) => unknown;
  /** The proposal; called only for records that exist (or for `create`). */
  readonly propose: (asked: Proposed, ledger: Ledger) => Proposal;
}

/** Nothing disappears. */
export const nothing = (): readonly Disappearing[] => [];

/** The proposal of an action without parameters: one part, nothing to be wrong with it. */
export function plain(action: string, facts: unknown, problems: readonly Problem[] = []): Proposal {
  return { parts: [{ action, facts, fallback: "no_grant" }], problems, disappearing: nothing };
}

/** A problem of validity. */
export function invalid(text: string): Problem {
  return { code: "invalid", text };
}

/** The value as text, or undefined where it is anything else. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The value as a list of texts; undefined where it is absent, and `null` where it is something else. */
export function textsOf(value: unknown): readonly string[] | null | undefined {
  if (value === undefined) {
    return undefined;
  }
  return Array.isArray(value) && value.every((item): item is string => typeof item === "string") ? value : null;
}
