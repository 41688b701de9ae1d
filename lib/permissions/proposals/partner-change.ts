import "server-only";
import type { PlacePath } from "../engine/attributes";
import type { PartnerChangeFacts, PartnerFacts } from "../facts/attributes";
import type { Ledger } from "../facts/ledger";
import type { NeighbourhoodRecord, PartnerRecord, TagRecord } from "../facts/records";
import { partnerParts } from "../policies/partner";
import { invalid, type Part, type Problem, type Proposed, textOf, textsOf } from "./proposal";

/** The most categories that a partner carries. Source: places.md section 7. */
export const MAX_CATEGORIES = 3;

const fields: readonly string[] = [
  "name",
  "summary",
  "description",
  "accessibility",
  "website",
  "socials",
  "publicContact",
  "internalContact",
  "image",
  "openingHours",
  "address",
  "slug",
];

/** A number that no place and no tag has: what an unknown one stands for, so that it reads like one out of reach. */
export const unknownNumber = -1;

/** An edit of a partner, taken apart: what is judged, what is wrong with it, and the record as it would be. */
export interface PartnerChange {
  readonly parts: readonly Part[];
  readonly problems: readonly Problem[];
  readonly after: PartnerFacts;
}

/**
 * Takes a proposed edit apart into its atomic parts, by comparing the partner's places and tags before and after: what is
 * already there, or was never there, is no change. Moving the address is one removal plus one addition.
 * Source: places.md section 4.
 */
export function takeApart({ parameters }: Proposed, before: PartnerRecord, ledger: Ledger): PartnerChange {
  const places = placeChange(parameters, before, ledger);
  const tags = tagChange(parameters, before, ledger);
  const named = textsOf(parameters.fields);
  const part = (
    action: string,
    fallback: Part["fallback"],
    change: Partial<PartnerChangeFacts["change"]> = {},
  ): Part => ({
    action,
    facts: { ...before, change: { places: [], tags: [], ...change } } satisfies PartnerChangeFacts,
    fallback,
  });
  return {
    parts: [
      part("update", "no_grant"),
      ...(named ?? []).map((field) =>
        field === "slug" ? part(partnerParts.slug, "field_not_yours") : part(partnerParts.field, "field_not_yours"),
      ),
      ...places.added.map((path) => part(partnerParts.addPlace, "outside_reach", { places: [path] })),
      ...places.removed.map((path) => part(partnerParts.removePlace, "outside_reach", { places: [path] })),
      ...tags.added.map((tag) =>
        tag.kind === "partnership"
          ? part(partnerParts.addPartnership, "tag_not_yours", { tags: [tag.number] })
          : part(partnerParts.tag, "no_grant"),
      ),
      ...tags.removed.map((tag) =>
        tag.kind === "partnership"
          ? part(partnerParts.removePartnership, "tag_not_yours", { tags: [tag.number] })
          : part(partnerParts.tag, "no_grant"),
      ),
    ],
    problems: [
      ...(named === null || named?.some((field) => !fields.includes(field))
        ? [invalid("There is no such field.")]
        : []),
      ...places.problems,
      ...tags.problems,
    ],
    after: { id: before.id, places: places.after, partnerships: tags.partnershipsAfter },
  };
}

type Parameters = Readonly<Record<string, unknown>>;

function placeChange(parameters: Parameters, before: PartnerRecord, ledger: Ledger) {
  const problems: Problem[] = [];
  const find = (code: string): NeighbourhoodRecord | undefined => {
    const found = ledger.neighbourhood(code);
    if (found === undefined) {
      problems.push(invalid("There is no such neighbourhood."));
    }
    return found;
  };
  const paths = new Map(before.places.map((path) => [path.at(-1) ?? unknownNumber, path] as const));
  const record = (found: NeighbourhoodRecord | undefined): number[] => {
    if (found === undefined) {
      return [];
    }
    paths.set(found.number, found.path);
    return [found.number];
  };
  const added = listOf(parameters.addNeighbourhoods, problems).flatMap((code) => record(find(code)));
  const removed = listOf(parameters.removeNeighbourhoods, problems).flatMap(
    (code) => ledger.neighbourhood(code)?.number ?? [],
  );
  const areas = new Set([...before.serviceAreas.filter((number) => !removed.includes(number)), ...added]);
  const address = addressAfter(parameters.addressNeighbourhood, before, (code) => record(find(code))[0], problems);
  const after = new Set([...areas, ...(address === null ? [] : [address])]);
  const was = new Set(before.places.map((path) => path.at(-1) ?? unknownNumber));
  if (after.size === 0 && was.size > 0) {
    problems.push(invalid("A partner needs an address or a service area."));
  }
  const pathsOf = (numbers: Iterable<number>): PlacePath[] =>
    [...numbers].map((number) => paths.get(number) ?? [number]);
  return {
    added: pathsOf([...after].filter((number) => !was.has(number))),
    removed: pathsOf([...was].filter((number) => !after.has(number))),
    after: pathsOf(after),
    problems,
  };
}

function addressAfter(
  value: unknown,
  before: PartnerRecord,
  numberOf: (code: string) => number | undefined,
  problems: Problem[],
): number | null {
  if (value === undefined) {
    return before.addressPlace;
  }
  if (value === null) {
    return null;
  }
  const code = textOf(value);
  if (code === undefined) {
    problems.push(invalid("The address's neighbourhood is given by its code."));
    return before.addressPlace;
  }
  return numberOf(code) ?? before.addressPlace;
}

function tagChange(parameters: Parameters, before: PartnerRecord, ledger: Ledger) {
  const problems: Problem[] = [];
  const carried = new Set(before.tagNumbers);
  const asked = listOf(parameters.addTags, problems).map((id) => ledger.tag(id));
  if (asked.includes(undefined)) {
    problems.push(invalid("There is no such tag."));
  }
  const added = distinct(asked.map((tag) => tag ?? unknownTag)).filter(({ number }) => !carried.has(number));
  const removed = distinct(listOf(parameters.removeTags, problems).flatMap((id) => ledger.tag(id) ?? [])).filter(
    ({ number }) => carried.has(number) && !added.some((tag) => tag.number === number),
  );
  const categories = (tags: readonly TagRecord[]) => tags.filter(({ kind }) => kind === "category").length;
  if (categories(added) > 0 && before.categoryCount + categories(added) - categories(removed) > MAX_CATEGORIES) {
    problems.push(invalid(`A partner carries at most ${MAX_CATEGORIES} categories.`));
  }
  const gone = new Set(removed.map(({ number }) => number));
  const partnershipsAfter = [
    ...before.partnerships.filter((number) => !gone.has(number)),
    ...added.filter(({ kind }) => kind === "partnership").map(({ number }) => number),
  ];
  return { added, removed, partnershipsAfter, problems };
}

const unknownTag: TagRecord = { id: "", externalId: null, name: "", number: unknownNumber, kind: "partnership" };

function distinct(tags: readonly TagRecord[]): TagRecord[] {
  return [...new Map(tags.map((tag) => [tag.number, tag] as const)).values()];
}

function listOf(value: unknown, problems: Problem[]): readonly string[] {
  const texts = textsOf(value);
  if (texts === null) {
    problems.push(invalid("Places and tags are given as lists of texts."));
  }
  // A blank row of a form is ignored, not an error. Source: places.md section 4.
  return (texts ?? []).filter((text) => text.trim() !== "");
}
