import "server-only";
import { newId } from "../catalogue";
import type { Ledger } from "../facts/ledger";
import type { HeldRole, NeighbourhoodRecord } from "../facts/records";
import { invalid, type Problem, type ProposalKind, type Proposed, plain, textOf, textsOf } from "./proposal";
import { isRoleChange, roleChangeProblems, wantPerson } from "./role-change";

const units: readonly unknown[] = ["country", "region", "county", "district", "ward"];
const fields: readonly string[] = ["name", "code", "unit", "parent"];

/** Questions about neighbourhoods: the tree itself, and the grants that are held over it. */
export const neighbourhoodProposals: ProposalKind = {
  want(asked, wanted) {
    wantPerson(asked, wanted);
    if (asked.resourceId !== newId) {
      wanted.neighbourhoods.add(asked.resourceId);
    }
    for (const key of [textOf(asked.record.parent), textOf(asked.record.code)]) {
      if (key !== undefined) {
        wanted.neighbourhoods.add(key);
      }
    }
    for (const id of textsOf(asked.parameters.partnerships) ?? []) {
      wanted.tags.add(id);
    }
  },
  facts: (resourceId, ledger) => ledger.neighbourhood(resourceId),
  propose(asked, ledger) {
    const record = ledger.neighbourhood(asked.resourceId);
    return plain(
      asked.action,
      {},
      record === undefined ? creationProblems(asked, ledger) : problemsWith(asked, record, ledger),
    );
  },
};

function creationProblems({ record }: Proposed, ledger: Ledger): readonly Problem[] {
  const parent = textOf(record.parent);
  const code = textOf(record.code);
  const { parent: above, code: named, unit } = record;
  return [
    ...((above !== undefined && above !== null && parent === undefined) || (named !== undefined && code === undefined)
      ? [invalid("Parent and code are given as texts.")]
      : []),
    ...(unit !== undefined && !units.includes(unit) ? [invalid("There is no such unit.")] : []),
    ...(parent !== undefined && ledger.neighbourhood(parent) === undefined
      ? [invalid("There is no such parent.")]
      : []),
    ...(code !== undefined && ledger.neighbourhood(code) !== undefined ? [invalid("This code is taken.")] : []),
  ];
}

function problemsWith(asked: Proposed, record: NeighbourhoodRecord, ledger: Ledger): readonly Problem[] {
  if (isRoleChange(asked.action)) {
    const isThis = (held: HeldRole) =>
      held.neighbourhoodIds.includes(record.id) && namesPartnerships(asked, held, ledger);
    return [
      ...roleChangeProblems(asked, ledger, ["neighbourhood_admin", "partnership_admin"], isThis),
      ...partnershipProblems(asked, ledger),
    ];
  }
  if (asked.action === "delete" && record.inUse) {
    return [invalid("Something lies below this neighbourhood, or a partner or a grant names it.")];
  }
  const named = textsOf(asked.parameters.fields);
  return asked.action === "update" && (named === null || named?.some((field) => !fields.includes(field)))
    ? [invalid("There is no such field.")]
    : [];
}

/** A partnership grant is held over at least one partnership; a grant that lacks one cannot be made here, only loaded. */
function partnershipProblems({ action, parameters }: Proposed, ledger: Ledger): readonly Problem[] {
  if (parameters.role !== "partnership_admin" || (action === "remove_role" && parameters.partnerships === undefined)) {
    return [];
  }
  const ids = textsOf(parameters.partnerships) ?? [];
  const valid = ids.length > 0 && ids.every((id) => ledger.tag(id)?.kind === "partnership");
  return valid ? [] : [invalid("A partnership admin needs at least one partnership tag, and tags of that kind only.")];
}

function namesPartnerships({ parameters }: Proposed, held: HeldRole, ledger: Ledger): boolean {
  const ids = textsOf(parameters.partnerships) ?? [];
  return held.role !== "partnership_admin" || ids.every((id) => held.tagIds.includes(ledger.tag(id)?.id ?? ""));
}
