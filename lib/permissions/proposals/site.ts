import "server-only";
import { newId } from "../catalogue";
import type { Ledger } from "../facts/ledger";
import type { SiteRecord } from "../facts/place-records";
import { siteParts } from "../policies/site";
import { unknownNumber } from "./partner-change";
import {
  invalid,
  nothing,
  type Part,
  type Problem,
  type Proposal,
  type ProposalKind,
  type Proposed,
  plain,
  textsOf,
} from "./proposal";
import { isRoleChange, roleChangeProblems, wantPerson } from "./role-change";

const addressFields: readonly string[] = ["slug", "domain"];
const fields: readonly string[] = [
  ...["name", "placeName", "tagline", "description", "heroText", "heroImage", "logo", "footerLogo", "theme"],
  ...addressFields,
];

/** Questions about sites: what is shown there, where they lie, and who looks after them. */
export const siteProposals: ProposalKind = {
  want(asked, wanted) {
    wantPerson(asked, wanted);
    if (asked.resourceId !== newId) {
      wanted.sites.add(asked.resourceId);
    }
    const { addNeighbourhoods, removeNeighbourhoods, addTags, removeTags } = asked.parameters;
    const { neighbourhoods, tags } = proposedRecord(asked);
    for (const code of [addNeighbourhoods, removeNeighbourhoods, neighbourhoods].flatMap(listOf)) {
      wanted.neighbourhoods.add(code);
    }
    for (const id of [addTags, removeTags, tags].flatMap(listOf)) {
      wanted.tags.add(id);
    }
  },
  facts: (resourceId, ledger) => ledger.site(resourceId),
  propose(asked, ledger) {
    const record = ledger.site(asked.resourceId);
    if (record === undefined) {
      const { neighbourhoods, tags } = proposedRecord(asked);
      return plain("create", { id: "" }, listProblems([neighbourhoods], [tags], ledger));
    }
    if (asked.action === "update") {
      return edit(asked, record, ledger);
    }
    const isThis = ({ siteId }: { readonly siteId: string | null }) => siteId === record.id;
    const problems = isRoleChange(asked.action) ? roleChangeProblems(asked, ledger, ["site_admin"], isThis) : [];
    return plain(asked.action, record, problems);
  },
};

/** The proposed record, whether it came as the resource's own properties or as the action's. */
function proposedRecord({ record, parameters }: Proposed): Readonly<Record<string, unknown>> {
  return { ...parameters, ...record };
}

// What is there already, or was never there, is no change, as with the places and tags of a partner.
function edit({ parameters }: Proposed, record: SiteRecord, ledger: Ledger): Proposal {
  const { addNeighbourhoods, removeNeighbourhoods, addTags, removeTags } = parameters;
  const place = (code: string) => ledger.neighbourhood(code)?.number ?? unknownNumber;
  const tag = (id: string) => ledger.tag(id)?.number ?? unknownNumber;
  const named = textsOf(parameters.fields);
  const part = (action: string, fallback: Part["fallback"]): Part => ({ action, facts: record, fallback });
  return {
    parts: [
      part("update", "no_grant"),
      ...(named ?? []).map((field) =>
        part(addressFields.includes(field) ? siteParts.address : siteParts.field, "field_not_yours"),
      ),
      ...(isChanged(record.places, listOf(addNeighbourhoods).map(place), listOf(removeNeighbourhoods).map(place))
        ? [part(siteParts.neighbourhood, "field_not_yours")]
        : []),
      ...(isChanged(record.partnerships, listOf(addTags).map(tag), listOf(removeTags).map(tag))
        ? [part(siteParts.partnership, "tag_not_yours")]
        : []),
    ],
    problems: [
      ...(named === null || named?.some((field) => !fields.includes(field))
        ? [invalid("There is no such field.")]
        : []),
      ...listProblems([addNeighbourhoods, removeNeighbourhoods], [addTags, removeTags], ledger),
    ],
    disappearing: nothing,
  };
}

/** Whether anything comes that is not there, or goes that is and does not come as well. */
function isChanged(before: readonly number[], added: readonly number[], removed: readonly number[]): boolean {
  return (
    added.some((number) => !before.includes(number)) ||
    removed.some((number) => before.includes(number) && !added.includes(number))
  );
}

/** What is wrong with lists of codes and tags; only those that come must exist, and be partnership tags. */
function listProblems(places: readonly unknown[], tags: readonly unknown[], ledger: Ledger): readonly Problem[] {
  const kinds = listOf(tags[0]).map((id) => ledger.tag(id)?.kind);
  return [
    ...([...places, ...tags].some((list) => textsOf(list) === null)
      ? [invalid("Neighbourhoods and tags are given as lists of texts.")]
      : []),
    ...(listOf(places[0]).some((code) => ledger.neighbourhood(code) === undefined)
      ? [invalid("There is no such neighbourhood.")]
      : []),
    ...(kinds.includes(undefined) ? [invalid("There is no such tag.")] : []),
    ...(kinds.some((kind) => kind === "category" || kind === "facility")
      ? [invalid("A site takes partnership tags only.")]
      : []),
  ];
}

/** The texts of a list without the blank rows of a form; nothing where it is no list of texts. */
function listOf(value: unknown): readonly string[] {
  return (textsOf(value) ?? []).filter((text) => text.trim() !== "");
}
