import "server-only";
import { newId } from "../catalogue";
import { type Specialised, specialise } from "../engine/specialise";
import type { PartnerFacts } from "../facts/attributes";
import type { KnownUser, Ledger } from "../facts/ledger";
import type { PartnerRecord } from "../facts/records";
import { policies } from "../policies/all";
import { MAX_CATEGORIES, takeApart, unknownNumber } from "./partner-change";
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
  textsOf,
} from "./proposal";
import { isRoleChange, personOf, roleChangeProblems, wantPerson } from "./role-change";

/** Questions about partners: edits judged by what they add and remove, creation, moderation and partner admins. */
export const partnerProposals: ProposalKind = {
  want(asked, wanted) {
    wantPerson(asked, wanted);
    const changes = ["update", "remove_role"].includes(asked.action) && Object.keys(asked.parameters).length > 0;
    if (asked.resourceId !== newId) {
      (changes ? wanted.partnersWithAdmins : wanted.partners).add(asked.resourceId);
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
  facts: (resourceId, ledger) => ledger.partner(resourceId),
  propose(asked, ledger) {
    const record = ledger.partner(asked.resourceId);
    if (record === undefined) {
      return creation(asked, ledger);
    }
    if (asked.action === "update") {
      return edit(asked, record, ledger);
    }
    return isRoleChange(asked.action)
      ? roleChange(asked, record, ledger)
      : plain(asked.action, record, problemsWith(asked));
  },
};

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
    disappearing: (actor) => {
      if (sees(actor, "partner", after)) {
        return [];
      }
      const admins = record.adminIds.flatMap((id) => ledger.user(id) ?? []);
      return [
        { type: "partner", id: record.externalId ?? record.id, name: record.name },
        ...admins.flatMap((person) => vanished(actor, person, replaced(person, record.id, after))),
      ];
    },
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

/**
 * What an actor loses sight of by ending somebody's role on a partner. Leaving oneself asks when the partner thereby
 * leaves one's sight. Removing another asks only of area admins: a co-admin is plainly removed. (A partner admin who
 * leaves a partner without any admin sees it no more either, so that case asks already.) Source: places.md section 6.
 */
function lossesOf(
  actor: Specialised,
  person: KnownUser,
  record: PartnerRecord,
  ledger: Ledger,
): readonly Disappearing[] {
  const { subject } = actor;
  if (person.id === subject.userId) {
    const left = subject.grants.filter(({ partnerId }) => partnerId !== record.id);
    const after = specialise(policies, { ...subject, grants: left });
    if (sees(after, "partner", record)) {
      return [];
    }
    const admins = record.adminIds.flatMap((id) => ledger.user(id) ?? []);
    const unseen = admins.filter((admin) => sees(actor, "user", admin) && !sees(after, "user", admin));
    return [
      { type: "partner", id: record.externalId ?? record.id, name: record.name },
      ...unseen.map(({ email, name }) => ({ type: "user", id: email, name })),
    ];
  }
  const asAreaAdmin = actor
    .view("partner", "remove_role")
    .allows.some(
      ({ grant, holds }) =>
        (grant?.role === "neighbourhood_admin" || grant?.role === "partnership_admin") && holds(record),
    );
  return asAreaAdmin ? vanished(actor, person, without(person, record.id)) : [];
}

function vanished(actor: Specialised, person: KnownUser, after: KnownUser): readonly Disappearing[] {
  return sees(actor, "user", person) && !sees(actor, "user", after)
    ? [{ type: "user", id: person.email, name: person.name }]
    : [];
}

function sees(actor: Specialised, type: "partner" | "user", facts: unknown): boolean {
  return actor.view(type, "view").check(facts);
}

function without(person: KnownUser, partnerId: string): KnownUser {
  return { ...person, administers: person.administers.filter(({ id }) => id !== partnerId) };
}

function replaced(person: KnownUser, partnerId: string, after: PartnerFacts): KnownUser {
  return { ...person, administers: person.administers.map((partner) => (partner.id === partnerId ? after : partner)) };
}
