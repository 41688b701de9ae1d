import "server-only";
import { dashboards, portalId } from "../catalogue";
import { type Specialised, specialise } from "../engine/specialise";
import { type KnownUser, type Ledger, normaliseEmail } from "../facts/ledger";
import { policies } from "../policies/all";
import { dashboardPart } from "../policies/system";
import {
  type Disappearing,
  invalid,
  nothing,
  type Problem,
  type Proposal,
  type ProposalKind,
  type Proposed,
  plain,
  textOf,
} from "./proposal";
import { isRoleChange, personOf, roleChangeProblems, wantPerson } from "./role-change";

const facts = {};

/** Questions about the portal as a whole: dashboards, acting as somebody else, and the roles of the system. */
export const systemProposals: ProposalKind = {
  want(asked, wanted) {
    wantPerson(asked, wanted);
    wanted.roots ||= asked.action === "remove_role";
  },
  facts: (resourceId) => (resourceId === portalId ? facts : undefined),
  propose(asked, ledger) {
    if (asked.action === "view_dashboard") {
      return dashboard(asked.parameters.dashboard);
    }
    if (asked.action === "impersonate") {
      return plain("impersonate", facts, impersonationProblems(asked, ledger));
    }
    return isRoleChange(asked.action) ? roleChange(asked, ledger) : plain(asked.action, facts);
  },
};

function dashboard(name: unknown): Proposal {
  if (name === undefined) {
    return plain("view_dashboard", facts);
  }
  return dashboards.some((known) => known === name)
    ? plain(dashboardPart(String(name)), facts)
    : plain("view_dashboard", facts, [invalid("There is no such dashboard.")]);
}

function impersonationProblems({ parameters }: Proposed, ledger: Ledger): readonly Problem[] {
  if (parameters.user === undefined) {
    return [];
  }
  const person = ledger.user(normaliseEmail(textOf(parameters.user) ?? ""));
  if (person === undefined) {
    return [invalid("There is no account with this address.")];
  }
  return person.deactivated ? [invalid("This account is deactivated.")] : [];
}

function roleChange(asked: Proposed, ledger: Ledger): Proposal {
  const problems = roleChangeProblems(
    asked,
    ledger,
    ["root", "support"],
    ({ role }) => role === "root" || role === "support",
  );
  const person = personOf(asked, ledger);
  const { role } = asked.parameters;
  const endsRoot =
    asked.action === "remove_role" &&
    (role === "root" || role === undefined) &&
    person?.roles.some((held) => held.role === "root") === true;
  return {
    parts: [{ action: asked.action, facts, fallback: "no_grant" }],
    problems: endsRoot && isLastRoot(person, ledger) ? [...problems, lastRoot()] : problems,
    disappearing: endsRoot ? (actor) => loseRoot(actor, person) : nothing,
  };
}

/** Whether this is a root without whom nobody would be left who can give roles for good: every other has a last day. */
export function isLastRoot({ id, roles }: KnownUser, { lastingRoots }: Ledger): boolean {
  return roles.some(({ role }) => role === "root") && lastingRoots.every((root) => root === id);
}

/** The refusal to leave the portal without a root. */
export function lastRoot(): Problem {
  return invalid("The portal needs at least one root without a last day, and no other is left.");
}

/** Somebody who gives up root for themselves loses sight of everything that no other grant opens. */
function loseRoot({ subject }: Specialised, person: KnownUser): readonly Disappearing[] {
  const left = subject.grants.filter(({ role }) => role !== "root");
  if (person.id !== subject.userId || left.length === subject.grants.length) {
    return [];
  }
  const after = specialise(policies, { ...subject, grants: left });
  return after.view("partner", "view").condition.kind === "always"
    ? []
    : [{ type: "system", id: portalId, name: "Everything that none of your other roles opens" }];
}
