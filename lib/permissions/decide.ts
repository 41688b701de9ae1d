import "server-only";
import type { Transaction } from "@/db/client";
import { isActionOf, isResourceType, newId, type ReasonCode, type ResourceType } from "./catalogue";
import { type Explanation, explain, type RawReason } from "./engine/explain";
import { type Specialised, specialise } from "./engine/specialise";
import { type Ledger, loadLedger, Wanted } from "./facts/ledger";
import { type Actor, subjectOf } from "./load-actor";
import { policies, policyHash } from "./policies/all";
import { neighbourhoodProposals } from "./proposals/neighbourhood";
import { partnerProposals } from "./proposals/partner";
import type { Disappearing, ProposalKind, Proposed } from "./proposals/proposal";
import { systemProposals } from "./proposals/system";
import { tagProposals } from "./proposals/tag";
import { userProposals } from "./proposals/user";
import { bareReason, loadPlaceNames, nameReason, type Reason } from "./reasons";

/** A question: may this actor do this to that record, with these parameters? Types, actions and ids in the catalogue's words. */
export interface Ask {
  /** Null for somebody without an account. */
  readonly actor: Actor | null;
  readonly action: string;
  readonly resource: {
    readonly type: string;
    readonly id: string;
    readonly properties?: Readonly<Record<string, unknown>>;
  };
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** The answer, with every reason that applies and the hash of the policy it came from. */
export interface Decision {
  /** `confirm`: allowed once the person confirms that `disappearing` will be out of sight. */
  readonly outcome: "allow" | "deny" | "confirm";
  readonly reasons: readonly Reason[];
  readonly disappearing: readonly Disappearing[];
  readonly policyHash: string;
}

const kinds: Readonly<Record<ResourceType, ProposalKind>> = {
  system: systemProposals,
  neighbourhood: neighbourhoodProposals,
  tag: tagProposals,
  partner: partnerProposals,
  user: userProposals,
};

/** The answer to one question. */
export async function decide(tx: Transaction, ask: Ask): Promise<Decision> {
  const [decision] = await decideMany(tx, [ask]);
  if (decision === undefined) {
    throw new Error("A question was left without an answer.");
  }
  return decision;
}

/** The answers to many questions, in their order, with a number of statements that does not grow with the questions. */
export async function decideMany(tx: Transaction, asks: readonly Ask[]): Promise<readonly Decision[]> {
  const ledger = await loadLedgerFor(tx, asks);
  const specialised = new Map<Actor, Specialised>();
  const verdicts = asks.map((ask) => judge(ask, ledger, specialised));
  const names = await loadPlaceNames(
    tx,
    verdicts.flatMap(({ raw }) => raw),
  );
  return verdicts.map(({ outcome, raw, bare, disappearing }, index) => {
    const actor = asks[index]?.actor ?? null;
    const named = actor === null ? [] : raw.map((reason) => nameReason(reason, actor, names));
    return { outcome, reasons: [...bare, ...named], disappearing, policyHash };
  });
}

/** The policy as it applies to this actor. */
export function specialiseFor(actor: Actor): Specialised {
  return specialise(policies, subjectOf(actor));
}

/** The records that these questions speak of, in a number of statements that does not grow with the questions. */
export async function loadLedgerFor(tx: Transaction, asks: readonly Ask[]): Promise<Ledger> {
  const wanted = new Wanted();
  for (const ask of asks) {
    if (ask.actor !== null && !ask.actor.deactivated && isResourceType(ask.resource.type)) {
      kinds[ask.resource.type].want(proposedBy(ask), wanted);
    }
  }
  return loadLedger(tx, wanted);
}

/** An answer before names are filled in. */
export interface Verdict {
  readonly outcome: Decision["outcome"];
  readonly raw: readonly RawReason[];
  readonly bare: readonly Reason[];
  readonly disappearing: readonly Disappearing[];
}

/**
 * Who asks, then what is visible, then rights, then validity, then what would disappear: the whole decision as a pure
 * function of the loaded records and of the policy as specialised for each actor (the portal's own where none is given).
 */
export function judge(ask: Ask, ledger: Ledger, specialised: Map<Actor, Specialised>): Verdict {
  const { actor, action, resource } = ask;
  if (actor === null || actor.deactivated) {
    return refuse(actor === null ? "not_signed_in" : "deactivated");
  }
  if (!isResourceType(resource.type)) {
    return refuse("not_visible");
  }
  const subject = specialised.get(actor) ?? specialiseFor(actor);
  specialised.set(actor, subject);
  const kind = kinds[resource.type];
  if (!isCreation(ask)) {
    const facts = resource.id === newId ? undefined : kind.facts(resource.id, ledger);
    if (facts === undefined || !explain(subject.view(resource.type, "view"), facts, "not_visible").allowed) {
      return refuse("not_visible");
    }
  }
  if (!isActionOf(resource.type, action) || (action === "create" && resource.id !== newId)) {
    return refuse("invalid", "There is no such action on this record.");
  }
  return weigh(kind, ask, resource.type, ledger, subject);
}

function weigh(kind: ProposalKind, ask: Ask, type: ResourceType, ledger: Ledger, subject: Specialised): Verdict {
  const proposal = kind.propose(proposedBy(ask), ledger);
  const parts: Explanation[] = proposal.parts.map((part) =>
    explain(subject.view(type, part.action), part.facts, part.fallback),
  );
  const refused = parts.filter(({ allowed }) => !allowed);
  if (refused.length > 0) {
    return { outcome: "deny", raw: distinct(refused.flatMap(({ reasons }) => reasons)), bare: [], disappearing: [] };
  }
  if (proposal.problems.length > 0) {
    const once = new Map(proposal.problems.map((problem) => [`${problem.code} ${problem.text}`, problem] as const));
    const bare = [...once.values()].map(({ code, text }) => bareReason(code, text));
    return { outcome: "deny", raw: [], bare, disappearing: [] };
  }
  const raw = distinct(parts.flatMap(({ reasons }) => reasons));
  const disappearing = proposal.disappearing(subject);
  return disappearing.length === 0
    ? { outcome: "allow", raw, bare: [], disappearing }
    : {
        outcome: "confirm",
        raw,
        bare: [bareReason("confirmation_required", confirmationText(disappearing))],
        disappearing,
      };
}

function confirmationText(disappearing: readonly Disappearing[]): string {
  return `You will no longer see ${disappearing.map(({ name }) => name).join(", ")}.`;
}

function refuse(code: ReasonCode, text?: string): Verdict {
  return { outcome: "deny", raw: [], bare: [bareReason(code, text)], disappearing: [] };
}

function isCreation({ action, resource }: Ask): boolean {
  return action === "create" && resource.id === newId;
}

function proposedBy({ action, resource, properties }: Ask): Proposed {
  return { action, resourceId: resource.id, record: resource.properties ?? {}, parameters: properties ?? {} };
}

function distinct(reasons: readonly RawReason[]): readonly RawReason[] {
  const key = ({ code, ruleId, grant }: RawReason) => `${code} ${ruleId} ${grant?.id}`;
  return [...new Map(reasons.map((reason) => [key(reason), reason] as const)).values()];
}
