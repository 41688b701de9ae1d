import "server-only";
import { allow, deny, invalid, type Judgement, listOf, noRight } from "./judgement";
import { hasArea, type Reach } from "./reach";
import { isWhollyInside, type OraclePartner, type OracleWorld, partnershipsOf, placesOf } from "./world";

/** The most categories that a partner may carry (places.md section 7). */
export const MOST_CATEGORIES = 3;

/** How many categories a partner carries. */
export function categoriesOf(world: OracleWorld, partner: OraclePartner): number {
  return new Set(partner.tags.filter((id) => world.tags.get(id)?.kind === "category")).size;
}

/** Whether a proposed partner may be made: it must fit one single grant (places.md sections 3 and 8). */
export function judgePartnerCreation(
  world: OracleWorld,
  reach: Reach,
  record: Readonly<Record<string, unknown>> | undefined,
): Judgement {
  if (!reach.root && !hasArea(reach)) {
    return noRight;
  }
  if (record === undefined) {
    return allow;
  }
  const proposal = readProposal(record);
  if (proposal === null) {
    return reach.root ? invalid : deny(["invalid", "outside_reach", "no_grant"]);
  }
  if (!reach.root && !fitsOneGrant(world, reach, proposal)) {
    return refusal(world, proposal);
  }
  const known =
    placesOf(proposal).every((code) => world.places.has(code)) && proposal.tags.every((id) => world.tags.has(id));
  const possible = known && placesOf(proposal).length > 0 && categoriesOf(world, proposal) <= MOST_CATEGORIES;
  return possible ? allow : invalid;
}

function readProposal(record: Readonly<Record<string, unknown>>): OraclePartner | null {
  const address = readAddress(record.address);
  const serviceAreas = listOf(record.serviceAreas);
  const tags = listOf(record.tags);
  return address === undefined || serviceAreas === null || tags === null
    ? null
    : { id: "new", address, serviceAreas, tags };
}

function readAddress(value: unknown): string | null | undefined {
  if (value === undefined || value === null) {
    return null;
  }
  if (typeof value !== "object" || !("neighbourhood" in value)) {
    return undefined;
  }
  return typeof value.neighbourhood === "string" ? value.neighbourhood : undefined;
}

function fitsOneGrant(world: OracleWorld, reach: Reach, proposal: OraclePartner): boolean {
  const carried = partnershipsOf(world, proposal);
  if (isWhollyInside(world, proposal, reach.area) && carried.length === 0) {
    return true;
  }
  return reach.partnerships.some(
    ({ area, tags }) =>
      isWhollyInside(world, proposal, area) && carried.length > 0 && carried.every((tag) => tags.includes(tag)),
  );
}

// A proposal may miss one grant by its places and another by its tags, so either code may speak for it.
function refusal(world: OracleWorld, proposal: OraclePartner): Judgement {
  const unknown = [...placesOf(proposal), ...proposal.tags].some((id) => !world.places.has(id) && !world.tags.has(id));
  const codes = ["no_grant", "outside_reach", "not_wholly_inside", "tag_not_yours"];
  return deny(unknown ? [...codes, "invalid"] : codes);
}
