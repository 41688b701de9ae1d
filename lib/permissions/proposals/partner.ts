import "server-only";
import { newId } from "../catalogue";
import type { PartnerFacts } from "../facts/attributes";
import type { Ledger } from "../facts/ledger";
import type { PartnerRecord } from "../facts/records";
import { MAX_CATEGORIES, takeApart, unknownNumber } from "./partner-change";
import { lossesOf, lossesWith } from "./partner-losses";
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
  unreachable,
} from "./proposal";
import { isRoleChange, personOf, roleChangeProblems, wantPerson } from "./role-change";

/** Questions about partners: edits judged by what they add and remove, creation, moderation and partner admins. */
export const partnerProposals: ProposalKind = {
  want(asked, wanted) {
    wantPerson(asked, wanted);
    const changes = ["update", "remove_role"].includes(asked.action) && Object.keys(asked.parameters).length > 0;
    if (asked.resourceId !== newId) {
      (changes ? wanted.partnersWithAdmins : wanted.partners).add(asked.resourceId);
      if (asked.action === "restore") {
        wanted.deletedPartners.add(asked.resourceId);
      }
    }
    const { addNeighbourhoods, removeNeighbourhoods, addressNeighbourhood, addTags, removeTags } = asked.parameters;
    const record = proposedRecord(asked);
    const places = [addNeighbourhoods, removeNeighbourhoods, record.serviceAreas].flatMap(
      (list) => textsOf(list) ?? [],
    );
    for (const code of [...places, textOf(addressNeighbourhood) ?? [], addressOf(record) ?? []].flat()) {
      wanted.neighbourhoods.add(code);
    }
    for (const id of [addTags, removeTags, record.tags].flatMap((list) => textsOf(list) ?? [])) {
      wanted.tags.add(id);
    }
  },
  facts: (resourceId, ledger, action) =>
    ledger.partner(resourceId) ?? (action === "restore" ? deleted(resourceId, ledger) : undefined),
  propose(asked, ledger) {
    const record = ledger.partner(asked.resourceId);
    if (record === undefined) {
      return asked.action === "restore" ? plain("restore", deleted(asked.resourceId, ledger)) : creation(asked, ledger);
    }
    if (asked.action === "update") {
      return edit(asked, record, ledger);
    }
    return isRoleChange(asked.action)
      ? roleChange(asked, record, ledger)
      : plain(asked.action, record, problemsWith(asked));
  },
};

/** A deleted partner is out of everybody's reach but root's: what it was held by went with it. */
function deleted(resourceId: string, ledger: Ledger): PartnerFacts | undefined {
  return ledger.deletedPartner(resourceId) === undefined ? undefined : unreachable;
}

function problemsWith({ action, parameters }: Proposed): readonly Problem[] {
  if (action === "hide" && parameters.reason !== undefined && (textOf(parameters.reason) ?? "").trim() === "") {
    return [invalid("Hiding a partner takes a reason.")];
  }
  return action === "restore" ? [invalid("This partner is not deleted.")] : [];
}

function creation(asked: Proposed, ledger: Ledger): Proposal {
  const record = proposedRecord(asked);
  const codes = filled([...(textsOf(record.serviceAreas) ?? []), addressOf(record) ?? []].flat());
  const places = codes.map((code) => ledger.neighbourhood(code));
  const tags = filled(textsOf(record.tags) ?? []).map((id) => ledger.tag(id));
  const facts: PartnerFacts = {
    id: "",
    places: places.map((place) => place?.path ?? [unknownNumber]),
    partnerships: tags
      .filter((tag) => tag?.kind !== "category" && tag?.kind !== "facility")
      .map((tag) => tag?.number ?? unknownNumber),
  };
  const categories = new Set(tags.filter((tag) => tag?.kind === "category"));
  return plain("create", facts, [
    ...(places.length === 0 ? [invalid("A partner needs an address or a service area.")] : []),
    ...(places.includes(undefined) ? [invalid("There is no such neighbourhood.")] : []),
    ...(tags.includes(undefined) ? [invalid("There is no such tag.")] : []),
    ...(isOddAddress(record.address) ? [invalid("An address names its neighbourhood by code.")] : []),
    ...(textsOf(record.serviceAreas) === null || textsOf(record.tags) === null
      ? [invalid("Places and tags are given as lists of texts.")]
      : []),
    ...(categories.size > MAX_CATEGORIES ? [invalid(`A partner carries at most ${MAX_CATEGORIES} categories.`)] : []),
  ]);
}

/** The proposed record, whether it came as the resource's own properties or as the action's. */
function proposedRecord({ record, parameters }: Proposed): Readonly<Record<string, unknown>> {
  return { ...parameters, ...record };
}

/** Without the blank rows of a form, which are ignored. Source: places.md section 4. */
function filled(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => text.trim() !== "");
}

function isOddAddress(address: unknown): boolean {
  return address !== undefined && address !== null && addressOf({ address }) === undefined;
}

function addressOf(record: Readonly<Record<string, unknown>>): string | undefined {
  const { address } = record;
  return typeof address === "object" && address !== null && "neighbourhood" in address
    ? textOf(address.neighbourhood)
    : undefined;
}

function edit(asked: Proposed, record: PartnerRecord, ledger: Ledger): Proposal {
  const { parts, problems, after } = takeApart(asked, record, ledger);
  return {
    parts,
    problems,
    disappearing: (actor) => lossesWith(actor, record, after, ledger),
  };
}

function roleChange(asked: Proposed, record: PartnerRecord, ledger: Ledger): Proposal {
  const isThis = (held: { partnerId: string | null }) => held.partnerId === record.id;
  const person = personOf(asked, ledger);
  return {
    parts: [{ action: asked.action, facts: record, fallback: "no_grant" }],
    problems: roleChangeProblems(asked, ledger, ["partner_admin"], isThis),
    disappearing:
      asked.action === "remove_role" && person !== undefined
        ? (actor) => lossesOf(actor, person, record, ledger)
        : nothing,
  };
}
