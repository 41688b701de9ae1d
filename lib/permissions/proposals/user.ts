import "server-only";
import { newId } from "../catalogue";
import type { PartnerFacts } from "../facts/attributes";
import { type Ledger, normaliseEmail } from "../facts/ledger";
import { userParts } from "../policies/user";
import {
  invalid,
  nothing,
  type Problem,
  type Proposal,
  type ProposalKind,
  type Proposed,
  plain,
  textOf,
  textsOf,
} from "./proposal";
import { isEmail } from "./role-change";
import { isLastRoot, lastRoot } from "./system";

const fields: readonly string[] = ["name", "email", "phone"];

/** A partner that nobody but root reaches: what an unknown id stands for, so that it reads like one out of reach. */
const unreachable: PartnerFacts = { id: "", places: [], partnerships: [] };

/** Questions about people. */
export const userProposals: ProposalKind = {
  want(asked, wanted) {
    if (asked.resourceId !== newId) {
      wanted.users.add(normaliseEmail(asked.resourceId));
    }
    wanted.roots ||= asked.action === "deactivate" || asked.action === "delete";
    for (const id of textsOf(proposedPartners(asked)) ?? []) {
      wanted.partners.add(id);
    }
  },
  facts: (resourceId, ledger) => ledger.user(normaliseEmail(resourceId)),
  propose(asked, ledger) {
    const person = ledger.user(normaliseEmail(asked.resourceId));
    if (person === undefined) {
      return creation(asked, ledger);
    }
    if (asked.action === "update") {
      return edit(asked, person);
    }
    const ends = asked.action === "deactivate" || asked.action === "delete";
    return plain(asked.action, person, ends && isLastRoot(person, ledger) ? [lastRoot()] : []);
  },
};

/** The partners of a proposed account: part of the proposed record, or of the action's own parameters. */
function proposedPartners({ record, parameters }: Proposed): unknown {
  return parameters.partners ?? record.partners;
}

function creation(asked: Proposed, ledger: Ledger): Proposal {
  const ids = textsOf(proposedPartners(asked)) ?? [];
  const named = ids.map((id) => ledger.partner(id));
  const email = asked.parameters.email ?? asked.record.email;
  const problems: Problem[] = [
    ...(named.includes(undefined) ? [invalid("There is no such partner.")] : []),
    ...(textsOf(proposedPartners(asked)) === null ? [invalid("Partners are given as a list of ids.")] : []),
    ...(email !== undefined && !isEmail(textOf(email) ?? "") ? [invalid("This is not an e-mail address.")] : []),
  ];
  return plain("create", { id: "", administers: named.map((record) => record ?? unreachable) }, problems);
}

function edit({ parameters }: Proposed, person: unknown): Proposal {
  const named = textsOf(parameters.fields);
  const unknown = named === null || (named?.some((field) => !fields.includes(field)) ?? false);
  const profile = named?.some((field) => fields.includes(field)) ?? false;
  return {
    parts: [
      { action: "update", facts: person, fallback: "no_grant" },
      ...(profile ? [{ action: userParts.profile, facts: person, fallback: "field_not_yours" as const }] : []),
    ],
    problems: unknown ? [invalid("There is no such field.")] : [],
    disappearing: nothing,
  };
}
